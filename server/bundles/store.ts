import { and, asc, eq, inArray, isNull } from 'drizzle-orm'
import { alias } from 'drizzle-orm/sqlite-core'
import type { Conn } from '../../db/conn.ts'
import { claims, evidence, snapshots, sources, versions } from '../../db/schema/index.ts'

/** The ids of the claims of an article in the order of their numbers. */
export async function claimIds(conn: Conn, articleId: number): Promise<number[]> {
  const rows = await conn
    .select({ id: claims.id })
    .from(claims)
    .where(eq(claims.articleId, articleId))
    .orderBy(asc(claims.number))
  return rows.map(({ id }) => id)
}

/** Every frozen text of an article, the oldest first. */
export async function textsOf(conn: Conn, articleId: number) {
  const { number, text, blocks, sha256, createdAt } = versions
  return conn
    .select({ number, text, blocks, sha256, addedAt: createdAt })
    .from(versions)
    .where(eq(versions.articleId, articleId))
    .orderBy(asc(number))
}

const cited = alias(sources, 'cited')
const holders = alias(sources, 'holders')

/** The sources that standing evidence on the claims of an article cites, as far as they are not confidential, by id. */
export async function citedSources(conn: Conn, articleId: number) {
  return conn
    .selectDistinct({ id: cited.id, title: cited.title, url: cited.url })
    .from(evidence)
    .innerJoin(claims, eq(claims.id, evidence.claimId))
    .innerJoin(cited, eq(cited.id, evidence.sourceId))
    .where(and(eq(claims.articleId, articleId), isNull(evidence.withdrawnAt), eq(cited.confidential, false)))
    .orderBy(asc(cited.id))
}

/** The copies that passages of that evidence were looked up in; neither the source cited nor the one that the copy is of is confidential. */
export async function citedCopies(conn: Conn, articleId: number) {
  return conn
    .selectDistinct({ id: snapshots.id, sourceId: cited.id })
    .from(evidence)
    .innerJoin(claims, eq(claims.id, evidence.claimId))
    .innerJoin(cited, eq(cited.id, evidence.sourceId))
    .innerJoin(snapshots, eq(snapshots.id, evidence.snapshotId))
    .innerJoin(holders, eq(holders.id, snapshots.sourceId))
    .where(
      and(
        eq(claims.articleId, articleId),
        isNull(evidence.withdrawnAt),
        eq(cited.confidential, false),
        eq(holders.confidential, false),
      ),
    )
    .orderBy(asc(snapshots.id))
}

/** The copies by id, without those of confidential sources, the oldest first. */
export async function copiesById(conn: Conn, ids: readonly number[]) {
  const { id, sourceId, sha256, mediaType, size, address, finalAddress, capturedAt } = snapshots
  return conn
    .select({ id, sourceId, sha256, mediaType, size, address, finalAddress, capturedAt })
    .from(snapshots)
    .innerJoin(holders, eq(holders.id, sourceId))
    .where(and(inArray(id, [...ids]), eq(holders.confidential, false)))
    .orderBy(asc(id))
}
