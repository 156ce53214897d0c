import { and, eq, isNotNull, isNull, sql } from 'drizzle-orm'
import { type SQLiteColumn, alias } from 'drizzle-orm/sqlite-core'
import { type Conn, type Tx, prepared } from '../../db/conn.ts'
import { insertInto } from '../../db/insert.ts'
import { articles, claims, evidence, people, snapshots, sources } from '../../db/schema/index.ts'
import { sourceColumns } from '../sources/columns.ts'
import type { EvidenceText } from './evidence.ts'
import type { PassagePlace } from './look-up.ts'

const adders = alias(people, 'adders')
const withdrawers = alias(people, 'withdrawers')
const origins = alias(sources, 'origins')
const lastCopies = alias(snapshots, 'last_copies')

const placeColumns = {
  snapshotId: evidence.snapshotId,
  passageStart: evidence.passageStart,
  passageEnd: evidence.passageEnd,
  passageMatch: evidence.passageMatch,
  passageThere: evidence.passageThere,
  passageLastIn: evidence.passageLastIn,
}

const itemColumns = {
  id: evidence.id,
  claimId: evidence.claimId,
  stance: evidence.stance,
  passage: evidence.passage,
  locator: evidence.locator,
  note: evidence.note,
  addedBy: adders.name,
  createdAt: evidence.createdAt,
  version: evidence.version,
  withdrawnAt: evidence.withdrawnAt,
  withdrawnReason: evidence.withdrawnReason,
  withdrawnBy: withdrawers.name,
  ...placeColumns,
  copyAt: snapshots.capturedAt,
  lastCopyAt: lastCopies.capturedAt,
}

// That information comes from a confidential source is as confidential as that source.
const unlessSecret = <T>(column: SQLiteColumn) =>
  sql<T | null>`case when ${origins.confidential} then null else ${column} end`
const openOrigin = { origin: unlessSecret<string>(sources.origin), originId: unlessSecret<number>(sources.originId) }
const anyOrigin = { origin: sources.origin, originId: sources.originId }

const items = (c: Conn, all: boolean) =>
  c
    .select({ ...itemColumns, source: { ...sourceColumns, ...(all ? anyOrigin : openOrigin) } })
    .from(evidence)
    .innerJoin(sources, eq(sources.id, evidence.sourceId))
    .leftJoin(origins, eq(origins.id, sources.originId))
    .leftJoin(adders, eq(adders.id, evidence.addedById))
    .leftJoin(withdrawers, eq(withdrawers.id, evidence.withdrawnById))
    .leftJoin(snapshots, eq(snapshots.id, evidence.snapshotId))
    .leftJoin(lastCopies, eq(lastCopies.id, evidence.passageLastIn))

/** The evidence on a claim, oldest first, withdrawn items among it; that from confidential sources only when `all`. */
export async function itemsOfClaim(conn: Conn, claimId: number, all: boolean) {
  const ofClaim = eq(evidence.claimId, sql.placeholder('claimId'))
  const query = prepared(conn, `evidence.ofClaim.${all ? 'all' : 'open'}`, (c) =>
    items(c, all)
      .where(all ? ofClaim : and(ofClaim, eq(sources.confidential, false)))
      .orderBy(evidence.id)
      .prepare(),
  )
  return query.execute({ claimId })
}

/** The item, withdrawn or from a confidential source too, with an origin that may be confidential; or undefined. */
export async function findItem(conn: Conn, id: number) {
  const query = prepared(conn, 'evidence.one', (c) =>
    items(c, true)
      .where(eq(evidence.id, sql.placeholder('id')))
      .limit(1)
      .prepare(),
  )
  const [found] = await query.execute({ id })
  return found
}

/** What evidence needs to know of its claim. */
export async function findClaim(conn: Conn, id: number) {
  const [found] = await conn
    .select({
      id: claims.id,
      number: claims.number,
      statement: claims.statement,
      state: claims.state,
      articleId: claims.articleId,
      articleTitle: articles.title,
    })
    .from(claims)
    .innerJoin(articles, eq(articles.id, claims.articleId))
    .where(eq(claims.id, id))
    .limit(1)
  return found
}

/** The id of a claim by its number in its article, or undefined. */
export async function findNumbered(conn: Conn, { articleId, number }: { articleId: number; number: number }) {
  const ofArticle = and(eq(claims.articleId, articleId), eq(claims.number, number))
  const [found] = await conn.select({ id: claims.id }).from(claims).where(ofArticle).limit(1)
  return found?.id
}

/** The item on the claim that says the same: source, stance and passage; withdrawn ones do not count. */
export async function findSame(conn: Conn, { claimId, sourceId, stance, passage }: Same) {
  const [found] = await conn
    .select({ id: evidence.id })
    .from(evidence)
    .where(
      and(
        eq(evidence.claimId, claimId),
        eq(evidence.sourceId, sourceId),
        eq(evidence.stance, stance),
        passage === null ? isNull(evidence.passage) : eq(evidence.passage, passage),
        isNull(evidence.withdrawnAt),
      ),
    )
    .limit(1)
  return found
}

type Same = Pick<EvidenceText, 'stance' | 'passage'> & { claimId: number; sourceId: number }

type NewRow = EvidenceText & PassagePlace & { id?: number; claimId: number; sourceId: number; addedById: number | null }

/** Returns the id. The count of the claim follows by a trigger. */
export const insertEvidence = (tx: Tx, row: NewRow): Promise<number> =>
  insertInto(tx, evidence, { ...row, createdAt: tx.now })

type Edit = Partial<EvidenceText & PassagePlace> & {
  version?: number
  withdrawnAt?: string
  withdrawnById?: number
  withdrawnReason?: string
}

/** Changes what it says or where it was found, or withdraws it; for what people do the caller counts its version up. */
export async function updateEvidence(tx: Tx, id: number, edit: Edit): Promise<void> {
  await tx.update(evidence).set(edit).where(eq(evidence.id, id))
}

/** The passages of a source's standing evidence, oldest first. */
export async function findPassages(conn: Conn, sourceId: number): Promise<{ id: number; passage: string }[]> {
  const rows = await conn
    .select({ id: evidence.id, passage: evidence.passage })
    .from(evidence)
    .where(and(eq(evidence.sourceId, sourceId), isNotNull(evidence.passage), isNull(evidence.withdrawnAt)))
    .orderBy(evidence.id)
  return rows.flatMap(({ id, passage }) => (passage === null ? [] : { id, passage }))
}

/** The passage of a standing piece of evidence, where it was found and of which source that copy is; undefined when there is none. */
export async function findPlace(conn: Conn, id: number) {
  const [found] = await conn
    .select({
      claimId: evidence.claimId,
      sourceId: evidence.sourceId,
      passage: evidence.passage,
      locator: evidence.locator,
      ...placeColumns,
      copyOf: snapshots.sourceId,
    })
    .from(evidence)
    .leftJoin(snapshots, eq(snapshots.id, evidence.snapshotId))
    .where(and(eq(evidence.id, id), isNull(evidence.withdrawnAt)))
    .limit(1)
  return found
}
