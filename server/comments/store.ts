import { and, asc, eq, inArray, isNotNull, isNull, or, sql } from 'drizzle-orm'
import { alias } from 'drizzle-orm/sqlite-core'
import { type Conn, prepared } from '../../db/conn.ts'
import { comments, evidence, mentions, people, rounds, sources, threads, verdicts } from '../../db/schema/index.ts'

const authors = alias(people, 'authors')
const mentionedPeople = alias(people, 'mentioned_people')
const erasers = alias(people, 'erasers')
const resolvers = alias(people, 'resolvers')

type Asked = { claimId: number; viewer: number; confidential: boolean }

/**
 * The comments on a claim, thread by thread as they were opened, each with its thread, once for everyone mentioned in it;
 * only those the viewer may see.
 */
export async function commentRows(conn: Conn, { claimId, viewer, confidential }: Asked) {
  const query = prepared(conn, `comments.ofClaim.${confidential}`, (c) =>
    c
      .select({
        thread: { id: threads.id, resolvedAt: threads.resolvedAt },
        resolver: resolvers.name,
        evidence: { id: evidence.id },
        source: sources.title,
        verdict: { id: verdicts.id, number: verdicts.number },
        comment: { id: comments.id, body: comments.body, createdAt: comments.createdAt, erasedAt: comments.erasedAt },
        author: { id: authors.id, name: authors.name },
        eraser: erasers.name,
        mentioned: mentionedPeople.name,
      })
      .from(threads)
      .innerJoin(comments, eq(comments.threadId, threads.id))
      .innerJoin(authors, eq(authors.id, comments.authorId))
      .leftJoin(mentions, eq(mentions.commentId, comments.id))
      .leftJoin(mentionedPeople, eq(mentionedPeople.id, mentions.personId))
      .leftJoin(erasers, eq(erasers.id, comments.erasedById))
      .leftJoin(resolvers, eq(resolvers.id, threads.resolvedById))
      .leftJoin(evidence, eq(evidence.id, threads.evidenceId))
      .leftJoin(sources, eq(sources.id, evidence.sourceId))
      .leftJoin(verdicts, eq(verdicts.id, threads.verdictId))
      .leftJoin(rounds, eq(rounds.id, verdicts.roundId))
      .where(
        and(
          eq(threads.claimId, sql.placeholder('claimId')),
          confidential ? undefined : or(isNull(sources.id), eq(sources.confidential, false)),
          or(isNull(rounds.id), isNotNull(rounds.closedAt), eq(verdicts.authorId, sql.placeholder('viewer'))),
        ),
      )
      .orderBy(asc(threads.id), asc(comments.id), asc(mentions.personId))
      .prepare(),
  )
  return query.execute({ claimId, viewer })
}

/** The texts of those comments. */
export async function bodiesOf(conn: Conn, ids: number[]): Promise<{ id: number; body: string }[]> {
  return conn.select({ id: comments.id, body: comments.body }).from(comments).where(inArray(comments.id, ids))
}
