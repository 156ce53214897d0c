import { and, count, desc, eq, exists, gt, gte, isNull, lt, lte, ne, notExists, or, sql } from 'drizzle-orm'
import { type Conn, type Tx, prepared } from '../../db/conn.ts'
import { type EventKind, events, rounds, sources } from '../../db/schema/index.ts'
import type { EventType, Subject } from './events.ts'

type NewEvent = {
  seq: number
  body: Buffer
  hash: Buffer
  at: string
  type: EventType
  kind: EventKind
  actorId: number | null
  subject: Subject
}

/** The last event, or undefined before the first. */
export async function newestEvent(conn: Conn): Promise<{ seq: number; hash: Buffer; at: string } | undefined> {
  const query = prepared(conn, 'history.newest', (c) =>
    c
      .select({ seq: events.seq, hash: events.hash, at: events.at })
      .from(events)
      .orderBy(desc(events.seq))
      .limit(1)
      .prepare(),
  )
  const [newest] = await query.execute()
  return newest
}

/** Stores an event at the end of the chain; a trigger keeps it from ever changing. */
export async function appendEvent(tx: Tx, { subject, ...event }: NewEvent): Promise<void> {
  const query = prepared(tx, 'history.append', () =>
    tx
      .insert(events)
      .values({
        seq: sql.placeholder('seq'),
        body: sql.placeholder('body'),
        hash: sql.placeholder('hash'),
        at: sql.placeholder('at'),
        type: sql.placeholder('type'),
        kind: sql.placeholder('kind'),
        actorId: sql.placeholder('actorId'),
        articleId: sql.placeholder('articleId'),
        claimId: sql.placeholder('claimId'),
        sourceId: sql.placeholder('sourceId'),
        personId: sql.placeholder('personId'),
        roundId: sql.placeholder('roundId'),
      })
      .prepare(),
  )
  const { article, claim, source, person, round } = subject
  await query.execute({
    ...event,
    articleId: article ?? null,
    claimId: claim ?? null,
    sourceId: source ?? null,
    personId: person ?? null,
    roundId: round ?? null,
  })
}

export type WholeEvent = typeof events.$inferSelect

/** Up to `limit` events after `seq`, oldest first, whole: for checking the chain. */
export async function eventsAfter(conn: Conn, seq: number, limit: number) {
  const query = prepared(conn, `history.after ${limit}`, (c) =>
    c
      .select()
      .from(events)
      .where(gt(events.seq, sql.placeholder('seq')))
      .orderBy(events.seq)
      .limit(limit)
      .prepare(),
  )
  return query.execute({ seq })
}

/**
 * Up to `limit` events after `seq`, oldest first, as they may be handed to outsiders: `sealed` are those that the list of
 * events does not show to everybody.
 */
export async function eventsToHandOut(conn: Conn, seq: number, limit: number) {
  const query = prepared(conn, `history.out ${limit}`, (c) => {
    const hidden = or(eq(events.kind, 'sign_ins'), exists(secretSource(c)), exists(openRound(c)))
    return c
      .select({
        seq: events.seq,
        body: events.body,
        hash: events.hash,
        type: events.type,
        articleId: events.articleId,
        sourceId: events.sourceId,
        sealed: sql`${hidden}`.mapWith(Boolean),
      })
      .from(events)
      .where(gt(events.seq, sql.placeholder('seq')))
      .orderBy(events.seq)
      .limit(limit)
      .prepare()
  })
  return query.execute({ seq })
}

type Asked = Omit<Subject, 'round'> & {
  /** Who asks: they find what they did in a round of independent verdicts that is still open, and nobody else does. */
  viewer: number
  actor?: number
  kind?: EventKind
  from?: string
  to?: string
  /** Whether events about confidential sources are among them; not unless said. */
  confidential?: boolean
  /** Whether sign-ins are among them; not unless said. */
  signIns?: boolean
}

const given = {
  article: eq(events.articleId, sql.placeholder('article')),
  claim: eq(events.claimId, sql.placeholder('claim')),
  source: eq(events.sourceId, sql.placeholder('source')),
  person: eq(events.personId, sql.placeholder('person')),
  actor: eq(events.actorId, sql.placeholder('actor')),
  kind: eq(events.kind, sql.placeholder('kind')),
  before: lt(events.seq, sql.placeholder('before')),
  first: gte(events.seq, sql.placeholder('first')),
  last: lte(events.seq, sql.placeholder('last')),
}
// Object.keys says only string; the keys are those of the table.
const givens = Object.keys(given) as (keyof typeof given)[]

/** Up to `limit` events about the subject (all, when it is empty), newest first, older than `before`. */
export async function eventsOf(conn: Conn, asked: Asked, { before, limit }: { before?: number; limit: number }) {
  const days = await daysOf(conn, asked)
  if (!days) return []
  const { confidential = false, signIns = false } = asked
  const values = { ...asked, ...days, before }
  const keys = givens.filter((key) => values[key] !== undefined)
  const query = prepared(conn, `history.of ${keys.join()} ${confidential} ${signIns}`, (c) =>
    c
      .select({ seq: events.seq, body: events.body })
      .from(events)
      .where(
        and(
          ...keys.map((key) => given[key]),
          signIns ? undefined : ne(events.kind, 'sign_ins'),
          confidential ? undefined : or(isNull(events.sourceId), notExists(secretSource(c))),
          or(isNull(events.roundId), eq(events.actorId, sql.placeholder('viewer')), notExists(openRound(c))),
        ),
      )
      .orderBy(desc(events.seq))
      .limit(sql.placeholder('limit'))
      .prepare(),
  )
  return query.execute({ ...values, limit })
}

const secretSource = (conn: Conn) =>
  conn
    .select({ id: sources.id })
    .from(sources)
    .where(and(eq(sources.id, events.sourceId), eq(sources.confidential, true)))

const openRound = (conn: Conn) =>
  conn
    .select({ id: rounds.id })
    .from(rounds)
    .where(and(eq(rounds.id, events.roundId), isNull(rounds.closedAt)))

// Days become sequence numbers first, so that the list is read from where they end and not from today.
async function daysOf(conn: Conn, { from, to }: { from?: string; to?: string }) {
  if (from === undefined && to === undefined) return {}
  const end = to === undefined ? undefined : `${to}T23:59:59.999Z`
  const within = and(
    from === undefined ? undefined : gte(events.at, from),
    end === undefined ? undefined : lte(events.at, end),
  )
  const asc = conn.select({ seq: events.seq }).from(events).where(within)
  const [first] = await asc.orderBy(events.at, events.seq).limit(1)
  const [last] = await conn
    .select({ seq: events.seq })
    .from(events)
    .where(within)
    .orderBy(desc(events.at), desc(events.seq))
    .limit(1)
  return first && last && { first: first.seq, last: last.seq }
}

/** How many events are about the claim. */
export async function countAbout(conn: Conn, claimId: number): Promise<number> {
  const query = prepared(conn, 'events.about_claim', (c) =>
    c
      .select({ count: count() })
      .from(events)
      .where(eq(events.claimId, sql.placeholder('claimId')))
      .prepare(),
  )
  const [row] = await query.execute({ claimId })
  return row?.count ?? 0
}
