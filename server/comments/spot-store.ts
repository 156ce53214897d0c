import { and, desc, eq, isNull } from 'drizzle-orm'
import { alias } from 'drizzle-orm/sqlite-core'
import type { Conn } from '../../db/conn.ts'
import { claims, comments, evidence, rounds, sources, threads, verdicts } from '../../db/schema/index.ts'

const openRounds = alias(rounds, 'open_rounds')

// What decides who may see a discussion, and who hears of it.
const spotColumns = {
  claim: { id: claims.id, articleId: claims.articleId, assigneeId: claims.assigneeId },
  evidence: { id: evidence.id, addedById: evidence.addedById },
  source: { id: sources.id, title: sources.title, confidential: sources.confidential },
  verdict: { id: verdicts.id, number: verdicts.number, authorId: verdicts.authorId },
  round: { id: rounds.id, closedAt: rounds.closedAt },
}

export type FoundSpot = NonNullable<Awaited<ReturnType<typeof findSpot>>>
export type Spot = Omit<FoundSpot, 'pair'>

/**
 * What a new thread would be about; evidence or verdict are null when there is none of that id on the claim, `pair` when
 * no two checkers judge it independently now.
 */
export async function findSpot(conn: Conn, wanted: { claimId: number; evidenceId?: number; verdictId?: number }) {
  const [found] = await conn
    .select({ ...spotColumns, pair: { firstId: openRounds.firstId, secondId: openRounds.secondId } })
    .from(claims)
    .leftJoin(openRounds, and(eq(openRounds.claimId, claims.id), isNull(openRounds.closedAt)))
    .leftJoin(evidence, and(eq(evidence.id, wanted.evidenceId ?? 0), eq(evidence.claimId, claims.id)))
    .leftJoin(sources, eq(sources.id, evidence.sourceId))
    .leftJoin(verdicts, and(eq(verdicts.id, wanted.verdictId ?? 0), eq(verdicts.claimId, claims.id)))
    .leftJoin(rounds, eq(rounds.id, verdicts.roundId))
    .where(eq(claims.id, wanted.claimId))
    .limit(1)
  return found
}

/** A thread and what it is about. */
export async function findThread(conn: Conn, id: number) {
  const [found] = await conn
    .select({ id: threads.id, resolvedAt: threads.resolvedAt, ...spotColumns })
    .from(threads)
    .innerJoin(claims, eq(claims.id, threads.claimId))
    .leftJoin(evidence, eq(evidence.id, threads.evidenceId))
    .leftJoin(sources, eq(sources.id, evidence.sourceId))
    .leftJoin(verdicts, eq(verdicts.id, threads.verdictId))
    .leftJoin(rounds, eq(rounds.id, verdicts.roundId))
    .where(eq(threads.id, id))
    .limit(1)
  return found
}

/** Whose comment it is and where it stands. */
export async function findComment(conn: Conn, id: number) {
  const [found] = await conn
    .select({ threadId: comments.threadId, authorId: comments.authorId, erasedAt: comments.erasedAt })
    .from(comments)
    .where(eq(comments.id, id))
    .limit(1)
  return found
}

/** Whoever has written in a thread. */
export async function authorsOf(conn: Conn, threadId: number): Promise<number[]> {
  const rows = await conn
    .selectDistinct({ id: comments.authorId })
    .from(comments)
    .where(eq(comments.threadId, threadId))
  return rows.map(({ id }) => id)
}

type Opened = { claimId: number; evidenceId: number | null; verdictId: number | null; openedById: number }

/** The newest open thread that the person has opened there, if any. */
export async function newestThread(conn: Conn, { claimId, evidenceId, verdictId, openedById }: Opened) {
  const [found] = await conn
    .select({ id: threads.id })
    .from(threads)
    .where(
      and(
        eq(threads.claimId, claimId),
        evidenceId === null ? isNull(threads.evidenceId) : eq(threads.evidenceId, evidenceId),
        verdictId === null ? isNull(threads.verdictId) : eq(threads.verdictId, verdictId),
        eq(threads.openedById, openedById),
        isNull(threads.resolvedAt),
      ),
    )
    .orderBy(desc(threads.id))
    .limit(1)
  return found
}

/** The newest comment in a thread. */
export async function lastComment(conn: Conn, threadId: number) {
  const [found] = await conn
    .select({ authorId: comments.authorId, body: comments.body })
    .from(comments)
    .where(eq(comments.threadId, threadId))
    .orderBy(desc(comments.id))
    .limit(1)
  return found
}
