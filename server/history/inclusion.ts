import { setImmediate } from 'node:timers/promises'
import type { Conn } from '../../db/conn.ts'
import { bodiesAfter } from './checkpoint-store.ts'
import { leafHash, nodeHash } from './merkle.ts'

// Leaves that are read at once; of what is larger, the hashes are kept: 32 bytes for each thousand events.
const blockSize = 1_024

/** What proves that one event is among those that a checkpoint is over; the hashes of full subtrees are kept for the next time. */
export type Inclusion = (conn: Conn, seq: number, size: number) => Promise<Buffer[]>

/**
 * Makes audit paths (RFC 6962, section 2.1.1): the hashes beside the event `seq` on its way to the root of the first `size` events, from the
 * leaf up. They tell nothing of other events. Events never change, so a hash that was once worked out stays.
 */
export function newInclusion(): Inclusion {
  const kept = new Map<number, Buffer>()

  return async (conn, seq, size) => {
    const path: Buffer[] = []
    let [from, to] = [0, size]
    while (to - from > 1) {
      const middle = from + largestPower(to - from)
      const isLeft = seq - 1 < middle
      path.push(await rootOf(conn, isLeft ? [middle, to] : [from, middle]))
      if (isLeft) to = middle
      else from = middle
    }
    return path.reverse()
  }

  async function rootOf(conn: Conn, [from, to]: [number, number]): Promise<Buffer> {
    if (isPower(to - from)) return rootOfFull(conn, from, to - from)
    const middle = from + largestPower(to - from)
    return nodeHash(await rootOf(conn, [from, middle]), await rootOf(conn, [middle, to]))
  }

  async function rootOfFull(conn: Conn, from: number, count: number): Promise<Buffer> {
    if (count < blockSize) return rootOfBlock(conn, from, count)
    // Full subtrees that begin at the same event differ in their height.
    const name = from * 64 + Math.log2(count)
    const root = kept.get(name) ?? (await rootOfLarge(conn, from, count))
    kept.set(name, root)
    return root
  }

  async function rootOfLarge(conn: Conn, from: number, count: number): Promise<Buffer> {
    if (count === blockSize) return rootOfBlock(conn, from, count)
    const half = count / 2
    return nodeHash(await rootOfFull(conn, from, half), await rootOfFull(conn, from + half, half))
  }

  async function rootOfBlock(conn: Conn, from: number, count: number): Promise<Buffer> {
    const rows = await bodiesAfter(conn, from, count)
    if (rows.length !== count || rows.at(-1)?.seq !== from + count)
      throw new Error(`An event from ${from + 1} to ${from + count} is missing from the history`)
    await setImmediate()
    return joined(rows.map(({ body }) => leafHash(body)))
  }
}

function joined(hashes: Buffer[]): Buffer {
  let level = hashes
  while (level.length > 1)
    level = level.flatMap((hash, at) => (at % 2 === 1 ? [nodeHash(level[at - 1] ?? hash, hash)] : []))
  const [root] = level
  if (!root) throw new Error('There is no tree of no events')
  return root
}

/** The largest power of two below the count, which is 2 or more. */
const largestPower = (count: number) => 2 ** Math.floor(Math.log2(count - 1))

const isPower = (count: number) => Number.isInteger(Math.log2(count))
