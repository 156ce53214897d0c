import { z } from 'zod'
import type { Tx } from '../../db/conn.ts'
import { write } from '../../db/write.ts'
import { addJob, removeJob } from '../jobs/job.ts'
import { jobKind } from '../jobs/kind.ts'
import { fraction, later } from '../jobs/pause.ts'
import type { World } from '../world.ts'
import { findHost, keepFree } from './host-store.ts'
import { readWatching } from './setting.ts'
import { dueWatches, setNext } from './store.ts'

/** The kind of job that looks at one source. */
export const lookKind = 'watching.look'

/** The least time between two looks at pages of one site, in seconds, and the most that a site can ask for. */
export const politeSeconds = { least: 60, most: 3_600 }

const keyOf = (sourceId: number) => `source ${sourceId}`

/** Asks for a look at a source, in the next place that is free at its site. */
export async function askForLook(tx: Tx, { id, url }: { id: number; url: string | null }): Promise<void> {
  const origin = URL.parse(url ?? '')?.origin
  if (!origin) return
  const free = (await findHost(tx, origin))?.freeAt
  const runAt = free !== undefined && free > tx.now ? free : tx.now
  await keepFree(tx, origin, later(runAt, politeSeconds.least * 1_000))
  await addJob(tx, { kind: lookKind, payload: { source: id }, key: keyOf(id), runAt })
}

/** Takes back the look at a source that waits. */
export const takeBackLook = (tx: Tx, sourceId: number): Promise<void> => removeJob(tx, lookKind, keyOf(sourceId))

/** The time of the look after one that was just taken: the interval, and up to a tenth of it more. */
export const nextLook = (tx: Tx, { db }: World, hours: number): string =>
  later(tx.now, hours * 3_600_000 * (1 + fraction(db.random) / 10))

const mostAtOnce = 200

/** Asks for a look at each watched source that is due. */
export const planLooks = jobKind(
  z.strictObject({}),
  { words: 'See which watched sources are due', everyMinutes: 30 },
  async ({ world, complete }) => {
    await write(world.db, async (tx) => {
      const { isOn, everyHours } = await readWatching(tx)
      const due = isOn ? await dueWatches(tx, tx.now, mostAtOnce) : []
      for (const source of due) {
        await askForLook(tx, source)
        // Should that look never come to an end, the next one is asked for all the same.
        await setNext(tx, source.id, nextLook(tx, world, everyHours))
      }
      await complete(tx)
    })
  },
)
