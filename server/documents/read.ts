import { Worker } from 'node:worker_threads'
import { readLimits } from './read-limits.ts'
import type { Tasks } from './tasks.ts'

const line: (() => void)[] = []
let running = 0

/**
 * Reads a document in a thread of its own, which has no network and is ended when it takes too long or too much memory.
 * `unreadable`: it did, or the document is too deep; `busy`: too many are waiting already.
 */
export async function read<T extends keyof Tasks>(
  task: T,
  input: Tasks[T]['input'],
): Promise<Tasks[T]['answer'] | 'unreadable' | 'busy'> {
  if (running >= readLimits.atOnce) {
    if (line.length >= readLimits.waiting) return 'busy'
    // Whoever ends hands its place to the first in line, so `running` does not change.
    await new Promise<void>((resolve) => line.push(resolve))
  } else running += 1
  try {
    return await inThread<Tasks[T]['answer']>({ task, input })
  } finally {
    const next = line.shift()
    if (next) next()
    else running -= 1
  }
}

async function inThread<A>(workerData: { task: string; input: unknown }): Promise<A | 'unreadable'> {
  const worker = new Worker(new URL('./read-worker.ts', import.meta.url), {
    workerData,
    env: {},
    execArgv: [],
    resourceLimits: { maxOldGenerationSizeMb: readLimits.megabytes, maxYoungGenerationSizeMb: 32 },
    stdout: true,
    stderr: true,
  })
  const before = process.memoryUsage.rss()
  let watch: NodeJS.Timeout | undefined
  const answer = new Promise<A | 'unreadable'>((resolve) => {
    const giveUp = () => resolve('unreadable')
    // What unpacks into buffers is outside the heap that the thread is limited to.
    watch = setInterval(() => process.memoryUsage.rss() - before > readLimits.megabytes * 1_000_000 && giveUp(), 20)
    let timer = setTimeout(giveUp, 2 * readLimits.milliseconds)
    // On a busy machine a thread may start late: that is not the document's fault.
    worker.once('online', () => {
      clearTimeout(timer)
      timer = setTimeout(giveUp, readLimits.milliseconds)
    })
    worker.once('message', (found: A | undefined) => resolve(found ?? 'unreadable'))
    worker.once('error', giveUp)
    worker.once('exit', () => clearTimeout(timer))
    worker.once('exit', giveUp)
  })
  try {
    return await answer
  } finally {
    clearInterval(watch)
    // Until it has ended it holds its memory, and so its place.
    await worker.terminate()
  }
}
