import { parentPort, workerData } from 'node:worker_threads'
import { withoutNetwork } from './without-network.ts'
import type { Extracted, Tasks } from './tasks.ts'

type Job = { [T in keyof Tasks]: { task: T; input: Tasks[T]['input'] } }[keyof Tasks]

withoutNetwork()
// Whoever started this thread handed it a job.
parentPort?.postMessage(await answerTo(workerData as Job))

// Each format's reader is loaded only when it is needed: a thread starts for every document.
async function answerTo(job: Job): Promise<unknown> {
  if (job.task === 'article')
    return job.input.format === 'html' ? readHtml(job.input.source) : readMarkdown(job.input.source)
  if (job.task === 'compare') return (await import('./compare.ts')).compare(job.input)
  const { readBytes } = await import('./read-bytes.ts')
  const found = await readBytes(job.input)
  if ('refused' in found || found.text === '') return found
  const { sketchOf } = await import('../independence/shingles.ts')
  return { ...found, sketch: sketchOf(found.text) }
}

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
