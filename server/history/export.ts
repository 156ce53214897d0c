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

const page = 500

/**
 * The history as JSON Lines for the verifier, from one snapshot, the event loop turning after each page: each event byte for
 * byte, each checkpoint after the last event that it is over. Sign-ins, events about confidential sources and those of an
 * open round of independent verdicts are there by their hashes alone, whoever asks: the file is made to be handed on.
 */
export async function* historyPieces({ file, clock }: Pick<Db, 'file' | 'clock'>): AsyncGenerator<Buffer> {
  const { conn, close } = openSnapshot(file)
  try {
    const newest = (await newestEvent(conn))?.seq ?? 0
    yield line({ ...(await head(conn)), at: clock.now().toISOString(), events: newest })
    const checkpoints = await allCheckpoints(conn)
    const waiting = [...checkpoints]
    for (let after = 0; after < newest;) {
      const rows = await eventsToHandOut(conn, after, page)
      const pieces = rows.flatMap((row) => [...due(waiting, row.seq - 1), eventLine(row)])
      yield Buffer.concat(pieces)
      after = rows.at(-1)?.seq ?? newest
      await new Promise((resolve) => setImmediate(resolve))
    }
    yield Buffer.concat(due(waiting, Number.MAX_SAFE_INTEGER))
    yield line({ end: true, events: newest, checkpoints: checkpoints.length })
  } finally {
    close()
  }
}

const line = (value: object): Buffer => Buffer.from(`${JSON.stringify(value)}\n`)

async function head(conn: Conn) {
  return { stet: 'history', v: 1, origin: (await namedKey(conn))?.name ?? null }
}

function due(waiting: { id: number; size: number; note: string }[], seq: number): Buffer[] {
  const lines: Buffer[] = []
  for (let next = waiting[0]; next && next.size <= seq; next = waiting[0]) {
    lines.push(line({ checkpoint: next.id, note: next.note }))
    waiting.shift()
  }
  return lines
}

type Row = Awaited<ReturnType<typeof eventsToHandOut>>[number]

function eventLine({ seq, body, hash, sealed }: Row): Buffer {
  const entry = { seq, hash: hash.toString('hex') }
  if (sealed) return line({ ...entry, leaf: leafHash(body).toString('hex') })
  const text = body.toString()
  // Bytes that are no text were put there by somebody; the verifier has to see them all the same.
  return line({ ...entry, ...(Buffer.from(text).equals(body) ? { body: text } : { body64: body.toString('base64') }) })
}
