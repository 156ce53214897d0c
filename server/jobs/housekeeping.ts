import { z } from 'zod'
import { write } from '../../db/write.ts'
import { jobKind } from './kind.ts'
import { later } from './pause.ts'
import { deleteEnded } from './store.ts'

const day = 24 * 3_600_000

/** Days that ended jobs stay in the list. What failed stays until somebody has decided about it. */
export const keptDays = { done: 7, givenUp: 30 }

/** Takes ended jobs out of the list, once a day. What people decided about them stays in the history. */
export const housekeeping = jobKind(
  z.strictObject({}),
  { words: 'Clear the list of jobs', everyMinutes: 24 * 60 },
  async ({ world, complete }) => {
    await write(world.db, async (tx) => {
      await deleteEnded(tx, ['done'], later(tx.now, -keptDays.done * day))
      await deleteEnded(tx, ['given_up'], later(tx.now, -keptDays.givenUp * day))
      await complete(tx)
    })
  },
)
