import { z } from 'zod'
import { jobs } from '../../db/schema/index.ts'
import { write } from '../../db/write.ts'
import { addJob } from '../../server/jobs/job.ts'
import { type JobContext, jobKind } from '../../server/jobs/kind.ts'
import { resumeJobs } from '../../server/jobs/resume.ts'
import { runDueJobs } from '../../server/jobs/runner.ts'
import { newsroom } from '../support/newsroom.ts'

type Work = (context: JobContext, word: string, signal: AbortSignal) => Promise<void>
type Settings = { attempts?: number; minutes?: number; atOnce?: number; everyMinutes?: number }

/** A newsroom whose server knows one kind of job, `echo`, that does `work`. */
export async function rig(work: Work = async () => undefined, settings: Settings = {}) {
  const news = await newsroom()
  const { db, world } = news
  const said: string[] = []
  const schema = z.object({ word: z.string().default('') })
  const echo = jobKind(schema, { words: 'Say a word', ...settings }, async (context, { word }, signal) => {
    said.push(word)
    await work(context, word, signal)
  })
  const kinds = { echo }
  const add = (word: string, more: { runAt?: string; key?: string; lane?: string } = {}) =>
    write(db, (tx) => addJob(tx, { kind: 'echo', payload: { word }, ...more }))
  const rows = () => db.reader.select().from(jobs).orderBy(jobs.id)
  const run = () => runDueJobs(world, kinds)
  const resume = () => resumeJobs(world, kinds)
  return { ...news, kinds, said, add, rows, run, resume }
}

/** That many minutes, in milliseconds. */
export const minutes = (count: number) => count * 60_000
