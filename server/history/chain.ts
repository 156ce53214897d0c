import { setImmediate } from 'node:timers/promises'
import type { Conn } from '../../db/conn.ts'
import { type EventBody, readBody } from './body.ts'
import { kindOf } from './kinds.ts'
import { beginning, sha256 } from './record.ts'
import { type WholeEvent, eventsAfter, newestEvent } from './store.ts'

/** `events` were found whole, in order, from the first; `head` is the SHA-256 of the last of them, in hex. */
export type Checked = { events: number; head: string } & ({ ok: true } | { ok: false; seq: number; why: string })

type Link = { seq: number; hash: string }
/** The first event that is not as it was recorded. */
export type Fault = { seq: number; why: string }

/** How many events there are, and the SHA-256 of the newest in hex; '' before the first. */
export async function chainHead(conn: Conn): Promise<{ events: number; hash: string }> {
  const newest = await newestEvent(conn)
  return { events: newest?.seq ?? 0, hash: newest?.hash.toString('hex') ?? '' }
}

const page = 500

/**
 * Reads the history up to the newest event of this moment, from the first, and stops at the first event that is not as it
 * was recorded; `seen` is told of each before it. It lets other work through between pages. What it cannot see by itself, and
 * checkpoints are for: an end that was cut off, or a whole history that was written anew.
 */
export async function verifyChain(
  conn: Conn,
  seen: (body: EventBody, bytes: Buffer) => void = () => undefined,
): Promise<Checked> {
  const newest = (await newestEvent(conn))?.seq ?? 0
  let last: Link = { seq: 0, hash: beginning }
  let after = Number.MIN_SAFE_INTEGER
  while (after < newest) {
    const rows = await eventsAfter(conn, after, page)
    for (const row of rows) {
      const body = readBody(row.body)
      const fault = faultOf(row, body, last)
      if (fault) return { ok: false, events: last.seq, head: last.hash, ...fault }
      if (body) seen(body, row.body)
      last = { seq: row.seq, hash: row.hash.toString('hex') }
    }
    after = rows.at(-1)?.seq ?? newest
    await setImmediate()
  }
  return { ok: true, events: last.seq, head: last.hash }
}

function faultOf(row: WholeEvent, body: EventBody | undefined, last: Link): Fault | undefined {
  const { seq } = row
  if (seq < 1) return { seq, why: `There is an event numbered ${seq}; the first event has the number 1.` }
  if (seq !== last.seq + 1) return { seq: last.seq + 1, why: `Event ${last.seq + 1} is missing.` }
  if (!sha256(row.body).equals(row.hash)) {
    return { seq, why: `Event ${seq} was changed: its content does not match the hash recorded with it.` }
  }
  if (!body) return { seq, why: `Event ${seq} was changed: its content cannot be read as an event.` }
  if (body.seq !== seq)
    return { seq, why: `Event ${seq} was put in another’s place: it was recorded as event ${body.seq}.` }
  if (body.prev !== last.hash) return brokenLink(seq)
  const column = differing(row, body)
  return column === undefined
    ? undefined
    : { seq, why: `Event ${seq} is filed wrongly: its ${column} is not what was recorded.` }
}

// The event before has a right hash of its own, so somebody changed one of the two and made its hash anew.
function brokenLink(seq: number): Fault {
  if (seq === 1) return { seq, why: 'Event 1 was changed: it names an event before it, and there is none.' }
  const why = `Event ${seq - 1} or event ${seq} was changed: event ${seq} names another event before it.`
  return { seq: seq - 1, why }
}

// A type that is unknown has no kind, and is found out by that.
function differing(row: WholeEvent, body: EventBody): string | undefined {
  if (row.at !== body.at) return 'time'
  if (row.type !== body.type) return 'type'
  if (row.kind !== kindOf(body.type)) return 'kind'
  if (row.actorId !== body.actor) return 'actor'
  if (row.articleId !== (body.article ?? null)) return 'article'
  if (row.claimId !== (body.claim ?? null)) return 'claim'
  if (row.sourceId !== (body.source ?? null)) return 'source'
  if (row.personId !== (body.person ?? null)) return 'person'
  return row.roundId === (body.round ?? null) ? undefined : 'round'
}
