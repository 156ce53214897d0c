import { and, eq, isNotNull, isNull, or } from 'drizzle-orm'
import { type Conn, prepared } from '../../db/conn.ts'
import { claims, importedClaims, importedEvidence, importedVerdicts, ratings } from '../../db/schema/index.ts'
import { among, listed } from './store.ts'

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
