/** A number as it is written; `values` holds every way to read it, the likeliest first. */
export type WrittenNumber = {
  end: number
  values: number[]
  place: number
  isRound: boolean
  isWord: boolean
  needsUnit?: true
}

const digits =
  /\d{1,2}(?:,\d{2})+,\d{3}(?!\d)|\d{1,3}(?:([,.'’  \u2009 ])\d{3})(?:\1\d{3})*(?!\d)(?:[.,]\d+)?|\d+(?:[.,·]\d+)?/y

const small = Object.fromEntries(
  'zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen'
    .split(' ')
    .map((word, value) => [word, value]),
)
const tens = Object.fromEntries(
  'twenty thirty forty fifty sixty seventy eighty ninety'.split(' ').map((word, at) => [word, (at + 2) * 10]),
)
const scales: Record<string, number> = { thousand: 1e3, million: 1e6, billion: 1e9, trillion: 1e12 }

const words =
  /(?:zero|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|thirteen|fourteen|fifteen|sixteen|seventeen|eighteen|nineteen|twenty|thirty|forty|fifty|sixty|seventy|eighty|ninety|(?:an? )(?=hundred|thousand|million|billion|trillion|dozen))(?:(?: and |-| )?(?:one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|thirteen|fourteen|fifteen|sixteen|seventeen|eighteen|nineteen|twenty|thirty|forty|fifty|sixty|seventy|eighty|ninety|hundred|thousand|million|billion|trillion|dozen)(?![\p{L}]))*(?! and a half)(?!\p{L})/iuy
const partOfOne = /(half an?|(?:a|one) quarter of an?|three quarters of an?) (?=\p{L})/iuy
const andAHalf = /(one|two|three|four|five|six|seven|eight|nine|ten) and a half(?!\p{L})/iuy

/** The number that begins there, in digits or in English words; undefined when none does. */
export const readNumber = (text: string, at: number): WrittenNumber | undefined =>
  readDigits(text, at) ?? readHalves(text, at) ?? readWords(text, at)

/** What a sticky pattern matches at a place of a text. */
export function matchAt(pattern: RegExp, text: string, at: number): RegExpExecArray | undefined {
  pattern.lastIndex = at
  return pattern.exec(text) ?? undefined
}

function readDigits(text: string, at: number): WrittenNumber | undefined {
  const found = matchAt(digits, text, at)
  if (!found) return undefined
  const [written, separator] = found
  const values = valuesOf(written, separator)
  return { end: at + written.length, values, ...precisionOf(written, values[0] ?? 0), isWord: false }
}

// “1.000” is a thousand in some places and one in others; “1,000”, “1.000.000” and “0.125” are not in doubt in English.
function valuesOf(written: string, separator: string | undefined): number[] {
  if (separator === undefined)
    return [
      Number(
        written
          .replace(/,(?=\d{2},)/g, '')
          .replace(/,(?=\d{3}$)/, '')
          .replace(/[,·]/, '.'),
      ),
    ]
  const [whole = '', part] = splitDecimals(written, separator)
  const grouped = Number(whole.replaceAll(separator, '') + (part ? `.${part}` : ''))
  const asDecimal = Number(written.replace(',', '.'))
  const isInDoubt = /^\d{1,3}\.\d{3}$|^0,/.test(written)
  if (!isInDoubt) return [grouped]
  return written.startsWith('0') ? [asDecimal] : [grouped, asDecimal]
}

function splitDecimals(written: string, separator: string): string[] {
  const other = separator === '.' ? ',' : '.'
  return written.split(other)
}

function precisionOf(written: string, value: number): { place: number; isRound: boolean } {
  const decimals = /^\d*[.,·](\d{1,2}|\d{4,})$|[.,]\d{3}[.,](\d+)$/.exec(written)
  const count = decimals ? (decimals[1] ?? decimals[2] ?? '').length : 0
  return count > 0 ? { place: 10 ** -count, isRound: false } : precisionOfWhole(value)
}

function precisionOfWhole(value: number): { place: number; isRound: boolean } {
  if (!Number.isInteger(value)) return { place: 10 ** -(String(value).split('.')[1]?.length ?? 0), isRound: false }
  const zeros = /0*$/.exec(String(value))?.[0].length ?? 0
  const place = value === 0 ? 1 : 10 ** zeros
  return { place, isRound: place > 1 }
}

function readHalves(text: string, at: number): WrittenNumber | undefined {
  const part = matchAt(partOfOne, text, at)
  if (part) return partOf(part[0].toLowerCase(), at)
  const found = matchAt(andAHalf, text, at)
  if (!found) return undefined
  const value = (small[(found[1] ?? '').toLowerCase()] ?? 0) + 0.5
  return { end: at + found[0].length, values: [value], place: 0.1, isRound: false, isWord: true }
}

// “half a million”, “a quarter of an hour”: what follows is what there is half of.
function partOf(words: string, at: number): WrittenNumber {
  const value = words.startsWith('half') ? 0.5 : words.startsWith('three') ? 0.75 : 0.25
  return { end: at + words.length - 1, values: [value], place: 0.1, isRound: false, isWord: true, needsUnit: true }
}

function readWords(text: string, at: number): WrittenNumber | undefined {
  const found = matchAt(words, text, at)
  if (!found) return undefined
  const value = valueOfWords(found[0].toLowerCase().split(/[ -]/))
  return { end: at + found[0].length, values: [value], ...precisionOfWhole(value), isWord: true }
}

function valueOfWords(all: string[]): number {
  let total = 0
  let part = 0
  for (const word of all) {
    if (word === 'hundred') part = (part || 1) * 100
    else if (word === 'dozen') part = (part || 1) * 12
    else if (scales[word] !== undefined) {
      total += (part || 1) * scales[word]
      part = 0
    } else part += small[word] ?? tens[word] ?? 0
  }
  return total + part
}
