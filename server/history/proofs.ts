import type { Conn } from '../../db/conn.ts'
import { checkpointOver, keyEvents } from './checkpoint-store.ts'
import type { Inclusion } from './inclusion.ts'

type Event = { seq: number; body: string }

/** An event with the way from it to the root of a checkpoint: hashes in hexadecimal, from the leaf up. */
type Proved = Event & { path: string[] }

/** A checkpoint as it was signed, with the event that names the key. */
type Signed = { note: string; key: Proved }

/** `checkpoint` is the place of the first checkpoint that is over the event in the list; null while it is not signed. */
export type Proofs = { checkpoints: Signed[]; events: (Proved & { checkpoint: number | null })[] }

/** What proves that these events stand in the signed history, without a word of any other. */
export async function proofsOf(conn: Conn, inclusion: Inclusion, events: readonly Event[]): Promise<Proofs> {
  const sizes: number[] = []
  const proofs: Proofs = { checkpoints: [], events: [] }
  for (const event of events) {
    const over = await checkpointOver(conn, event.seq)
    const key = over && (await keyOf(conn, over.size))
    if (!over || !key) {
      proofs.events.push({ ...event, path: [], checkpoint: null })
      continue
    }
    if (!sizes.includes(over.size)) {
      sizes.push(over.size)
      proofs.checkpoints.push({ note: over.note, key: await proved(key, over.size) })
    }
    proofs.events.push({ ...(await proved(event, over.size)), checkpoint: sizes.indexOf(over.size) })
  }
  return proofs

  async function proved(event: Event, size: number): Promise<Proved> {
    const path = await inclusion(conn, event.seq, size)
    return { ...event, path: path.map((hash) => hash.toString('hex')) }
  }
}

async function keyOf(conn: Conn, size: number): Promise<Event | undefined> {
  const last = (await keyEvents(conn, size)).at(-1)
  return last && { seq: last.seq, body: last.body.toString() }
}
