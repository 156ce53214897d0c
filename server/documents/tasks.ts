import type { Sketch } from '../independence/shingles.ts'
import type { Piece } from '../articles/blocks.ts'
import type { ContentText, Refusal } from './content.ts'
import type { Guesses } from './html-guesses.ts'
import type { Comparing, Comparison } from './compare.ts'
import type { Metadata } from '../sources/metadata.ts'
import type { Kind } from './media-type.ts'

/** What the readers of Markdown and of an article in a web page find. */
export type Extracted = { pieces: Piece[]; guesses: Guesses }

type Reading = { bytes: Uint8Array; kind: Kind; declaredType: string | null }

/** What of a document's text a worker finds, before the bytes are named by their hash. */
export type ReadText = ContentText & { mediaType: string; charset: string | null; sketch?: Sketch }
export type Read = ReadText & { metadata: Metadata }

/** What can be asked of a reading thread, and what it answers; undefined stands for what is too deep to be tried. */
export type Tasks = {
  article: { input: { format: 'html' | 'md'; source: string }; answer: Extracted }
  compare: { input: Comparing; answer: Comparison }
  content: { input: Reading; answer: Read | Refusal }
}
