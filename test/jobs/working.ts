import { setTimeout } from 'node:timers/promises'
import { pino } from 'pino'
import { z } from 'zod'
import { openDatabase } from '../../db/open.ts'
import { write } from '../../db/write.ts'
import { systemClock, systemRandom } from '../../server/chance.ts'
import { readConfig } from '../../server/config.ts'
import { newFetching } from '../../server/fetching/fetching.ts'
import { addJob } from '../../server/jobs/job.ts'
import { jobKind } from '../../server/jobs/kind.ts'
import { newRunner } from '../../server/jobs/runner.ts'
import { addSource } from '../../server/sources/source.ts'

// A program to be killed: each of its jobs takes a moment and then adds one source. Run by kill.test.ts with a folder and a number of jobs.

const [dir = '', count = '0'] = process.argv.slice(2)
const db = await openDatabase({ dir, clock: systemClock, random: systemRandom, release: 'test' })
const config = readConfig({ DATA_DIR: dir })
const world = { db, config, fetching: newFetching(config, db), log: pino({ level: 'silent' }), setupCode: '' }
const described = { words: 'Add a source', attempts: 1_000 }
const adds = jobKind(z.object({ title: z.string() }), described, async ({ complete }, { title }) => {
  process.stdout.write(`begun ${title}\n`)
  await setTimeout(25)
  const unknown = {
    url: null,
    archivedUrl: null,
    publisher: null,
    author: null,
    publishedOn: null,
    interest: null,
    origin: null,
  }
  await write(db, async (tx) => {
    await addSource(tx, null, { ...unknown, title, kind: 'record', primary: false, confidential: false })
    await complete(tx)
  })
  process.stdout.write(`done ${title}\n`)
})
await write(db, async (tx) => {
  for (let title = 0; title < Number(count); title++)
    await addJob(tx, { kind: 'adds', payload: { title: String(title) } })
})
await newRunner(world, { adds }).start()
await setTimeout(60_000)
