import { setTimeout } from 'node:timers/promises'
import type { Tx } from '../../db/conn.ts'
import type { Db } from '../../db/open.ts'
import { write } from '../../db/write.ts'

/** Milliseconds after which a transaction ends, so that no page waits for long. */
const longest = 12
/** Milliseconds between two transactions: a page takes more than one turn of the event loop. */
const pause = 4

/**
 * Goes through the items in one transaction after the other. Each is given as many items as there is time for, and must take
 * all of them; after each everybody else has a turn.
 */
export async function inTurns<T>(
  db: Db,
  items: readonly T[],
  { signal, change }: { signal: AbortSignal; change: (tx: Tx, some: Iterable<T>) => Promise<void> },
): Promise<void> {
  let next = 0
  const some = function* () {
    const until = performance.now() + longest
    do yield* items.slice(next, ++next)
    while (next < items.length && performance.now() < until)
  }
  while (next < items.length) {
    signal.throwIfAborted()
    await write(db, (tx) => change(tx, some()))
    await setTimeout(pause)
  }
}
