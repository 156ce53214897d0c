import { and, desc, eq, isNull, lt, or, sql } from 'drizzle-orm'
import { alias } from 'drizzle-orm/sqlite-core'
import { type Conn, type Tx, insertedId, prepared } from '../../db/conn.ts'
import { articles, attempts, claims, people } from '../../db/schema/index.ts'
import type { AttemptText } from './attempt.ts'

const erasers = alias(people, 'erasers')

const columns = {
  id: attempts.id,
  claimId: attempts.claimId,
  purpose: attempts.purpose,
  whom: attempts.whom,
  way: attempts.way,
  asked: attempts.asked,
  askedOn: attempts.askedOn,
  deadlineOn: attempts.deadlineOn,
  outcome: attempts.outcome,
  answer: attempts.answer,
  answeredOn: attempts.answeredOn,
  public: attempts.public,
  addedBy: { id: people.id, name: people.name },
  createdAt: attempts.createdAt,
  version: attempts.version,
  withdrawnAt: attempts.withdrawnAt,
  withdrawnReason: attempts.withdrawnReason,
  erasedAt: attempts.erasedAt,
  erasedBy: erasers.name,
}

/** The attempts on a claim, newest first, those withdrawn among them. */
export async function attemptsOfClaim(conn: Conn, claimId: number) {
  const query = prepared(conn, 'attempts.ofClaim', (c) =>
    c
      .select(columns)
      .from(attempts)
      .innerJoin(people, eq(people.id, attempts.addedById))
      .leftJoin(erasers, eq(erasers.id, attempts.erasedById))
      .where(eq(attempts.claimId, sql.placeholder('claimId')))
      .orderBy(desc(attempts.id))
      .prepare(),
  )
  return query.execute({ claimId })
}

/** The attempt, withdrawn or not, or undefined. */
export async function findAttempt(conn: Conn, id: number) {
  const [found] = await conn
    .select(columns)
    .from(attempts)
    .innerJoin(people, eq(people.id, attempts.addedById))
    .leftJoin(erasers, eq(erasers.id, attempts.erasedById))
    .where(eq(attempts.id, id))
    .limit(1)
  return found
}

/** The salt of the fingerprints of an attempt. */
export async function findSalt(conn: Conn, id: number): Promise<string> {
  const [found] = await conn.select({ salt: attempts.salt }).from(attempts).where(eq(attempts.id, id)).limit(1)
  if (!found) throw new Error(`Attempt ${id} is gone`)
  return found.salt
}

type NewRow = AttemptText & { claimId: number; salt: string; addedById: number }

/** Returns the id. */
export async function insertAttempt(tx: Tx, row: NewRow): Promise<number> {
  return insertedId(
    await tx
      .insert(attempts)
      .values({ ...row, createdAt: tx.now })
      .returning({ id: attempts.id }),
  )
}

type Edit = Partial<AttemptText> & { version: number; withdrawnAt?: string; withdrawnReason?: string }

/** Changes what is known of it, or withdraws it; the caller counts its version up. */
export async function updateAttempt(tx: Tx, id: number, edit: Edit): Promise<void> {
  await tx.update(attempts).set(edit).where(eq(attempts.id, id))
}

type Erasing = { version: number; byId: number }

/** Takes the texts and the salt away; without the salt nobody can test a guess against the history. */
export async function eraseTexts(tx: Tx, id: number, { version, byId }: Erasing): Promise<void> {
  const gone = { whom: '', asked: null, answer: null, withdrawnReason: null, salt: '', public: false }
  await tx
    .update(attempts)
    .set({ ...gone, version, erasedAt: tx.now, erasedById: byId })
    .where(eq(attempts.id, id))
}

/** Open attempts whose deadline lies before `today`, of that person or on their claims, the longest overdue first. */
export async function overdueFor(
  conn: Conn,
  { personId, today, limit }: { personId: number; today: string; limit: number },
) {
  return conn
    .select({
      id: attempts.id,
      purpose: attempts.purpose,
      whom: attempts.whom,
      deadlineOn: sql<string>`${attempts.deadlineOn}`,
      claim: { id: claims.id, articleId: claims.articleId, number: claims.number, statement: claims.statement },
      articleTitle: articles.title,
    })
    .from(attempts)
    .innerJoin(claims, eq(claims.id, attempts.claimId))
    .innerJoin(articles, eq(articles.id, claims.articleId))
    .where(
      and(
        eq(attempts.outcome, 'waiting'),
        lt(attempts.deadlineOn, today),
        isNull(attempts.withdrawnAt),
        isNull(attempts.erasedAt),
        or(eq(attempts.addedById, personId), eq(claims.assigneeId, personId)),
      ),
    )
    .orderBy(attempts.deadlineOn, attempts.id)
    .limit(limit)
}
