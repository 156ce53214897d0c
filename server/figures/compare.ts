import type { Amount, Figure, Reading, When } from './figure.ts'
import { findFigures } from './find.ts'
import { isSameDimension, likenessOf } from './likeness.ts'

/** A figure of the claim beside one of the passage. */
type Pair = { claim: Figure; passage: Figure }

/** What the figures of a claim are in a passage. `differ` is something to look at, and never a verdict. */
export type FiguresCompared = { same: Pair[]; about: Pair[]; differ: (Pair & { isUnit: boolean })[]; absent: Figure[] }

/** Sets the figures of what a claim says (its quote, its statement) beside those of a passage. */
export function compareFigures(said: string[], passage: string): FiguresCompared {
  const wanted = distinct(said.flatMap(findFigures))
  const there = findFigures(passage)
  const agreed = wanted.flatMap((claim) => agreeing(claim, there))
  const open = wanted.filter((claim) => !agreed.some((pair) => pair.claim === claim))
  const free = there.filter((figure) => !agreed.some((pair) => pair.passage === figure))
  const differ = open.flatMap((claim) => differing(claim, { free, open }))
  return {
    same: agreed.filter(({ likeness }) => likeness === 'same'),
    about: agreed.filter(({ likeness }) => likeness === 'about'),
    differ,
    absent: open.filter((claim) => !differ.some((pair) => pair.claim === claim)),
  }
}

// The quote and the statement mostly hold the same figures.
function distinct(figures: Figure[]): Figure[] {
  return figures.filter((figure, at) => !figures.slice(0, at).some((before) => likenessOf(before, figure) === 'same'))
}

function agreeing(claim: Figure, there: Figure[]) {
  for (const likeness of ['same', 'about'] as const) {
    const alike = there.filter((figure) => likenessOf(claim, figure) === likeness)
    const passage = alike.toSorted((a, b) => shared(claim, b) - shared(claim, a))[0]
    if (passage) return [{ claim, passage, likeness }]
  }
  return []
}

type Left = { free: Figure[]; open: Figure[] }

// The one figure of the passage that can be meant, if there is one.
function differing(claim: Figure, left: Left) {
  const scored = left.free
    .map((passage) => ({ claim, passage, ...suspicion(claim, passage, left) }))
    .filter(({ score }) => score >= enough)
    .toSorted((a, b) => b.score - a.score)
  const [first, second] = scored
  if (!first || (second && second.score === first.score && second.passage.text !== first.passage.text)) return []
  return [{ claim, passage: first.passage, isUnit: first.isUnit }]
}

const enough = 2

// How much speaks for two figures being meant to be the same. Numbers of different things are not.
function suspicion(claim: Figure, passage: Figure, left: Left): { score: number; isUnit: boolean } {
  const unit = unitsDiffer(claim, passage)
  if (unit) return { score: 3, isUnit: true }
  if (likenessOf(claim, passage) !== 'differs' || countsOther(claim, passage)) return { score: 0, isUnit: false }
  const isOnly = alone(claim, left.open) && alone(passage, left.free)
  const score =
    (isOnly && !isPlain(claim) ? 2 : 0) +
    (isTenfold(claim, passage) ? 2 : 0) +
    (isPlain(claim) && overlap(claim.counted, passage.counted) > 0 ? 2 : 0) +
    Math.min(1, shared(claim, passage) / 2)
  return { score, isUnit: false }
}

const shared = (a: Figure, b: Figure) => overlap(a.around, b.around)
const overlap = (a: string[], b: string[]) => [...new Set(a)].filter((word) => b.includes(word)).length

const amountsOf = ({ readings }: Figure) => readings.filter((reading): reading is Amount => reading.kind === 'amount')
const isPlain = (figure: Figure) => amountsOf(figure).some(({ dimension }) => dimension === 'number')

// “300 people” and “30 houses”: both say what they count, and it is not the same.
function countsOther(a: Figure, b: Figure): boolean {
  return isPlain(a) && a.counted.length > 0 && b.counted.length > 0 && overlap(a.counted, b.counted) === 0
}

const kindOf = (reading: Reading | undefined) => (reading?.kind === 'amount' ? reading.dimension : partsOf(reading))
const partsOf = (when: When | undefined) => (when?.days ? 'day' : when?.months ? 'month' : 'year')

// Whether a figure is the only one of its kind, however often it is said.
function alone(figure: Figure, all: Figure[]): boolean {
  return all.every(
    (other) =>
      other === figure ||
      likenessOf(figure, other) === 'same' ||
      !figure.readings.some((one) => other.readings.some((two) => kindOf(one) === kindOf(two))),
  )
}

const isTenfold = (a: Figure, b: Figure) =>
  amountsOf(a).some((one) =>
    amountsOf(b).some((other) => isSameDimension(one, other) && isPowerOfTen(one.low / other.low)),
  )

function isPowerOfTen(ratio: number): boolean {
  const power = Math.log10(ratio)
  return Number.isFinite(power) && Math.round(power) !== 0 && Math.abs(power - Math.round(power)) < 1e-9
}

// Per cent and percentage points; dollars and euros; 300 miles and 300 km: the number is the same, what it counts is not.
function unitsDiffer(a: Figure, b: Figure): boolean {
  return amountsOf(a).some((one) =>
    amountsOf(b).some((other) => one.written === other.written && one.unit !== other.unit && isConfusable(one, other)),
  )
}

function isConfusable(a: Amount, b: Amount): boolean {
  const isMoney = [a, b].every(({ dimension }) => dimension.startsWith('money'))
  if (isMoney) return !isSameDimension(a, b)
  const isShare = [a, b].every(({ dimension }) => dimension === 'share' || dimension === 'points')
  return isShare ? a.dimension !== b.dimension : a.dimension === b.dimension && a.dimension !== 'number'
}
