import { setImmediate } from 'node:timers/promises'
import { z } from 'zod'
import { write } from '../../db/write.ts'
import { jobKind } from '../jobs/kind.ts'
import { indexMore } from './copy-index.ts'
import { copyText, waitingAfter } from './copy-store.ts'

/** Indexes the texts of copies piece by piece; requests are answered in between. It goes on where it was broken off. */
export const indexCopies = jobKind(
  z.strictObject({}),
  { words: 'Index the texts of copies', everyMinutes: 24 * 60 },
  async ({ world: { db }, progress }, _payload, signal) => {
    for (let id = await waitingAfter(db.reader, 0); id !== undefined; id = await waitingAfter(db.reader, id)) {
      const copy = { id, text: await copyText(db.reader, id) }
      for (let done: number | undefined = 0; done !== undefined;) {
        signal.throwIfAborted()
        done = await write(db, async (tx) => {
          const now = await indexMore(tx, copy)
          if (now !== undefined) await progress(tx, now, copy.text.length)
          return now
        })
        await setImmediate()
      }
    }
  },
)
