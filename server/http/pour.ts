import { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import type { Response } from 'express'

/** A browser that takes nothing for so long has gone; its snapshot would keep the database from tidying up. */
const stalledAfter = 60_000

/** Sends a file piece by piece, as fast as it is taken, and ends quietly when whoever asked has gone away. */
export async function pour(pieces: AsyncGenerator<Buffer | string>, res: Response): Promise<void> {
  res.setTimeout(stalledAfter, () => res.destroy())
  try {
    await pipeline(Readable.from(pieces, { highWaterMark: 1 }), res)
  } catch (error) {
    // Nobody is left to tell.
    if (!(error instanceof Error && 'code' in error && error.code === 'ERR_STREAM_PREMATURE_CLOSE')) throw error
  }
}
