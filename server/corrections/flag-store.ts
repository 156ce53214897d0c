import { and, asc, desc, eq, isNull, ne, or, sql } from 'drizzle-orm'
import { alias } from 'drizzle-orm/sqlite-core'
import { type Conn, type Tx, insertedId, prepared } from '../../db/conn.ts'
import { citations, claims, corrections, decisions, evidence, flags, people } from '../../db/schema/index.ts'

const id = sql.placeholder('id')
const claimColumns = {
  id: claims.id,
  articleId: claims.articleId,
  assigneeId: claims.assigneeId,
  checkerId: decisions.checkerId,
}
const own = alias(evidence, 'own_evidence')

/** The claims that cite this one, but for those set aside. */
export async function citingClaims(conn: Conn, claimId: number) {
  return conn
    .select(claimColumns)
    .from(citations)
    .innerJoin(claims, eq(claims.id, citations.claimId))
    .leftJoin(decisions, eq(decisions.id, claims.decisionId))
    .where(and(eq(citations.citedId, claimId), ne(claims.state, 'set_aside')))
    .orderBy(asc(claims.id))
}

/** The other claims with standing evidence from a source that standing evidence of this one is from, but for those set aside. */
export async function claimsWithItsSources(conn: Conn, claimId: number) {
  return conn
    .selectDistinct(claimColumns)
    .from(own)
    .innerJoin(evidence, eq(evidence.sourceId, own.sourceId))
    .innerJoin(claims, eq(claims.id, evidence.claimId))
    .leftJoin(decisions, eq(decisions.id, claims.decisionId))
    .where(
      and(
        eq(own.claimId, claimId),
        isNull(own.withdrawnAt),
        ne(evidence.claimId, claimId),
        isNull(evidence.withdrawnAt),
        ne(claims.state, 'set_aside'),
      ),
    )
    .orderBy(asc(claims.id))
}

export type ToFlag = Awaited<ReturnType<typeof citingClaims>>[number]

type NewFlag = { claimId: number; correctionId: number; why: 'same_source' | 'cites' }

/** Returns the id. Prepared, since a source may be used by many claims. */
export async function insertFlag(tx: Tx, flag: NewFlag): Promise<number> {
  const query = prepared(tx, 'flags.insert', () =>
    tx
      .insert(flags)
      .values({
        claimId: sql.placeholder('claimId'),
        correctionId: sql.placeholder('correctionId'),
        why: sql.placeholder('why'),
        createdAt: sql.placeholder('createdAt'),
      })
      .returning({ id: flags.id })
      .prepare(),
  )
  return insertedId(await query.execute({ ...flag, createdAt: tx.now }))
}

const corrected = alias(claims, 'corrected')
const flagColumns = {
  id: flags.id,
  why: flags.why,
  createdAt: flags.createdAt,
  kind: corrections.kind,
  note: corrections.note,
  corrected: { id: corrected.id, articleId: corrected.articleId, number: corrected.number },
}

/** The flags of a claim that nobody has looked at, the newest first. */
export async function flagRows(conn: Conn, claimId: number) {
  const query = prepared(conn, 'flags.ofClaim', (c) =>
    c
      .select(flagColumns)
      .from(flags)
      .innerJoin(corrections, eq(corrections.id, flags.correctionId))
      .innerJoin(corrected, eq(corrected.id, corrections.claimId))
      .where(and(eq(flags.claimId, id), isNull(flags.clearedAt)))
      .orderBy(desc(flags.id))
      .prepare(),
  )
  return query.execute({ id: claimId })
}

/** Up to `limit` open flags on claims that this person has, or decided where nobody has them; the oldest first. */
export async function flagsFor(conn: Conn, personId: number, limit: number) {
  const query = prepared(conn, 'flags.of', (c) =>
    c
      .select({
        flagId: flags.id,
        why: flags.why,
        createdAt: flags.createdAt,
        kind: corrections.kind,
        id: claims.id,
        articleId: claims.articleId,
        number: claims.number,
        statement: claims.statement,
        corrected: { id: corrected.id, articleId: corrected.articleId, number: corrected.number },
      })
      .from(flags)
      .innerJoin(claims, eq(claims.id, flags.claimId))
      .innerJoin(corrections, eq(corrections.id, flags.correctionId))
      .innerJoin(corrected, eq(corrected.id, corrections.claimId))
      .leftJoin(decisions, eq(decisions.id, claims.decisionId))
      .where(
        and(
          isNull(flags.clearedAt),
          or(eq(claims.assigneeId, id), and(isNull(claims.assigneeId), eq(decisions.checkerId, id))),
        ),
      )
      .orderBy(asc(flags.id))
      .limit(sql.placeholder('limit'))
      .prepare(),
  )
  return query.execute({ id: personId, limit })
}

/** Which claim a flag is on, and who has cleared it, if somebody has; undefined when there is none. */
export async function findFlag(conn: Conn, flagId: number) {
  const [found] = await conn
    .select({
      id: flags.id,
      claim: { id: claims.id, articleId: claims.articleId },
      clearedAt: flags.clearedAt,
      clearedBy: people.name,
    })
    .from(flags)
    .innerJoin(claims, eq(claims.id, flags.claimId))
    .leftJoin(people, eq(people.id, flags.clearedById))
    .where(eq(flags.id, flagId))
  return found
}

/** Marks the flag as looked at, at the time of the transaction. */
export async function closeFlag(
  tx: Tx,
  flagId: number,
  by: { clearedById: number; clearedNote: string },
): Promise<void> {
  await tx
    .update(flags)
    .set({ ...by, clearedAt: tx.now })
    .where(eq(flags.id, flagId))
}
