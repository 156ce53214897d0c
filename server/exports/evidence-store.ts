import { and, asc, eq } from 'drizzle-orm'
import { type Conn, prepared } from '../../db/conn.ts'
import { evidence, people, snapshots, sources } from '../../db/schema/index.ts'
import { among, listed, mayLeave } from './store.ts'

/** The claims' evidence, without what is withdrawn or confidential, in the order it was added. */
export async function evidenceOfClaims(conn: Conn, ids: readonly number[]) {
  const query = prepared(conn, 'exports.evidence', (c) =>
    c
      .select({
        id: evidence.id,
        claimId: evidence.claimId,
        sourceId: evidence.sourceId,
        sourceTitle: sources.title,
        publisher: sources.publisher,
        url: sources.url,
        archivedUrl: sources.archivedUrl,
        stance: evidence.stance,
        sourceKind: sources.kind,
        primary: sources.primary,
        passage: evidence.passage,
        locator: evidence.locator,
        passageMatch: evidence.passageMatch,
        passageThere: evidence.passageThere,
        copyAt: snapshots.capturedAt,
        sha256: snapshots.sha256,
        addedBy: people.name,
        addedAt: evidence.createdAt,
      })
      .from(evidence)
      .innerJoin(sources, eq(sources.id, evidence.sourceId))
      .leftJoin(people, eq(people.id, evidence.addedById))
      .leftJoin(snapshots, eq(snapshots.id, evidence.snapshotId))
      .where(and(among(evidence.claimId), mayLeave))
      .orderBy(asc(evidence.claimId), asc(evidence.id))
      .prepare(),
  )
  return query.execute(listed(ids))
}

export type EvidenceRow = Awaited<ReturnType<typeof evidenceOfClaims>>[number]
