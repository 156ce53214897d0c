import { parentPort, workerData } from 'node:worker_threads'
import { type Job, compare } from './compare.ts'

// Whoever started this thread handed it a Job.
parentPort?.postMessage(compare(workerData as Job))
