import { Worker } from 'node:worker_threads'
import { type Comparison, type Job, compare } from './compare.ts'

/** How long two texts may be compared, in how much memory, and how many may wait while others are. */
const limits = { milliseconds: 15_000, megabytes: 512, waiting: 6 }

// About a twentieth of a second of work: starting a thread takes longer.
const isShort = ({ before, after, claims, away }: Job) =>
  before.length + after.length < 8_000 && claims.length + away.length < 20

let turn: Promise<unknown> = Promise.resolve()
let waiting = 0

/**
 * Compares short texts at once, others in a thread of its own, one after another. `too_long`: it took too much time or memory; `busy`: too many are
 * waiting already.
 */
export async function compareApart(job: Job): Promise<Comparison | 'too_long' | 'busy'> {
  if (isShort(job)) return compare(job)
  if (waiting >= limits.waiting) return 'busy'
  waiting += 1
  const mine = turn.then(() => run(job))
  turn = mine
  try {
    return await mine
  } finally {
    waiting -= 1
  }
}

function run(job: Job): Promise<Comparison | 'too_long'> {
  const worker = new Worker(new URL('./compare-worker.ts', import.meta.url), {
    workerData: job,
    env: {},
    execArgv: [],
    resourceLimits: { maxOldGenerationSizeMb: limits.megabytes },
    stderr: true,
  })
  return new Promise((resolve) => {
    const end = (answer: Comparison | 'too_long') => {
      clearTimeout(timer)
      resolve(answer)
      void worker.terminate()
    }
    const timer = setTimeout(() => end('too_long'), limits.milliseconds)
    worker.once('message', end)
    worker.once('error', () => end('too_long'))
    worker.once('exit', () => end('too_long'))
  })
}
