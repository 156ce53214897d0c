import { readAmount } from './amounts.ts'
import { countedIn, hedgeOf, wordsAround } from './around.ts'
import { readDate } from './dates.ts'
import type { Amount, Figure, Reading } from './figure.ts'
import { readShare } from './shares.ts'

const beginnings = /https?:\/\/\S+|[\p{L}\d]+|[$€£¥₹₽₴₩₺₪½⅓⅔¼¾]/gu
const asName =
  /(?:\b(?:p|pp|no|nos|art|sec|fig|vol|ch)\.?|№|§|\b(?:page|pages|number|article|section|chapter|table|figure|resolution|paragraph|rule|title|flight|channel|route|highway|amendment|volume|issue|line|item|room|phase|level|type|grade|part|version|protocol|annex|clause|act|question|note|footnote|exhibit|apollo|boeing|airbus|windows)) ?$/i
const time = /\d{1,2}(?::\d{2}(?::\d{2})?(?:\s?[ap]\.?m\b\.?)?|(?:\.\d{2})?\s?(?:[ap]\.m\.|[ap]m\b|o['’]clock))/iy
const ordinal = /\d+(?:st|nd|rd|th)\b/iy
const attached = /[\p{L}\d]-$|[\p{L}\d]$|\[$|#$/u

/** The figures of a text, in order: numbers, shares, money, measures and dates, in digits and in English words. */
export function findFigures(text: string): Figure[] {
  const figures: Figure[] = []
  let from = 0
  for (const { 0: written, index } of text.matchAll(beginnings)) {
    if (index < from || written.startsWith('http')) continue
    const found = readFigure(text, index)
    if (!found) continue
    from = found.end
    if (found.readings.length > 0) figures.push(figureOf(text, index, found))
  }
  return figures
}

type Read = { end: number; readings: Reading[] }

// What is read without a reading is passed over: a time of day, a number that is a name.
function readFigure(text: string, at: number): Read | undefined {
  const isDigit = /\d/.test(text[at] ?? '')
  const before = text.slice(Math.max(0, at - 14), at)
  if (isDigit && (attached.test(before) || asName.test(before))) return passOver(text, at, /[\d.,:/-]*\d/y)
  const passed = isDigit ? (passOver(text, at, time) ?? passOverOrdinal(text, at)) : undefined
  return passed ?? readDateOrCount(text, at) ?? readShare(text, at) ?? readAmount(text, at)
}

function passOver(text: string, at: number, pattern: RegExp): Read | undefined {
  pattern.lastIndex = at
  const found = pattern.exec(text)
  return found ? { end: at + found[0].length, readings: [] } : undefined
}

const passOverOrdinal = (text: string, at: number) => (readDate(text, at) ? undefined : passOver(text, at, ordinal))

// “2000” may be a year or a count, “2000 people” is hardly a year, “in 2000” hardly a count, “2000 km” none at all.
function readDateOrCount(text: string, at: number): Read | undefined {
  const date = readDate(text, at)
  const isBareYear = date !== undefined && /^\d{4}$/.test(text.slice(at, date.end))
  if (!date || !isBareYear) return date
  const amount = readAmount(text, at)
  if (!amount || amount.end < date.end) return date
  const isPlain = amount.readings.some((reading) => isAmount(reading) && reading.dimension === 'number')
  if (!isPlain) return amount
  if (amount.end > date.end) return amount
  return { end: date.end, readings: isYearBy(text, at) ? date.readings : [...date.readings, ...amount.readings] }
}

const isYearBy = (text: string, at: number) =>
  /(?:\b(?:in|since|until|till|by|from|of|during|before|after|year|early|late|mid|summer|winter|spring|autumn|fall)|\()[\s-]?$/i.test(
    text.slice(Math.max(0, at - 8), at),
  )

function figureOf(text: string, at: number, { end, readings }: Read): Figure {
  const minus = /(?:^|[\s(])[-−–]$/.test(text.slice(Math.max(0, at - 2), at)) && readings.some(isAmount)
  const start = minus ? at - 1 : at
  const place = { start, end }
  const hedge = hedgeOf(text, place)
  return {
    ...place,
    text: text.slice(start, end).trim(),
    readings: minus ? readings.map(negative) : readings,
    ...(hedge && { hedge }),
    counted: countedIn(text, place),
    around: wordsAround(text, place),
  }
}

const isAmount = (reading: Reading): reading is Amount => reading.kind === 'amount'

const negative = (reading: Reading): Reading =>
  isAmount(reading) ? { ...reading, low: -reading.high, high: -reading.low, written: -reading.written } : reading
