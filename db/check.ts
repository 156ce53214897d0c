import { once } from 'node:events'
import { Worker } from 'node:worker_threads'
import { DatabaseRefused } from '../server/errors.ts'

/** Looks through the whole file on another thread; takes about a second a gigabyte. Throws DatabaseRefused when it is damaged. */
export async function checkFile(file: string): Promise<void> {
  const worker = new Worker(new URL('./check-worker.ts', import.meta.url), { workerData: file })
  worker.unref()
  const [problem] = await once(worker, 'message')
  if (problem) throw new DatabaseRefused(String(problem))
}
