import { parentPort, workerData } from 'node:worker_threads'
import { worthOf } from './worthiness.ts'

export type Job = { language: string; texts: string[] }

// Whoever started this thread handed it a Job.
const { language, texts } = workerData as Job

parentPort?.postMessage(texts.map((text) => worthOf(text, language)))
