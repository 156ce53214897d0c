import type { Conn } from '../../db/conn.ts'
import type { EventKind } from '../../db/schema/index.ts'
import { type Person, can } from '../accounts/permissions.ts'
import { revisionsAt } from '../sources/revision.ts'
import { pageOf } from '../values/paging.ts'
import type { EventBody } from './body.ts'
import { type FieldChange, changedFields } from './changed.ts'
import type { EventType, Subject } from './events.ts'
import { type Known, lookUp, namesFor } from './names.ts'
import type { Names, Piece } from './pieces.ts'
import { sentences } from './sentences.ts'
import { eventsAfter, eventsOf } from './store.ts'

export type { FieldChange } from './changed.ts'
export type { Piece } from './pieces.ts'

/** One line of the history: who did what, as the viewer may see it. `sentence` follows the name of the actor. */
export type EventLine = {
  seq: number
  at: string
  type: EventType
  actor: string
  actorId: number | null
  /** Whether a program did it in the actor’s name, by an API token. */
  byToken: boolean
  claimId: number | null
  about: Omit<Subject, 'round'>
  sentence: Piece[]
  changed: FieldChange[]
}

/** Whose history: of what an event is about, of whoever did it, of a kind, of the days from … to (UTC, both included). */
export type About = Omit<Subject, 'round'> & { actor?: number; kind?: EventKind; from?: string; to?: string }

/**
 * The events about something (about everything, when nothing is named), newest first, older than `before`. Events about
 * confidential sources are there only for those who may see them, those of an open round of independent verdicts only for
 * whoever did them; sign-ins only for the person and for admins, and only
 * where one person's history or that kind is asked for.
 */
export async function historyOf(
  conn: Conn,
  viewer: Person,
  about: About,
  page: { before?: number; limit: number },
): Promise<EventLine[]> {
  const rows = await eventsOf(conn, { ...about, ...rights(viewer, about) }, page)
  return withRevisions(conn, viewer, await linesOf(conn, rows))
}

// What an edit of a source changed stands beside the history, where it can be kept from those who may not know of it.
async function withRevisions(conn: Conn, viewer: Person, lines: EventLine[]): Promise<EventLine[]> {
  const edits = lines.filter(({ type }) => type === 'source.edited').map(({ seq }) => seq)
  const revisions = await revisionsAt(conn, viewer, edits)
  return lines.map((line) => {
    const revision = revisions.get(line.seq)
    return revision ? { ...line, changed: changedFields(revision) } : line
  })
}

/** Events as lines, in the order given, whoever asks: for callers that have read only what the viewer may see. */
export async function linesOf(conn: Conn, rows: { body: Buffer }[]): Promise<EventLine[]> {
  // The body is what `record` made; `verifyChain` is what checks it.
  const bodies = rows.map((row) => JSON.parse(row.body.toString()) as EventBody)
  const known = await lookUp(conn, bodies)
  return bodies.map((body) => lineOf(body, known))
}

/** Everything of one type that was ever recorded, oldest first, whoever asks: for checks of the whole file. */
export async function* eventsOfType(conn: Conn, type: EventType): AsyncGenerator<EventBody> {
  for (let seq = 0; ;) {
    const rows = await eventsAfter(conn, seq, 500)
    for (const row of rows) if (row.type === type) yield JSON.parse(row.body.toString()) as EventBody
    const last = rows.at(-1)
    if (!last) return
    seq = last.seq
  }
}

const pageLength = 50

/** One page of the history; `next` is the `before` of the page after it, if there is one. */
export async function readPage(conn: Conn, viewer: Person, { before, ...about }: About & { before?: number }) {
  const found = await historyOf(conn, viewer, about, { before, limit: pageLength + 1 })
  const { rows, last } = pageOf(found, pageLength)
  return { lines: rows, next: last?.seq }
}

function rights(viewer: Person, { actor, person, kind }: About) {
  const personal = kind === 'sign_ins' || actor !== undefined || person !== undefined
  const own = (actor ?? viewer.id) === viewer.id && (person ?? viewer.id) === viewer.id
  const isAdmin = viewer.role === 'admin'
  return {
    viewer: viewer.id,
    confidential: can(viewer, 'source.seeConfidential'),
    signIns: personal && (isAdmin || own),
    // Others find nothing but their own sign-ins among all.
    ...(kind === 'sign_ins' && !isAdmin && { actor: viewer.id }),
  }
}

function lineOf(body: EventBody, known: Known): EventLine {
  const { seq, at, type, actor, article, claim, source, person, data } = body
  return {
    seq,
    at,
    type,
    actor: actor === null ? 'Stet' : known.person(actor),
    actorId: actor,
    byToken: body.token !== undefined,
    claimId: claim ?? null,
    about: { article, claim, source, person },
    sentence: sentenceOf(body, namesFor(body, known)),
    changed: changedFields(data),
  }
}

function sentenceOf(body: EventBody, names: Names): Piece[] {
  // A type and its data were written together, which the union of all types cannot say.
  const say = sentences[body.type] as ((data: unknown, names: Names) => Piece[]) | undefined
  return say ? say(body.data, names) : [`did something that this release has no words for (${body.type}).`]
}

/** A line as one plain sentence. */
export function plainLine({ actor, sentence }: Pick<EventLine, 'actor' | 'sentence'>): string {
  const words = sentence.map((piece) =>
    typeof piece === 'string' ? piece : piece.quoted ? `“${piece.text}”` : piece.text,
  )
  return `${actor} ${words.join('')}`
}
