import { Worker } from 'node:worker_threads'
import type { Job } from './worker.ts'
import { type Worth, worthOf } from './worthiness.ts'

/** A frozen text: `sha256` says which, sentences are offsets into it. */
type Frozen = { sha256: string; text: string; sentences: readonly { start: number; end: number }[] }

// About a tenth of a second of work: more of it would keep everybody waiting. The length is in UTF-16 code units.
const mostHere = { texts: 1_000, length: 100_000 }
const kept = 200
const known = new Map<string, Promise<Worth[]>>()

/**
 * The worth of every sentence of a text, in its order. Texts never change, so what was scored is kept for the texts read
 * last; a long one is scored in a thread of its own.
 */
export function worthsOfText({ sha256, text, sentences }: Frozen, language: string): Promise<Worth[]> {
  const key = `${sha256} ${language}`
  const found = known.get(key) ?? score({ language, texts: sentences.map(({ start, end }) => text.slice(start, end)) })
  // Asked for last is kept longest. What failed is tried again.
  known.delete(key)
  known.set(key, found)
  found.catch(() => known.delete(key))
  const [oldest] = known.keys()
  if (known.size > kept && oldest !== undefined) known.delete(oldest)
  return found
}

function score(job: Job): Promise<Worth[]> {
  const length = job.texts.reduce((sum, text) => sum + text.length, 0)
  if (job.texts.length > mostHere.texts || length > mostHere.length) return inThread(job)
  return Promise.resolve(job.texts.map((text) => worthOf(text, job.language)))
}

function inThread(job: Job): Promise<Worth[]> {
  const worker = new Worker(new URL('./worker.ts', import.meta.url), { workerData: job, env: {}, execArgv: [] })
  return new Promise((resolve, reject) => {
    worker.once('message', resolve)
    worker.once('error', reject)
    worker.once('exit', () => reject(new Error('The thread that scores sentences ended early')))
  })
}
