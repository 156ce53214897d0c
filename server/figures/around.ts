import type { Hedge } from './figure.ts'

const empty = new Set(
  'a an the of in on at to for from by with and or but that which who was were is are be been has have had it its as than this these those their his her they he she we i you not no will would could should may might can said says about over more less some most other into after before during between up out so if also there then when while per each every only just very were all any both such year years day days'.split(
    ' ',
  ),
)

const aboutBefore =
  /(?:about|around|roughly|approximately|approx\.?|some|nearly|almost|circa|ca\.|close to|near|estimated(?: at| to be)?|just (?:under|over|short of)|~|≈)\s*$/i
const overBefore =
  /(?:more than|greater than|over|above|at least|exceed(?:s|ed|ing)?|upwards? of|no (?:fewer|less) than|a minimum of|>|≥)\s*$/i
const underBefore =
  /(?:less than|fewer than|under|below|up to|at most|no more than|not even|as (?:many|much) as|a maximum of|<|≤)\s*$/i
const overAfter = /^(?:\+| or more| plus\b)/
const aboutAfter = /^ (?:or so|or thereabouts|approximately)\b/

type Place = { start: number; end: number }

/** How the words before and after a figure qualify it. */
export function hedgeOf(text: string, { start, end }: Place): Hedge | undefined {
  const before = text.slice(Math.max(0, start - 24), start)
  const after = text.slice(end, end + 16)
  if (overBefore.test(before) || overAfter.test(after)) return 'over'
  if (underBefore.test(before)) return 'under'
  if (aboutBefore.test(before) || aboutAfter.test(after)) return 'about'
  return undefined
}

/** What is counted: up to four words after the figure that carry meaning, within its part of the sentence. */
export const countedIn = (text: string, { end }: Place): string[] =>
  meaningful(/^[^.;:!?()\n,]*/.exec(text.slice(end, end + 60))?.[0] ?? '').slice(0, 4)

/** The words around it that carry meaning. */
export const wordsAround = (text: string, { start, end }: Place): string[] => [
  ...meaningful(text.slice(Math.max(0, start - 70), start)).slice(-6),
  ...meaningful(text.slice(end, end + 70)).slice(0, 6),
]

const meaningful = (text: string) =>
  [...text.matchAll(/\p{L}[\p{L}'’-]*/gu)]
    .map(([word]) => word.toLowerCase())
    .filter((word) => word.length > 1 && !empty.has(word))
    .map(stem)

// People are persons, cities are a city: enough to see that two texts count the same thing.
function stem(word: string): string {
  const bare = word.replace(/['’]s?$/, '')
  if (bare === 'people') return 'person'
  if (bare.endsWith('ies') && bare.length > 4) return `${bare.slice(0, -3)}y`
  if (/(?:ches|shes|sses|xes)$/.test(bare)) return bare.slice(0, -2)
  return /[^su]s$/.test(bare) && bare.length > 3 ? bare.slice(0, -1) : bare
}
