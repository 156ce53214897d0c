import { readFileSync, readdirSync } from 'node:fs'
import { join } from 'node:path'
import { linesAsBlocks } from '../../server/articles/blocks.ts'
import { splitSentences } from '../../server/articles/sentences.ts'
import { type Attribution, attribute } from '../../server/finding/attribution/attribute.ts'

/** A passage with the speaker of each of its quotations; `-` for words in marks that nobody says. */
export type Passage = { name: string; text: string; quotes: { start: number; end: number; by: string }[] }

const folder = join(import.meta.dirname, 'passages')

/** The passages of all files, marked like this: [[Who says it: “what is said”]]. */
export const passages = (): Passage[] =>
  readdirSync(folder).flatMap((file) =>
    readFileSync(join(folder, file), 'utf8')
      .split(/^---\n/m)
      .map(readPassage),
  )

function readPassage(source: string): Passage {
  const [heading = '', ...lines] = source.trim().split('\n')
  const quotes: Passage['quotes'] = []
  let text = ''
  let from = 0
  const marked = lines.join('\n').trim()
  for (const match of marked.matchAll(/\[\[([^:\]]+): ([\s\S]*?)\]\]/g)) {
    const [whole, by = '', words = ''] = match
    text += marked.slice(from, match.index)
    quotes.push({ start: text.length, end: text.length + words.length, by })
    text += words
    from = match.index + whole.length
  }
  return { name: heading.replace(/^# /, ''), text: text + marked.slice(from), quotes }
}

/** Reads who said what in a text of lines. */
export function read(text: string, language = 'en') {
  const blocks = linesAsBlocks(text)
  return attribute(text, { blocks, sentences: splitSentences(text, blocks, language) })
}

/** Whoever is said to speak at a place, the surest first; '-' for nobody. */
export function speakerAt(
  attributions: readonly Attribution[],
  { start, end }: { start: number; end: number },
): string {
  const over = attributions.filter(({ content }) =>
    content.some((span) => span.start < end - 1 && start + 1 < span.end && span.start <= start + 1),
  )
  const [best] = over.toSorted((a, b) => b.confidence - a.confidence)
  return best?.speaker?.name || '-'
}
