import { type Dice, newDice } from '../../../seeds/volume/dice.ts'
import { readContent } from '../../../server/documents/content.ts'
import { passageFinder } from '../../../server/evidence/passage.ts'
import { withChangedCharacters, withChangedWords } from './changes.ts'
import { type Made, documents } from './documents.ts'

type Passage = { document: number; text: string }

/** One line of the evaluation: of so many passages so many were found at their place, and so many of them word for word. */
type Line = { what: string; passages: number; found: number; exact: number }

export type Measured = { lines: Line[]; foreign: { looked: number; found: string[] }; slowest: number }

const perDocument = 10

/** Takes 200 passages from 20 documents and looks them up in what the workbench reads out of them: as they are, changed, and in so many `others`. */
export async function measure({ others }: { others: number }): Promise<Measured> {
  const made = documents()
  const texts: string[] = []
  for (const one of made) texts.push(await textOf(one))
  const finders = texts.map(passageFinder)
  const passages = taken(made, newDice(4))
  let slowest = 0
  const look = (document: number, passage: string) => {
    const started = performance.now()
    const found = finders[document]?.(passage)
    slowest = Math.max(slowest, performance.now() - started)
    return found
  }
  const line = (what: string, some: Passage[], change: (text: string) => string): Line => {
    const hits = some.map(({ document, text }) => ({
      original: look(document, text),
      found: look(document, change(text)),
    }))
    const right = hits.filter(({ original, found }) => found && original && overlap(found, original) > 0.8)
    return {
      what,
      passages: some.length,
      found: right.length,
      exact: right.filter(({ found }) => found?.match === 'exact').length,
    }
  }
  const dice = newDice(8)
  const lines = [
    ...(['HTML', 'PDF', 'DOCX'] as const).map((kind) =>
      line(
        `as they are, ${kind}`,
        passages.filter(({ document }) => made[document]?.kind === kind),
        (text) => text,
      ),
    ),
    ...[2, 4, 6, 8].map((share) =>
      line(`${share} % of the characters`, passages, (text) => withChangedCharacters(text, share, dice)),
    ),
    ...[4, 8].map((share) =>
      line(`${share} % in whole words`, passages, (text) => withChangedWords(text, share, dice)),
    ),
  ]
  return { lines, foreign: foreign(passages, { texts, others, look }), slowest }
}

async function textOf({ name, bytes }: Made): Promise<string> {
  const content = await readContent(bytes)
  if ('refused' in content || content.text === '') throw new Error(`${name} was not read: ${JSON.stringify(content)}`)
  return content.text
}

// From a few words to a few sentences, within a paragraph, beginning and ending with words.
function taken(made: Made[], dice: Dice): Passage[] {
  return made.flatMap(({ paragraphs }, document) =>
    Array.from({ length: perDocument }, () => {
      const words = (paragraphs[dice.below(paragraphs.length)] ?? '').split(' ')
      const count = Math.min(words.length, 7 + dice.below(60))
      const from = dice.below(words.length - count + 1)
      return { document, text: words.slice(from, from + count).join(' ') }
    }),
  )
}

function overlap(a: { start: number; end: number }, b: { start: number; end: number }): number {
  const shared = Math.min(a.end, b.end) - Math.max(a.start, b.start)
  return Math.max(0, shared) / Math.max(a.end - a.start, b.end - b.start)
}

type Look = (document: number, passage: string) => unknown

// What another document says too, word for word, is there.
function foreign(
  passages: Passage[],
  { texts, others, look }: { texts: string[]; others: number; look: Look },
): { looked: number; found: string[] } {
  const tries = passages.flatMap(({ document, text }) =>
    texts
      .map((_, step) => (document + 1 + step) % texts.length)
      .filter((at) => at !== document && !texts[at]?.includes(text))
      .slice(0, others)
      .map((at) => ({ at, text })),
  )
  return { looked: tries.length, found: tries.filter(({ at, text }) => look(at, text)).map(({ text }) => text) }
}
