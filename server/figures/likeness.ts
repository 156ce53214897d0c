import type { Amount, Figure, Reading, When } from './figure.ts'
import { sameCurrency } from './money.ts'

/** How two figures stand to each other; undefined when they cannot be compared. */
export type Likeness = 'same' | 'about' | 'differs'

// Far more than the error of adding and multiplying, far less than anybody writes.
const tiny = 1e-9
// What is still told as about the same: of a number that ends in zeros, of one that does not, and of one called “about”.
const roundShare = 0.05
const hedgedShare = 0.1
const overShare = 1.5

/** The best that any reading of one makes of any reading of the other. */
export function likenessOf(a: Figure, b: Figure): Likeness | undefined {
  const all = a.readings.flatMap((one) => b.readings.map((other) => compare(one, other, { a, b })))
  return (['same', 'about', 'differs'] as const).find((likeness) => all.includes(likeness))
}

/** Whether two amounts measure the same thing. */
export function isSameDimension(a: Amount, b: Amount): boolean {
  const currencies = [a, b].map(({ dimension }) => /^money (.*)$/.exec(dimension)?.[1])
  const [one, other] = currencies
  if (one !== undefined && other !== undefined) return sameCurrency(one, other)
  return a.dimension === b.dimension
}

function compare(one: Reading, other: Reading, figures: { a: Figure; b: Figure }): Likeness | undefined {
  if (one.kind === 'when') return other.kind === 'when' ? compareTimes(one, other) : undefined
  if (other.kind === 'when' || !isSameDimension(one, other)) return undefined
  if (close(one.low, other.low, tiny) && close(one.high, other.high, tiny)) return 'same'
  return isAbout(one, other) || isHedged(one, other, figures) ? 'about' : 'differs'
}

const close = (a: number, b: number, share: number) => Math.abs(a - b) <= share * Math.max(Math.abs(a), Math.abs(b))

function isAbout(a: Amount, b: Amount): boolean {
  if (isRange(a) || isRange(b)) return overlaps(a, b)
  if (a.unit !== b.unit && a.dimension === b.dimension && a.unit !== '') return close(a.low, b.low, roundShare)
  const rougher = a.place >= b.place ? a : b
  const isRounded = Math.abs(a.low - b.low) <= (rougher.place / 2) * (1 + tiny)
  return isRounded && close(a.low, b.low, rougher.isRound ? roundShare : hedgedShare)
}

const isRange = ({ low, high }: Amount) => high > low
const overlaps = (a: Amount, b: Amount) => a.low <= b.high && b.low <= a.high

// “About 300” is near 280, “more than 300” is somewhat more, whoever of the two says so.
function isHedged(a: Amount, b: Amount, figures: { a: Figure; b: Figure }): boolean {
  const hedges = [figures.a.hedge, figures.b.hedge]
  if (hedges.includes('about') && close(a.low, b.low, hedgedShare)) return true
  return isWithin(a, b, hedges[0]) || isWithin(b, a, hedges[1])
}

function isWithin(hedged: Amount, other: Amount, hedge: Figure['hedge']): boolean {
  if (hedge === 'over') return other.low >= hedged.low && other.low <= hedged.low * overShare
  return hedge === 'under' && other.low <= hedged.low && other.low * overShare >= hedged.low
}

// What only one of them says is no difference: “2014” and “3 May 2014”.
function compareTimes(a: When, b: When): Likeness | undefined {
  const parts = [
    [a.years, b.years],
    [a.months, b.months],
    [a.days, b.days],
  ].filter((part): part is [[number, number], [number, number]] => part[0] !== undefined && part[1] !== undefined)
  if (parts.length === 0) return undefined
  if (parts.every(([one, other]) => one[0] === other[0] && one[1] === other[1])) return 'same'
  return parts.every(([one, other]) => one[0] <= other[1] && other[0] <= one[1]) ? 'about' : 'differs'
}
