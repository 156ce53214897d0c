import { and, eq, isNotNull, isNull, or, sql } from 'drizzle-orm'
import { type Conn, prepared } from '../../db/conn.ts'
import { claims, importedClaims, importedEvidence, importedVerdicts, ratings } from '../../db/schema/index.ts'
import { among, listed } from './store.ts'

/** Whether anything here came out of a file. */
export async function isAnythingImported(conn: Conn): Promise<boolean> {
  const query = prepared(conn, 'exports.any_imported', (c) =>
    c
      .select({
        any: sql<number>`exists (select 1 from ${importedVerdicts}) or exists (select 1 from ${importedClaims})
          or exists (select 1 from ${importedEvidence})`,
      })
      .from(sql`(select 1)`)
      .prepare(),
  )
  return (await query.execute())[0]?.any === 1
}

/** What files said of those of the claims that came out of one and have no decision of ours. */
export async function importedOfClaims(conn: Conn, ids: readonly number[]) {
  const { label, rationale, checkedOn, checker, url } = importedVerdicts
  const query = prepared(conn, 'exports.imported_claims', (c) =>
    c
      .select({
        id: claims.id,
        state: claims.state,
        verdict: { label, rationale, checkedOn, checker, url },
        rating: { key: ratings.key, value: ratings.value, scale: ratings.scale },
        own: { state: importedClaims.state, cells: importedClaims.cells },
      })
      .from(claims)
      .leftJoin(importedVerdicts, eq(importedVerdicts.claimId, claims.id))
      .leftJoin(importedClaims, eq(importedClaims.claimId, claims.id))
      .leftJoin(ratings, eq(ratings.id, claims.ratingId))
      .where(
        and(
          among(claims.id),
          isNull(claims.decisionId),
          or(isNotNull(importedVerdicts.claimId), isNotNull(importedClaims.claimId)),
        ),
      )
      .prepare(),
  )
  return query.execute(listed(ids))
}

export type ImportedOfClaim = Awaited<ReturnType<typeof importedOfClaims>>[number]

/** What files said of those of the pieces of evidence that came out of one. */
export async function importedOfEvidence(conn: Conn, ids: readonly number[]) {
  const query = prepared(conn, 'exports.imported_evidence', (c) =>
    c
      .select({ id: importedEvidence.evidenceId, cells: importedEvidence.cells })
      .from(importedEvidence)
      .where(among(importedEvidence.evidenceId))
      .prepare(),
  )
  return query.execute(listed(ids))
}
