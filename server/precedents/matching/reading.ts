import { figuresOf } from './figures.ts'
import { gramsOf } from './grams.ts'
import { nameWords } from './speaker.ts'
import { nameTerms, termsOf } from './terms.ts'

/** A check that was made: what was checked, in two wordings (statement and quote, or claim and title), who said it, when. */
export type Check = { claim: string; title: string; speaker: string; on: string }

/** What is asked about: the words, what stands before and after them, who said them, when (an ISO day, or ''). */
export type Asked = { text: string; before: string; after: string; speaker: string; on: string }

/** A text read once: its stems in order, and all that is compared. */
type Wording = { terms: string[]; set: ReadonlySet<string>; grams: Uint32Array }

export type ReadCheck = {
  claim: Wording
  title: Wording
  /** The stems of both wordings. */
  all: ReadonlySet<string>
  /** How often each stem counts, and how much that is in all: the second wording counts half. */
  counts: ReadonlyMap<string, number>
  length: number
  figures: ReadonlySet<number>
  speaker: string[]
  day: number | undefined
}

export type ReadQuestion = {
  text: Wording
  before: Wording
  after: Wording
  /** The stems of the text and of what stands around it. */
  around: ReadonlySet<string>
  aroundGrams: Uint32Array
  names: ReadonlySet<string>
  figures: ReadonlySet<number>
  figuresAround: ReadonlySet<number>
  speaker: string[]
  day: number | undefined
}

const titleCounts = 0.5

/** Reads a check for comparison. */
export function readCheck({ claim, title, speaker, on }: Check): ReadCheck {
  const first = wording(claim)
  const second = wording(title)
  const counts = new Map<string, number>()
  const count = (terms: readonly string[], worth: number) => {
    for (const term of terms) counts.set(term, (counts.get(term) ?? 0) + worth)
  }
  count(first.terms, 1)
  count(second.terms, titleCounts)
  return {
    claim: first,
    title: second,
    all: new Set([...first.set, ...second.set]),
    counts,
    length: first.terms.length + titleCounts * second.terms.length,
    figures: figuresOf(`${claim} . ${title}`),
    speaker: nameWords(speaker),
    day: dayOf(on),
  }
}

/** Reads what is asked about for comparison. */
export function readQuestion({ text, before, after, speaker, on }: Asked): ReadQuestion {
  const words = [before, text, after].map(wording)
  const [first = wording(''), middle = first, last = first] = words
  const whole = `${before} . ${text} . ${after}`
  return {
    text: middle,
    before: first,
    after: last,
    around: new Set(words.flatMap(({ terms }) => terms)),
    aroundGrams: gramsOf(whole),
    names: new Set(nameTerms(text)),
    figures: figuresOf(text),
    figuresAround: figuresOf(whole),
    speaker: nameWords(speaker),
    day: dayOf(on),
  }
}

function wording(text: string): Wording {
  const terms = termsOf(text)
  return { terms, set: new Set(terms), grams: gramsOf(text) }
}

// Of a date that is known by its year or month alone, the middle.
function dayOf(on: string): number | undefined {
  const whole = on.length === 4 ? `${on}-07-01` : on.length === 7 ? `${on}-15` : on.slice(0, 10)
  const time = Date.parse(whole)
  return Number.isNaN(time) ? undefined : time / 86_400_000
}
