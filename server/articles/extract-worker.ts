import { parentPort, workerData } from 'node:worker_threads'
import type { Piece } from './blocks.ts'
import type { Guesses } from './html-guesses.ts'

export type Job = { format: 'html' | 'md'; source: string }
export type Extracted = { pieces: Piece[]; guesses: Guesses }

// Whoever started this thread handed it a Job.
const { format, source } = workerData as Job

parentPort?.postMessage(format === 'html' ? await readHtml(source) : await readMarkdown(source))

// Each format's reader is loaded only when it is needed: a thread starts for every document.
async function readHtml(text: string): Promise<Extracted | undefined> {
  const { readPage } = await import('./html.ts')
  return readPage(text)
}

async function readMarkdown(text: string): Promise<Extracted> {
  const { markdownPieces } = await import('./markdown.ts')
  const { splitFrontMatter } = await import('./front-matter.ts')
  const { guesses, text: below } = splitFrontMatter(text)
  const pieces = markdownPieces(below)
  const title = pieces[0]?.kind === 'heading' ? pieces[0].text : undefined
  return { pieces, guesses: { ...(title && { title }), ...guesses } }
}
