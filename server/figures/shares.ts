import type { Reading } from './figure.ts'
import { matchAt, readNumber } from './written-numbers.ts'

const parts: Record<string, number> = {
  half: 2,
  halves: 2,
  third: 3,
  quarter: 4,
  fourth: 4,
  fifth: 5,
  sixth: 6,
  seventh: 7,
  eighth: 8,
  ninth: 9,
  tenth: 10,
  hundredth: 100,
  thousandth: 1_000,
}
const halves =
  /(?:an?|one|two|three|four|five|six|seven|eight|nine)?[\s-]?(half|third|quarter|fourth|fifth|sixth|seventh|eighth|ninth|tenth|hundredth|thousandth)s?(?![\p{L}-])/iuy
const counts: Record<string, number> = { two: 2, three: 3, four: 4, five: 5, six: 6, seven: 7, eight: 8, nine: 9 }
const outOf = /\s(?:in|out of(?: every)?|in every|per)\s/y
const vulgar: Record<string, number> = { '½': 1 / 2, '⅓': 1 / 3, '⅔': 2 / 3, '¼': 1 / 4, '¾': 3 / 4 }
const slashed = /(\d)\/(\d{1,2})(?![\d/])(?=\s+of\s)/y

// “in 2014” is no whole of which something is a part.
const wholes = new Set([25, 30, 40, 50, 60, 70, 80, 90, 100, 1_000, 10_000, 100_000, 1_000_000])
const isWhole = (value: number) => (value >= 2 && value <= 20) || wholes.has(value)

/** A share in words: “half”, “two thirds”, “one in five”, “12 per 100,000”; undefined when none begins there. */
export function readShare(text: string, at: number): { end: number; readings: Reading[] } | undefined {
  return readOutOf(text, at) ?? readParts(text, at) ?? readSigns(text, at)
}

const share = (value: number): Reading[] => [
  {
    kind: 'amount',
    dimension: 'share',
    unit: 'part',
    low: value,
    high: value,
    written: value,
    place: Math.min(0.01, value / 10),
    isRound: false,
  },
]

function readOutOf(text: string, at: number) {
  const part = readNumber(text, at)
  const joined = part && matchAt(outOf, text, part.end)
  const whole = joined && readNumber(text, part.end + joined[0].length)
  const [a = 0, b = 0] = [part?.values[0], whole?.values[0]]
  return whole && a < b && isWhole(b) ? { end: whole.end, readings: share(a / b) } : undefined
}

function readParts(text: string, at: number) {
  const found = matchAt(halves, text, at)
  if (!found || !isShare(found[0], text, at)) return undefined
  const name = (found[1] ?? '').toLowerCase()
  const count = counts[found[0].split(/[\s-]/)[0]?.toLowerCase() ?? ''] ?? 1
  const value = count / (parts[name] ?? 1)
  return value < 1 ? { end: at + found[0].length, readings: share(value) } : undefined
}

// “The third”, “the first half”, “half past”, “half an hour” and “a second half” are no shares.
function isShare(written: string, text: string, at: number): boolean {
  const after = text.slice(at + written.length, at + written.length + 12)
  const before = text.slice(Math.max(0, at - 10), at)
  if (/^half$/i.test(written))
    return (
      !/(?:first|second|other|latter|last|top|bottom|final)[\s-]$|-$/i.test(before) &&
      !/^(?: past| an? |-time|time| hour| year)/i.test(after)
    )
  if (!/^(?:an?|one|two|three|four|five|six|seven|eight|nine)[\s-]/i.test(written)) return false
  if (/^(?:a|one)[\s-]/i.test(written) && !/quarter|half/i.test(written)) return /^(?: of\b|[,.;]|$)/.test(after)
  return !/^ (?:final|of (?:the year|20\d\d|an? ))/i.test(after)
}

function readSigns(text: string, at: number) {
  const sign = vulgar[text[at] ?? '']
  if (sign !== undefined && !/\d/.test(text[at - 1] ?? '')) return { end: at + 1, readings: share(sign) }
  const found = matchAt(slashed, text, at)
  const [a, b] = [Number(found?.[1]), Number(found?.[2])]
  return found && a < b ? { end: at + found[0].length, readings: share(a / b) } : undefined
}
