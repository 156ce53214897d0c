import type { Conn } from '../../db/conn.ts'
import { newestEvent } from './store.ts'
import { countCheckpoints, newestCheckpoint } from './checkpoint-store.ts'
import { type KeyState, type Signing, keyState, namedKey } from './key.ts'

/** How the history is signed now: how long it is, its newest checkpoint, its public key, and why nothing is signed, if so. */
export type Proof = {
  events: number
  checkpoints: number
  newest: { size: number; note: string; at: string } | undefined
  key: string | undefined
  refusal: string | undefined
}

/** How many events there are, and up to which one they are signed; 0 before the first checkpoint. */
export type Standing = { events: number; signed: number }

/** Reads how far the history goes, for the page that lists it. */
export async function readStanding(conn: Conn): Promise<Standing> {
  const last = await newestEvent(conn)
  const newest = await newestCheckpoint(conn)
  return { events: last?.seq ?? 0, signed: newest?.size ?? 0 }
}

/** When the last thing was written down: ISO 8601, UTC. */
export const newestAt = async (conn: Conn): Promise<string> => (await newestEvent(conn))?.at ?? nothingYet

const nothingYet = '1970-01-01T00:00:00.000Z'

/** Reads how the history is signed, without checking it. */
export async function readProof(signing: Signing): Promise<Proof> {
  const conn = signing.db.reader
  const [key, state, last] = [await namedKey(conn), await keyState(signing), await newestEvent(conn)]
  return {
    events: last?.seq ?? 0,
    checkpoints: await countCheckpoints(conn),
    newest: await newestOf(conn),
    key: key?.text,
    refusal: refusalOf(state),
  }
}

const refusalOf = (state: KeyState) => (state.ok ? undefined : state.why)

async function newestOf(conn: Conn) {
  const row = await newestCheckpoint(conn)
  return row && { size: row.size, note: row.note, at: row.createdAt }
}
