import { setImmediate } from 'node:timers/promises'
import type { Conn } from '../../db/conn.ts'
import { type Db, openSnapshot } from '../../db/open.ts'
import { write } from '../../db/write.ts'
import { type Person, permit } from '../accounts/permissions.ts'
import { makeCheckpoint } from './checkpoint.ts'
import { allCheckpoints } from './checkpoint-store.ts'
import { type Signing, namedKey } from './key.ts'
import { leafHash } from './merkle.ts'
import { record } from './record.ts'
import { eventsToHandOut, newestEvent } from './store.ts'

/** Writes down that somebody takes the history out, and signs it with that in it, so that all of the file is signed. */
export async function recordHistoryExport(signing: Signing, person: Person): Promise<void> {
  permit(person, 'history.verify')
  await write(signing.db, async (tx) => {
    const events = (await newestEvent(tx))?.seq ?? 0
    await record(tx, person, 'history.exported', {}, { events })
  })
  await makeCheckpoint(signing, 'asked')
}

/** The whole history for the verifier, as it is at this moment, whatever is written while it is sent. */
export async function* historyPieces({ file, clock }: Pick<Db, 'file' | 'clock'>): AsyncGenerator<Buffer> {
  const { conn, close } = openSnapshot(file)
  try {
    yield* historyLines(conn, clock.now().toISOString())
  } finally {
    close()
  }
}

const page = 500

/**
 * The history as JSON Lines, the event loop turning after each page: each event byte for byte, each checkpoint after the last
 * event that it is over. Sign-ins, events about confidential sources and those of an open round of independent verdicts are
 * there by their hashes alone, whoever asks: the file is made to be handed on. So are those that `shows` leaves out; keys never are.
 */
export async function* historyLines(conn: Conn, at: string, shows: Shows = () => true): AsyncGenerator<Buffer> {
  const newest = (await newestEvent(conn))?.seq ?? 0
  const origin = (await namedKey(conn))?.name ?? null
  yield line({ stet: 'history', v: 1, origin, at, events: newest })
  const checkpoints = await allCheckpoints(conn)
  const waiting = [...checkpoints]
  for (let after = 0; after < newest;) {
    const rows = await eventsToHandOut(conn, after, page)
    yield Buffer.concat(rows.flatMap((row) => [...due(waiting, row.seq - 1), eventLine(row, shows)]))
    after = rows.at(-1)?.seq ?? newest
    await setImmediate()
  }
  yield Buffer.concat(due(waiting, Number.MAX_SAFE_INTEGER))
  yield line({ end: true, events: newest, checkpoints: checkpoints.length })
}

const line = (value: object): Buffer => Buffer.from(`${JSON.stringify(value)}\n`)

function due(waiting: { id: number; size: number; note: string }[], seq: number): Buffer[] {
  const lines: Buffer[] = []
  for (let next = waiting[0]; next && next.size <= seq; next = waiting[0]) {
    lines.push(line({ checkpoint: next.id, note: next.note }))
    waiting.shift()
  }
  return lines
}

type Row = Awaited<ReturnType<typeof eventsToHandOut>>[number]

/** Whether an event is told in full, by the article and the source that it is about. */
export type Shows = (about: { articleId: number | null; sourceId: number | null }) => boolean

function eventLine({ seq, body, hash, sealed, type, ...about }: Row, shows: Shows): Buffer {
  const entry = { seq, hash: hash.toString('hex') }
  if (sealed || (type !== 'key.made' && !shows(about))) return line({ ...entry, leaf: leafHash(body).toString('hex') })
  const text = body.toString()
  // Bytes that are no text were put there by somebody; the verifier has to see them all the same.
  return line({ ...entry, ...(Buffer.from(text).equals(body) ? { body: text } : { body64: body.toString('base64') }) })
}
