import { Worker } from 'node:worker_threads'
import type { Job } from './worker.ts'
import { type Candidate, findCandidates } from './find.ts'

export type { Candidate } from './find.ts'

/** A frozen text: `sha256` says which. */
type Frozen = { sha256: string } & Omit<Job, 'language'>

// About a fifth of a second of work: with more, everybody would wait. Lengths are UTF-16 code units; a longer sentence is none, and
// may have been written to take long.
const mostHere = { sentences: 800, text: 60_000, sentence: 2_000 }
// Half a million ordinary words take less, in milliseconds.
const patience = 20_000
const kept = 60
const known = new Map<string, Candidate[] | 'looking'>()

/**
 * The claims that a text seems to make. Texts never change, so what was found is kept for those read last. A long one is
 * looked through in a thread of its own: until that is done the answer is `looking`.
 */
export function candidatesOfText(
  { sha256, text, blocks, sentences }: Frozen,
  language: string,
): Candidate[] | 'looking' {
  const key = `${sha256} ${language}`
  const job: Job = { text, language, blocks: blocks.map(spanOf), sentences: sentences.map(spanOf) }
  const found = known.get(key) ?? (isQuick(job) ? findCandidates(text, job) : look(key, job))
  // Asked for last is kept longest.
  known.delete(key)
  known.set(key, found)
  const [oldest] = known.keys()
  if (known.size > kept && oldest !== undefined) known.delete(oldest)
  return found
}

const isQuick = ({ text, sentences }: Job) =>
  sentences.length <= mostHere.sentences &&
  text.length <= mostHere.text &&
  sentences.every(({ start, end }) => end - start <= mostHere.sentence)

const spanOf = ({ start, end }: { start: number; end: number }) => ({ start, end })

// At most one long text at a time: the others wait for their turn.
let turn: Promise<void> = Promise.resolve()

function look(key: string, job: Job): 'looking' {
  turn = turn.then(() => inThread(job)).then((found) => void known.set(key, found))
  return 'looking'
}

/** What no thread could find is nothing: the text can be worked on by hand. */
function inThread(job: Job): Promise<Candidate[]> {
  const worker = new Worker(new URL('./worker.ts', import.meta.url), { workerData: job, env: {}, execArgv: [] })
  worker.unref()
  const timer = setTimeout(() => void worker.terminate(), patience).unref()
  const found = new Promise<Candidate[]>((resolve) => {
    worker.once('message', resolve)
    worker.once('error', () => resolve([]))
    worker.once('exit', () => resolve([]))
  })
  return found.finally(() => clearTimeout(timer))
}
