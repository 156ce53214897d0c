import { parentPort, workerData } from 'node:worker_threads'
import type { Span } from '../../articles/sentences.ts'
import { findCandidates } from './find.ts'

export type Job = { text: string; language: string; blocks: Span[]; sentences: Span[] }

// Whoever started this thread handed it a Job.
const job = workerData as Job

parentPort?.postMessage(findCandidates(job.text, job))
