import { z } from 'zod'
import { write } from '../../db/write.ts'
import { jobKind } from '../jobs/kind.ts'
import { deleteDrafts } from './store.ts'
import { draftDays } from './words.ts'

/** Removes files that nobody has confirmed, once a day. Confirmed ones stay: they say where each row came from. */
export const clearDrafts = jobKind(
  z.strictObject({}),
  { words: 'Remove files that were not imported', everyMinutes: 24 * 60 },
  async ({ world, complete }) => {
    await write(world.db, async (tx) => {
      await deleteDrafts(tx, new Date(Date.parse(tx.now) - draftDays * 24 * 3_600_000).toISOString())
      await complete(tx)
    })
  },
)
