import { parentPort, workerData } from 'node:worker_threads'
import type { Piece } from './blocks.ts'
import type { Guesses } from './html-guesses.ts'
import { readPage } from './html.ts'
import { markdownPieces } from './markdown.ts'

export type Job = { format: 'html' | 'md'; source: string }
export type Extracted = { pieces: Piece[]; guesses: Guesses }

// Whoever started this thread handed it a Job.
const { format, source } = workerData as Job

parentPort?.postMessage(format === 'html' ? readPage(source) : readMarkdown(source))

function readMarkdown(text: string): Extracted {
  const pieces = markdownPieces(text)
  const title = pieces[0]?.kind === 'heading' ? pieces[0].text : undefined
  return { pieces, guesses: title ? { title } : {} }
}
