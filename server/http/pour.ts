import { once } from 'node:events'
import type { Response } from 'express'

// What is sent holds a place, and often a snapshot that keeps the database from tidying up. Whoever takes less than this, in bytes
// within a minute, has gone or dawdles on purpose.
const leastTaken = 500_000
const minute = 60_000

/**
 * Sends a file piece by piece, as fast as it is taken, and ends quietly when whoever asked has gone away or takes next to nothing.
 * An error on the way breaks the connection, so that half a file is never taken for a whole one.
 */
export async function pour(pieces: AsyncGenerator<Buffer | string>, res: Response): Promise<void> {
  const sent = { taken: 0, isWaiting: false }
  const watch = setInterval(() => {
    if (sent.isWaiting && sent.taken < leastTaken) res.destroy()
    sent.taken = 0
  }, minute)
  try {
    // Leaving the loop ends what the pieces are read from.
    for await (const piece of pieces) {
      if (res.destroyed) return
      sent.isWaiting = !res.write(piece)
      if (sent.isWaiting) await roomIn(res)
      sent.isWaiting = false
      sent.taken += piece.length
    }
    res.end()
  } catch (error) {
    res.destroy()
    throw error
  } finally {
    clearInterval(watch)
  }
}

// Resolves when there is room again, or nobody to send to.
async function roomIn(res: Response): Promise<void> {
  const settled = new AbortController()
  const { signal } = settled
  await Promise.race(['drain', 'close'].map((name) => once(res, name, { signal }))).finally(() => settled.abort())
}
