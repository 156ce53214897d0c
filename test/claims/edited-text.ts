import fc from 'fast-check'

/** A word of a text with the white space after it, and which one it is, so that it is known again after an edit. */
type Word = { id: number; text: string }
/** A text before and after an edit that is known word by word. */
export type Edited = { before: Word[]; after: Word[] }

const alien = ['Zebra', 'quartz', 'jackdaw', 'vortex', 'sphinx']

// Few words, so that the same ones stand together again and again: which of them an edit has left, often nobody can tell.
const babble = sentenceOf(['the', 'ship', 'sank', 'in', 'May', '300', 'people', 'died'])
// As people write: whole sentences and phrases come again.
const prose = fc.constantFrom(
  'The ferry sank in May, and 300 people died.',
  'The ferry sank in May.',
  'He said that 300 people died.',
  '“We knew,” the mayor said.',
  'The mayor said that 300 people died in May, not in June.',
  'Nobody was told.',
  'In 2014 the port had four cranes; in 2024 it had nine.',
  'The port had four cranes when the ferry sank.',
)

function sentenceOf(words: readonly string[]): fc.Arbitrary<string> {
  return fc
    .array(fc.constantFrom(...words), { minLength: 1, maxLength: 12 })
    .map((sentence) => `${sentence.join(' ')}.`)
}

const spaced = (sentence: fc.Arbitrary<string>) =>
  fc
    .tuple(sentence, fc.constantFrom(' ', ' ', '\n\n', '\n'))
    .map(([words, end]) => words.split(' ').map((word, index, all) => word + (index < all.length - 1 ? ' ' : end)))

/** A place in something, from 0 to 1. */
export const share = fc.nat({ max: 999 }).map((n) => n / 1_000)

type Edit = { at: number; removed: number; put: string[] }

const edit: fc.Arbitrary<Edit> = fc.record({
  at: share,
  removed: fc.nat({ max: 9 }),
  put: fc.oneof(
    fc.constant<string[]>([]),
    spaced(sentenceOf(alien)),
    fc.array(
      fc.constantFrom(...alien).map((word) => `${word} `),
      { maxLength: 4 },
    ),
  ),
})

const edited = (sentence: fc.Arbitrary<string>): fc.Arbitrary<Edited> =>
  fc
    .tuple(fc.array(spaced(sentence), { minLength: 2, maxLength: 14 }), fc.array(edit, { minLength: 1, maxLength: 4 }))
    .map(([sentences, edits]) => {
      const before = sentences.flat().map((text, id) => ({ id, text }))
      const after = [...before]
      for (const { at, removed, put } of edits)
        after.splice(Math.floor(at * after.length), removed, ...put.map((text) => ({ id: -1, text })))
      return { before, after }
    })

/** Texts with up to four stretches removed, replaced or put in: of sentences that come again, or of the same few words. */
export const editedProse = edited(prose)
export const editedBabble = edited(babble)

/** The text of the words. */
export const textOf = (words: readonly Word[]): string => words.map(({ text }) => text).join('')

/** Where the words from the index on stand, the white space after them left out. */
export function spanOf(words: readonly Word[], from: number, count: number): { start: number; end: number } {
  const start = textOf(words.slice(0, from)).length
  return { start, end: start + textOf(words.slice(from, from + count)).trimEnd().length }
}

/** The index in the new text of words that no edit has touched, undefined when one has. */
export function untouched({ before, after }: Edited, from: number, count: number): number | undefined {
  const at = after.findIndex(({ id }) => id === before[from]?.id)
  const isThere = at >= 0 && before.slice(from, from + count).every(({ id }, index) => after[at + index]?.id === id)
  return isThere ? at : undefined
}
