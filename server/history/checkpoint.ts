import { setImmediate } from 'node:timers/promises'
import type { Logger } from 'pino'
import type { Conn, Tx } from '../../db/conn.ts'
import type { CheckpointReason } from '../../db/schema/index.ts'
import { write } from '../../db/write.ts'
import { type CheckpointRow, appendCheckpoint, bodiesAfter, newestCheckpoint } from './checkpoint-store.ts'
import { type Signing, keyState } from './key.ts'
import { type Frontier, grow, leafHash, newFrontier, packed, rootOf, unpacked } from './merkle.ts'
import { checkpointText, isSignedBy, readNotes, signedNote } from './note.ts'
import type { Signer } from './note-key.ts'
import { newestEvent } from './store.ts'

/** The newest checkpoint after signing, or in a sentence why there is no new one. */
export type Signed = { ok: true; note: string; size: number } | { ok: false; why: string }

/**
 * Signs the history as it stands, after a publication or a correction. For callers whose own work is done and must stay
 * done: it throws nothing, and a key that is missing or a disk that is full is told in the log.
 */
export async function signCheckpoint(world: Signing & { log: Logger }, reason: CheckpointReason): Promise<void> {
  try {
    const signed = await makeCheckpoint(world, reason)
    if (!signed.ok) world.log.warn({ reason }, signed.why)
  } catch (error) {
    world.log.error({ err: error, reason }, 'The history could not be signed')
  }
}

/** Signs the history as it stands; where nothing happened since the newest checkpoint, that one is the answer. */
export async function makeCheckpoint(signing: Signing, reason: CheckpointReason): Promise<Signed> {
  const state = await keyState(signing)
  if (!state.ok) return state
  const { db } = signing
  const start = await goOn(db.reader, state.signer)
  if (!start) return { ok: false, why: brokenCheckpoint }
  await readOn(db.reader, start)
  return write(db, (tx) => addCheckpoint(tx, { signers: [state.signer], reason, start }))
}

const page = 500
const shorter =
  'The history is shorter than its newest checkpoint says, so none is made: its end was cut off, or a copy of the database was put back.'
const brokenCheckpoint =
  'The newest checkpoint is not as it was signed, so none is made after it: check the history on its page, or with “npm run stet -- verify”.'

// What was changed in the database must not be signed anew as if it were ours.
async function goOn(conn: Conn, signer?: Signer): Promise<Frontier | undefined> {
  const newest = await newestCheckpoint(conn)
  if (!newest) return newFrontier()
  return signer && !isAsSigned(newest, signer) ? undefined : unpacked(newest.size, newest.frontier)
}

function isAsSigned({ size, root, note, frontier }: CheckpointRow, { key }: Signer): boolean {
  const [read] = readNotes(note)
  if (read?.text !== checkpointText({ origin: key.name, size, root }) || !isSignedBy(read, key)) return false
  return rootOf(unpacked(size, frontier)).equals(root)
}

// Events never change, so all but the newest are read before the transaction, with other work let through.
async function readOn(conn: Conn, frontier: Frontier): Promise<void> {
  const newest = (await newestEvent(conn))?.seq ?? 0
  while (frontier.size < newest) {
    await growPage(conn, frontier)
    await setImmediate()
  }
}

async function growPage(conn: Conn, frontier: Frontier): Promise<void> {
  const rows = await bodiesAfter(conn, frontier.size, page)
  for (const { seq, body } of rows) {
    if (seq !== frontier.size + 1) throw new Error(`Event ${frontier.size + 1} is missing from the history`)
    grow(frontier, leafHash(body))
  }
}

type Wanted = { signers: Signer[]; reason: CheckpointReason; start?: Frontier }

/**
 * Signs the history with what this transaction has recorded in it; `start` is the tree as far as it was read before. Nothing
 * but the database is waited for: signing takes 50 µs.
 */
export async function addCheckpoint(tx: Tx, { signers, reason, start }: Wanted): Promise<Signed> {
  const before = await newestCheckpoint(tx)
  const size = (await newestEvent(tx))?.seq ?? 0
  if (before && before.size > size) return { ok: false, why: shorter }
  if (before?.size === size) return { ok: true, note: before.note, size }
  const frontier = start ?? (await goOn(tx)) ?? newFrontier()
  while (frontier.size < size) await growPage(tx, frontier)
  const [signer] = signers
  if (!signer) throw new Error('A checkpoint is signed by somebody')
  const root = rootOf(frontier)
  const note = signedNote(checkpointText({ origin: signer.key.name, size, root }), signers)
  await appendCheckpoint(tx, { size, root, note, frontier: packed(frontier), reason })
  return { ok: true, note, size }
}
