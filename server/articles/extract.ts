import { Worker } from 'node:worker_threads'
import type { Extracted, Job } from './extract-worker.ts'

/** How long and in how much memory a document may be read, and how many at once; more than `waiting` others are turned away. */
export const extractLimits = { milliseconds: 5_000, megabytes: 256, atOnce: 2, waiting: 8 }

const line: (() => void)[] = []
let running = 0

/**
 * Reads a document in a thread of its own, which is ended when it takes too long or too much memory. `unreadable`: it did,
 * or the document is too deep; `busy`: too many are waiting already.
 */
export async function extract(job: Job): Promise<Extracted | 'unreadable' | 'busy'> {
  if (running >= extractLimits.atOnce) {
    if (line.length >= extractLimits.waiting) return 'busy'
    // Whoever ends hands its place to the first in line, so `running` does not change.
    await new Promise<void>((resolve) => line.push(resolve))
  } else running += 1
  try {
    return await read(job)
  } finally {
    const next = line.shift()
    if (next) next()
    else running -= 1
  }
}

function read(job: Job): Promise<Extracted | 'unreadable'> {
  const worker = new Worker(new URL('./extract-worker.ts', import.meta.url), {
    workerData: job,
    env: {},
    execArgv: [],
    resourceLimits: { maxOldGenerationSizeMb: extractLimits.megabytes, maxYoungGenerationSizeMb: 32 },
    stderr: true,
  })
  return new Promise((resolve) => {
    const end = (answer: Extracted | 'unreadable') => {
      clearTimeout(timer)
      resolve(answer)
      void worker.terminate()
    }
    let timer = setTimeout(() => end('unreadable'), 2 * extractLimits.milliseconds)
    // On a busy machine a thread may start late: that is not the document's fault.
    worker.once('online', () => {
      clearTimeout(timer)
      timer = setTimeout(() => end('unreadable'), extractLimits.milliseconds)
    })
    worker.once('message', (answer: Extracted | undefined) => end(answer ?? 'unreadable'))
    worker.once('error', () => end('unreadable'))
    worker.once('exit', () => end('unreadable'))
  })
}
