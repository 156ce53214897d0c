import type { When } from './figure.ts'
import { matchAt } from './written-numbers.ts'

type Read = { end: number; readings: When[] }

const months = 'jan feb mar apr may jun jul aug sep oct nov dec'.split(' ')
const iso = /(\d{4})-(\d{2})-(\d{2})(?!\d)/y
const numeric = /(\d{1,2})([./])(\d{1,2})\2(\d{4})(?!\d)/y
const dayFirst =
  /(\d{1,2})(?:st|nd|rd|th)?(?:\s?[–-]\s?(\d{1,2})(?:st|nd|rd|th)?)?(?: of)?\s+(Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)[a-z]*\.?(?![a-z])(?:,?\s+(\d{4})(?!\d))?/y
const monthFirst =
  /(January|February|March|April|May|June|July|August|September|October|November|December|Jan\.?|Feb\.?|Mar\.?|Apr\.?|Jun\.?|Jul\.?|Aug\.?|Sept?\.?|Oct\.?|Nov\.?|Dec\.?)\s+(?:(\d{1,2})(?:st|nd|rd|th)?(?:\s?[–-]\s?(\d{1,2}))?(?![\d:])(?:,?\s+(\d{4})(?!\d))?|(\d{4})(?!\d))/y
const quarter = /(?:Q([1-4])|(first|second|third|fourth|last) quarter)(?:\s|,|-|–|\/|of|the){0,6}(\d{4})(?!\d)/iy
const quarterAfter = /(\d{4})[\s-]?Q([1-4])(?!\w)/y
const decade = /((?:1\d|20)\d)0['’]?s(?!\w)/y
const years =
  /((?:1[0-9]|20)\d{2})\s?(?:-|–|—|\/|to|and|until|through)\s?((?:1[0-9]|20)?\d{2})(?![\d.,]?\d|\s?%|\p{L})/uy
const year = /((?:1[0-9]|20)\d{2})(?![\d.,]?\d|\s?[%°]|['’]?\p{L})/uy

/** A date, month, quarter, decade or year, or a stretch of them; undefined when none begins there. */
export function readDate(text: string, at: number): Read | undefined {
  for (const read of [readDay, readNumeric, readQuarter, readYears]) {
    const found = read(text, at)
    if (found) return found
  }
  return undefined
}

const monthOf = (name = '') => months.indexOf(name.slice(0, 3).toLowerCase()) + 1
const both = (value: number): [number, number] => [value, value]
const isDay = (value: number) => value >= 1 && value <= 31

function when({
  y,
  m,
  d,
  d2,
}: {
  y?: string | undefined
  m?: number
  d?: string | undefined
  d2?: string | undefined
}): When[] {
  if (d !== undefined && !isDay(Number(d))) return []
  return [
    {
      kind: 'when',
      ...(y !== undefined && { years: both(Number(y)) }),
      ...(m !== undefined && { months: both(m) }),
      ...(d !== undefined && { days: [Number(d), Number(d2 ?? d)] }),
    },
  ]
}

const read = (found: RegExpExecArray, at: number, readings: When[]): Read | undefined =>
  readings.length > 0 ? { end: at + found[0].length, readings } : undefined

function readDay(text: string, at: number): Read | undefined {
  const first = matchAt(dayFirst, text, at)
  if (first) return read(first, at, when({ d: first[1], d2: first[2], m: monthOf(first[3]), y: first[4] }))
  const named = matchAt(monthFirst, text, at)
  if (!named) return undefined
  return read(named, at, when({ m: monthOf(named[1]), d: named[2], d2: named[3], y: named[4] ?? named[5] }))
}

// 03/05/2014 is in March in one country and in May in another.
function readNumeric(text: string, at: number): Read | undefined {
  const found = matchAt(iso, text, at)
  if (found) return read(found, at, when({ y: found[1], m: Number(found[2]), d: found[3] }))
  const parts = matchAt(numeric, text, at)
  if (!parts) return undefined
  const [, a, , b, y] = parts
  const ways = [
    { d: a, m: Number(b), y },
    { d: b, m: Number(a), y },
  ].filter(({ m }) => m >= 1 && m <= 12)
  return read(parts, at, ways.flatMap(when))
}

const quarters = ['first', 'second', 'third', 'fourth']

function readQuarter(text: string, at: number): Read | undefined {
  const found = matchAt(quarter, text, at)
  const after = matchAt(quarterAfter, text, at)
  const hit = found ?? after
  if (!hit) return undefined
  const y = Number(found ? found[3] : after?.[1])
  const name = (found?.[2] ?? '').toLowerCase()
  const number = Number(found ? (found[1] ?? (name === 'last' ? 4 : quarters.indexOf(name) + 1)) : after?.[2])
  return read(hit, at, [{ kind: 'when', years: both(y), months: [number * 3 - 2, number * 3] }])
}

function readYears(text: string, at: number): Read | undefined {
  const ten = matchAt(decade, text, at)
  if (ten) return read(ten, at, [{ kind: 'when', years: [Number(ten[1]) * 10, Number(ten[1]) * 10 + 9] }])
  const stretch = matchAt(years, text, at)
  if (stretch) {
    const from = Number(stretch[1])
    const to = Number(stretch[2]) < 100 ? Math.trunc(from / 100) * 100 + Number(stretch[2]) : Number(stretch[2])
    if (to > from && joinsYears(stretch[0], text.slice(Math.max(0, at - 9), at)))
      return read(stretch, at, [{ kind: 'when', years: [from, to] }])
  }
  const found = matchAt(year, text, at)
  return found && read(found, at, [{ kind: 'when', years: both(Number(found[1])) }])
}

const joinsYears = (written: string, before: string) => !/and/.test(written) || /between\s$/i.test(before)
