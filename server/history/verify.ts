import type { Conn } from '../../db/conn.ts'
import { type Fault, verifyChain } from './chain.ts'
import { allCheckpoints } from './checkpoint-store.ts'
import { type Keyring, doubtsOf, keyAt, newKeyring, seeKey, seeSignatures } from './keyring.ts'
import { type KnownResult, judgeKnown } from './known.ts'
import { type Frontier, grow, leafHash, newFrontier, rootOf } from './merkle.ts'
import { type Note, checkpointText, isSignedBy, readNotes } from './note.ts'

type Stored = Awaited<ReturnType<typeof allCheckpoints>>[number]

/** What a check of the whole history has found. `fault` is the first bad entry; the `events` before a fault in the chain are as recorded. */
export type Verified = {
  events: number
  head: string
  fault: Fault | undefined
  checkpoints: { all: number; held: number; newest: { size: number; note: string; at: string } | undefined }
  /** The public keys that the history names, oldest first. */
  keys: string[]
  /** What does not break the history but should be asked about. */
  doubts: string[]
  known: KnownResult[]
}

type Walk = { tree: Frontier; keys: Keyring; waiting: Stored[]; held: Stored[]; lastId: number; fault?: Fault }

/**
 * Reads every event and every checkpoint: the chain, each checkpoint's root over the exact bytes, its signature, and
 * checkpoints that somebody has kept elsewhere. It lets other work through.
 */
export async function verifyHistory(conn: Conn, known: Note[] = []): Promise<Verified> {
  const stored = await allCheckpoints(conn)
  const walk: Walk = { tree: newFrontier(), keys: newKeyring(), waiting: [...stored], held: [], lastId: 0 }
  const roots = new Map<number, Buffer>()
  const asked = new Set(known.map(({ size }) => size))
  const checked = await verifyChain(conn, (body, bytes) => {
    seeKey(walk.keys, body)
    grow(walk.tree, leafHash(bytes))
    if (asked.has(body.seq)) roots.set(body.seq, rootOf(walk.tree))
    if (walk.waiting[0]?.size === body.seq) take(walk, walk.waiting.shift())
  })
  const newest = walk.held.at(-1)
  return {
    events: checked.events,
    head: checked.head,
    fault: walk.fault ?? (checked.ok ? cutOff(walk, checked.events) : { seq: checked.seq, why: checked.why }),
    checkpoints: {
      all: stored.length,
      held: walk.held.length,
      newest: newest && { size: newest.size, note: newest.note, at: newest.createdAt },
    },
    keys: walk.keys.made.map(({ key }) => key.text),
    doubts: doubtsOf(walk.keys),
    known: known.map((note) =>
      judgeKnown(note, { keys: walk.keys, root: roots.get(note.size), events: checked.events }),
    ),
  }
}

function take(walk: Walk, stored: Stored | undefined): void {
  if (!stored) return
  const why = wrongWith(walk, stored)
  walk.lastId = stored.id
  if (why === undefined) walk.held.push(stored)
  else walk.fault ??= why
}

function wrongWith(walk: Walk, { id, size, root, note }: Stored): Fault | undefined {
  const before = walk.held.at(-1)?.size ?? 0
  const key = keyAt(walk.keys, size)
  const [read] = readNotes(note)
  if (id !== walk.lastId + 1)
    return { seq: before + 1, why: `Checkpoint ${walk.lastId + 1} is missing: somebody has removed it.` }
  if (!key) return { seq: size, why: `Checkpoint ${id} was signed before the history names a key.` }
  if (!read || read.text !== checkpointText({ origin: key.name, size, root }) || !isSignedBy(read, key))
    return {
      seq: size,
      why: `Checkpoint ${id} (after event ${size}) was changed: the key of this history has not signed it.`,
    }
  seeSignatures(walk.keys, read)
  return rootOf(walk.tree).equals(root) ? undefined : { seq: before + 1, why: otherEvents(id, before + 1, size) }
}

const otherEvents = (id: number, from: number, to: number) =>
  from === to
    ? `Event ${from} was changed, and its hash made anew: checkpoint ${id} was signed over another.`
    : `An event from ${from} to ${to} was changed, and those after it made to follow: checkpoint ${id} was signed over others.`

function cutOff({ waiting, held }: Walk, events: number): Fault | undefined {
  const longest = waiting.at(-1)
  if (!longest) return undefined
  const lost = longest.size === events + 1 ? `Event ${longest.size} is` : `Events ${events + 1} to ${longest.size} are`
  return {
    seq: events + 1,
    why: `${lost} missing from the end: checkpoint ${longest.id} was signed over them. What is confirmed ends with event ${held.at(-1)?.size ?? 0}.`,
  }
}
