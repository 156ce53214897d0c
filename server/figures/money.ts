import { matchAt } from './written-numbers.ts'

const signs: Record<string, string> = {
  $: 'dollar',
  us$: 'USD',
  a$: 'AUD',
  au$: 'AUD',
  c$: 'CAD',
  ca$: 'CAD',
  nz$: 'NZD',
  hk$: 'HKD',
  s$: 'SGD',
  r$: 'BRL',
  '€': 'EUR',
  '£': 'GBP',
  '¥': 'JPY',
  '₹': 'INR',
  '₽': 'RUB',
  '₴': 'UAH',
  '₩': 'KRW',
  '₺': 'TRY',
  '₪': 'ILS',
}

const codes = new Set(
  'USD EUR GBP JPY CNY INR RUB UAH CHF SEK NOK DKK PLN CZK HUF CAD AUD NZD BRL MXN ZAR TRY ILS KRW SGD HKD AED SAR NGN KES'.split(
    ' ',
  ),
)

const names: [RegExp, string][] = [
  [/\s?(?:US|U\.S\.|American) dollars?(?!\p{L})/iuy, 'USD'],
  [/\s?Australian dollars?(?!\p{L})/iuy, 'AUD'],
  [/\s?Canadian dollars?(?!\p{L})/iuy, 'CAD'],
  [/\s?(?:dollars?|\$)(?!\p{L})/iuy, 'dollar'],
  [/\s?(?:euros?|€)(?!\p{L})/iuy, 'EUR'],
  [/\s?(?:pounds? sterling|British pounds?|£)(?!\p{L})/iuy, 'GBP'],
  [/\s?(?:yen|¥)(?!\p{L})/iuy, 'JPY'],
  [/\s?(?:yuan|renminbi)(?!\p{L})/iuy, 'CNY'],
  [/\s?(?:rupees?|₹)(?!\p{L})/iuy, 'INR'],
  [/\s?(?:rou?bles?|₽)(?!\p{L})/iuy, 'RUB'],
  [/\s?(?:hryvnias?|hryvnya|₴)(?!\p{L})/iuy, 'UAH'],
  [/\s?(?:Swiss )?francs?(?!\p{L})/iuy, 'franc'],
  [/\s?(?:crowns?|kron(?:or|er|a|e))(?!\p{L})/iuy, 'crown'],
  [/\s?(?:zlotys?|zloty)(?!\p{L})/iuy, 'PLN'],
]
const pounds = /\s?(?:pounds?|quid)(?!\p{L})/iuy
const sign = /(?:US|AU?|CA?|NZ|HK|S|R)?\$|[€£¥₹₽₴₩₺₪]/iy
const codeBefore = /([A-Z]{3})\s?(?=\d)/y
const codeAfter = /\s?([A-Z]{3})(?![\p{L}\p{N}])/uy

/** A currency and where its name or sign ends; `isWeightToo` when “pounds” can mean either. */
export type Currency = { end: number; currency: string; isWeightToo?: true }

/** The currency sign or code that stands before a number. */
export function readCurrencyBefore(text: string, at: number): Currency | undefined {
  const found = matchAt(sign, text, at)
  if (found) {
    const end = at + found[0].length
    return { end: text[end] === ' ' ? end + 1 : end, currency: signs[found[0].toLowerCase()] ?? found[0] }
  }
  const code = matchAt(codeBefore, text, at)
  return code && codes.has(code[1] ?? '') ? { end: at + code[0].length, currency: code[1] ?? '' } : undefined
}

/** The currency name, sign or code that stands after a number. */
export function readCurrencyAfter(text: string, at: number): Currency | undefined {
  const code = matchAt(codeAfter, text, at)
  if (code && codes.has(code[1] ?? '')) return { end: at + code[0].length, currency: code[1] ?? '' }
  for (const [pattern, currency] of names) {
    const found = matchAt(pattern, text, at)
    if (found) return { end: at + found[0].length, currency }
  }
  const found = matchAt(pounds, text, at)
  return found && { end: at + found[0].length, currency: 'GBP', isWeightToo: true }
}

const dollars = new Set(['USD', 'AUD', 'CAD', 'NZD', 'HKD', 'SGD'])
const crowns = new Set(['SEK', 'NOK', 'DKK', 'CZK'])

/** Whether two currencies can be one: “dollars” are any country's. */
export const sameCurrency = (a: string, b: string): boolean => a === b || isKindOf(a, b) || isKindOf(b, a)

const isKindOf = (a: string, b: string) =>
  (a === 'dollar' && dollars.has(b)) || (a === 'crown' && crowns.has(b)) || (a === 'franc' && b === 'CHF')
