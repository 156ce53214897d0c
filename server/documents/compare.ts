import { diffArrays, diffWordsWithSpace } from 'diff'

/** The paragraphs of two texts. */
export type Comparing = { before: string[]; after: string[] }

/** A stretch of words, and whether only one of the two has it. */
export type Run = { text: string; changed: boolean }
/** Paragraphs that are in both, or what one of them has where the other has something else; numbers count from 1. */
export type Change =
  | { kind: 'same'; count: number }
  | { kind: 'changed'; before: { number: number; runs: Run[] }[]; after: { number: number; runs: Run[] }[] }

/** What is different, in order; `more` changes were found than are told. `undefined` changes: the texts have too little in common. */
export type Comparison = { changes: Change[] | undefined; more: number }

const most = { changes: 200, paragraphs: 50, characters: 2_000 }
const timeout = 2_500

/** Sets two texts side by side, paragraph by paragraph and word by word. Only for a worker that can be stopped. */
export function compare({ before, after }: Comparing): Comparison {
  const parts = diffArrays(before, after, { timeout })
  if (!parts) return { changes: undefined, more: 0 }
  const changes: Change[] = []
  let place = { before: 0, after: 0 }
  for (let index = 0; index < parts.length; index++) {
    const part = parts[index]
    if (!part) break
    if (!part.added && !part.removed) {
      place = { before: place.before + part.count, after: place.after + part.count }
      changes.push({ kind: 'same', count: part.count })
      continue
    }
    const other = parts[index + 1]
    const isPair = part.removed && other?.added
    const gone = part.removed ? part.value : []
    const come = part.added ? part.value : isPair ? other.value : []
    changes.push(changed({ gone, come }, place))
    place = { before: place.before + gone.length, after: place.after + come.length }
    if (isPair) index += 1
  }
  return limited(changes)
}

type Sides = { gone: string[]; come: string[] }

function changed({ gone, come }: Sides, at: { before: number; after: number }): Change {
  const isInWords = gone.length === come.length
  const pairs = isInWords ? gone.slice(0, most.paragraphs).map((text, index) => inWords(text, come[index] ?? '')) : []
  const side = (texts: string[], first: number, runs: (index: number) => Run[] | undefined) =>
    texts.slice(0, most.paragraphs).map((text, index) => ({
      number: first + index + 1,
      runs: runs(index) ?? [{ text: short(text), changed: true }],
    }))
  return {
    kind: 'changed',
    before: side(gone, at.before, (index) => pairs[index]?.before),
    after: side(come, at.after, (index) => pairs[index]?.after),
  }
}

function inWords(before: string, after: string): { before: Run[]; after: Run[] } | undefined {
  if (Math.max(before.length, after.length) > most.characters) return undefined
  const parts = diffWordsWithSpace(before, after, { timeout: 100 })
  if (!parts) return undefined
  const runs = (without: 'added' | 'removed') =>
    parts
      .filter((part) => !part[without])
      .map(({ value, added, removed }) => ({ text: value, changed: added || removed }))
  return { before: runs('added'), after: runs('removed') }
}

const short = (text: string) =>
  text.length > most.characters ? `${text.slice(0, most.characters).toWellFormed()}…` : text

function limited(changes: Change[]): Comparison {
  let count = 0
  const told = changes.filter(({ kind }) => (kind === 'changed' ? (count += 1) : count) <= most.changes)
  return { changes: told, more: Math.max(0, count - most.changes) }
}
