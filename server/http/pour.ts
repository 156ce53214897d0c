import { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import type { Response } from 'express'

// What is sent holds a place, and often a snapshot that keeps the database from tidying up. Whoever takes less than this, in bytes
// within a minute, has gone or dawdles on purpose.
const leastTaken = 500_000
const minute = 60_000

/** Sends a file piece by piece, as fast as it is taken, and ends quietly when whoever asked has gone away or takes next to nothing. */
export async function pour(pieces: AsyncGenerator<Buffer | string>, res: Response): Promise<void> {
  let taken = 0
  async function* counted() {
    for await (const piece of pieces) {
      yield piece
      taken += piece.length
    }
  }
  const watch = setInterval(() => {
    if (taken < leastTaken) res.destroy()
    taken = 0
  }, minute)
  try {
    await pipeline(Readable.from(counted(), { highWaterMark: 1 }), res)
  } catch (error) {
    // Nobody is left to tell.
    if (!(error instanceof Error && 'code' in error && error.code === 'ERR_STREAM_PREMATURE_CLOSE')) throw error
  } finally {
    clearInterval(watch)
  }
}
