import { z } from 'zod'
import type { Conn } from '../../db/conn.ts'
import type { Db } from '../../db/open.ts'
import { write } from '../../db/write.ts'
import { type Person, permit } from '../accounts/permissions.ts'
import { personById } from '../accounts/person.ts'
import { Conflict } from '../errors.ts'
import { signCheckpoint } from '../history/checkpoint.ts'
import { addJob, newestJob } from '../jobs/job.ts'
import { jobKind } from '../jobs/kind.ts'
import { countMissing, listMissing } from './missing-page-store.ts'
import { renewIn } from './report.ts'

/** The name that the jobs are stored under. */
export const makePagesKind = 'reports.make_pages'
const key = 'all'
/** Pages of one transaction, so that none holds a page up. */
const batch = 10

/** The decisions that were published before there were public pages: how many, the first of them, and whether their pages are being made. */
export type MissingPages = {
  count: number
  first: Awaited<ReturnType<typeof listMissing>>
  making: 'no' | 'waiting' | 'failed'
}

/** Reads them, as an editor does. */
export async function readMissingPages(conn: Conn, person: Person): Promise<MissingPages> {
  permit(person, 'claim.publish')
  const [all, first] = [await countMissing(conn), await listMissing(conn, { after: 0, limit: 50 })]
  const state = (await newestJob(conn, makePagesKind, key))?.state
  const making = state === 'waiting' || state === 'running' ? 'waiting' : state === 'failed' ? 'failed' : 'no'
  return { count: all, first, making }
}

/** Has the page of each made, with that note for readers. Throws Conflict when there is none to make, or they are being made. */
export function makeMissingPages(db: Db, person: Person, note: string): Promise<void> {
  permit(person, 'claim.publish')
  return write(db, async (tx) => {
    const { count, making } = await readMissingPages(tx, person)
    if (count === 0) throw new Conflict('Every published decision has a public page.')
    if (making === 'waiting') throw new Conflict('Their pages are being made already.')
    await addJob(tx, { kind: makePagesKind, payload: { person: person.id, note }, key })
  })
}

/** Makes the pages one after another; each has its event, in the name of whoever asked for them. */
export const makePages = jobKind(
  z.strictObject({ person: z.int(), note: z.string() }),
  {
    words: 'Make public pages of earlier decisions',
    about: () => ({ text: 'all', href: '/settings/public-pages/missing' }),
  },
  async ({ world, complete, progress }, { person: id, note }, signal) => {
    const { db } = world
    const person = await personById(db.reader, id)
    const all = await countMissing(db.reader)
    for (let done = 0, after = 0; ; done += batch) {
      signal.throwIfAborted()
      const last = await write(db, async (tx) => {
        const some = await listMissing(tx, { after, limit: batch })
        for (const claim of some) await renewIn(tx, person, claim.id, { note })
        await (some.length < batch ? complete(tx) : progress(tx, done + batch, Math.max(all, done + batch)))
        return some.length < batch ? undefined : some.at(-1)
      })
      if (!last) break
      after = last.id
      await turn()
    }
    await signCheckpoint(world, 'published')
  },
)

// Everybody else has a turn.
const turn = () => new Promise((resolve) => setImmediate(resolve))
