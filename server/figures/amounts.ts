import type { Amount, Reading } from './figure.ts'
import { type Currency, readCurrencyAfter, readCurrencyBefore } from './money.ts'
import { type Unit, readUnit } from './units.ts'
import { type WrittenNumber, matchAt, readNumber } from './written-numbers.ts'

type Read = { end: number; readings: Reading[] }
type Scaled = { number: WrittenNumber; factor: number; end: number; isMetreToo: boolean }
type Range = { from: Scaled; to: Scaled }

const scaleNames: Record<string, number> = {
  hundred: 1e2,
  thousand: 1e3,
  k: 1e3,
  lakh: 1e5,
  million: 1e6,
  m: 1e6,
  mn: 1e6,
  mln: 1e6,
  mio: 1e6,
  crore: 1e7,
  billion: 1e9,
  bn: 1e9,
  b: 1e9,
  trillion: 1e12,
  tn: 1e12,
  trn: 1e12,
  dozen: 12,
}
const scale =
  /([\s-]?)(hundred|thousand|lakh|million|crore|billion|trillion|dozen|mn|mln|mio|bn|trn|tn|k|m|b)s?(?![\p{L}\p{N}²³])/iuy
const joiner = /\s?(?:-|–|—|to|or|and)\s?/y
const isOnly = /^(?:one|an?)$/i

/** The amount that begins there: a number with what scales it, its unit or currency, and the other end of a range. */
export function readAmount(text: string, at: number): Read | undefined {
  const before = readCurrencyBefore(text, at)
  const from = readScaled(text, before?.end ?? at, before !== undefined)
  if (!from) return undefined
  const to = readOtherEnd(text, { at, from, before })
  if (to?.isChange) return beginningOf(text, { from, to: to.end, before })
  const end = to?.end.end ?? from.end
  const range = { from: to ? withScaleOf(from, to.end) : from, to: to?.end ?? from }
  return before ? { end, readings: moneyOf(range, before.currency) } : readWhatOf(text, range, at)
}

// “from 3 to 5 per cent”: the unit of the first figure stands with the second.
function beginningOf(
  text: string,
  { from, to, before }: { from: Scaled; to: Scaled; before: Currency | undefined },
): Read {
  const scaled = withScaleOf(from, to)
  const range = { from: scaled, to: scaled }
  if (before) return { end: from.end, readings: moneyOf(range, before.currency) }
  const readings = readWhatOf(text, { from: scaled, to: { ...scaled, end: to.end } }, -1)?.readings ?? plain(range)
  return { end: from.end, readings }
}

function readScaled(text: string, at: number, isMoney: boolean): Scaled | undefined {
  const number = readNumber(text, at)
  if (!number) return undefined
  const found = matchAt(scale, text, number.end)
  const name = found?.[2] ?? ''
  const isAttached = found?.[1] === ''
  if (!found || !isScale(text, { name, isAttached, isMoney, end: number.end + found[0].length }))
    return { number, factor: 1, end: number.end, isMetreToo: false }
  const factor = scaleNames[name.toLowerCase()] ?? 1
  return { number, factor, end: number.end + found[0].length, isMetreToo: name === 'm' && !isMoney }
}

// “m” is million after a currency and close to its number, where it may be metres too; “b” is billion with money alone.
function isScale(
  text: string,
  { name, isAttached, isMoney, end }: { name: string; isAttached: boolean; isMoney: boolean; end: number },
) {
  if (name.length > 1) return true
  if (isMoney || readCurrencyAfter(text, end)) return true
  return isAttached && /^[kKmM]$/.test(name)
}

type OtherEnd = { end: Scaled; isChange: boolean }

function readOtherEnd(
  text: string,
  { at, from, before }: { at: number; from: Scaled; before: Currency | undefined },
): OtherEnd | undefined {
  const joined = matchAt(joiner, text, from.end)
  if (!joined) return undefined
  const word = joined[0].trim()
  const leading = text.slice(Math.max(0, at - 12), at)
  const start = from.end + joined[0].length
  const again = readCurrencyBefore(text, start)
  if (again && again.currency !== before?.currency) return undefined
  const end = readScaled(text, again?.end ?? start, before !== undefined)
  if (!end || (word === 'and' && !/between\s+$/i.test(leading))) return undefined
  if (word === 'to' && /from\s+$/i.test(leading)) return { end, isChange: true }
  return isHigher(end, withScaleOf(from, end), word) ? { end, isChange: false } : undefined
}

// “two or three” is a range, “$300,000 or $3 million” is not.
const isHigher = (end: Scaled, from: Scaled, word: string) =>
  end.number.isWord === from.number.isWord &&
  valueOf(end) > valueOf(from) &&
  (word !== 'or' || valueOf(end) <= 3 * valueOf(from))

const valueOf = ({ number, factor }: Scaled) => (number.values[0] ?? 0) * factor

// “30 to 40 million” is 30 million at its lower end, “900,000 to 1 million” is not.
const withScaleOf = (from: Scaled, to: Scaled): Scaled =>
  from.factor === 1 && (from.number.values[0] ?? 0) < (to.number.values[0] ?? 0) ? { ...from, factor: to.factor } : from

function readWhatOf(text: string, range: Range, at: number): Read | undefined {
  const { end } = range.to
  const money = readCurrencyAfter(text, end)
  const unit = readUnit(text, end)
  if (money && (!unit || money.end >= unit.end)) {
    const weights = money.isWeightToo && unit ? unit.units.flatMap((one) => measureOf(range, one)) : []
    return { end: money.end, readings: [...moneyOf(range, money.currency), ...weights] }
  }
  if (unit) return { end: unit.end, readings: unit.units.flatMap((one) => measureOf(range, one)) }
  if (range.to.number.needsUnit && range.to.factor === 1) return undefined
  if (isOnly.test(text.slice(at, end))) return undefined
  return { end, readings: [...plain(range), ...metresOf(range)] }
}

const plain = (range: Range) => amounts(range, { dimension: 'number', unit: '', factor: 1 })
const moneyOf = (range: Range, currency: string) =>
  amounts(range, { dimension: `money ${currency}`, unit: currency, factor: 1 })
const measureOf = (range: Range, { name, dimension, factor, offset = 0 }: Unit) =>
  amounts(range, { dimension, unit: name, factor, offset })

function metresOf({ from, to }: Range): Amount[] {
  if (!to.isMetreToo) return []
  const unscaled = { from: { ...from, factor: 1 }, to: { ...to, factor: 1 } }
  return amounts(unscaled, { dimension: 'length', unit: 'm', factor: 1 })
}

type Measure = { dimension: string; unit: string; factor: number; offset?: number }

function amounts({ from, to }: Range, { dimension, unit, factor, offset = 0 }: Measure): Amount[] {
  return from.number.values.map((low, way) => {
    const high = to.number.values[way] ?? to.number.values[0] ?? low
    return {
      kind: 'amount',
      dimension,
      unit,
      low: low * from.factor * factor + offset,
      high: high * to.factor * factor + offset,
      written: low * from.factor,
      place: to.number.place * to.factor * factor,
      isRound: to.number.isRound,
    }
  })
}
