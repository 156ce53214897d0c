import { wordsOf } from './terms.ts'

const units = 'zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen'
const named = new Map<string, number>([
  ...`${units} seventeen eighteen nineteen`.split(' ').map((word, i): [string, number] => [word, i]),
  ...'twenty thirty forty fifty sixty seventy eighty ninety'
    .split(' ')
    .map((word, i): [string, number] => [word, 10 * i + 20]),
  ['half', 1 / 2],
  ['third', 1 / 3],
  ['quarter', 1 / 4],
])
// “One” and “zero” are seldom figures of a claim.
named.delete('one')
named.delete('zero')
const scales = new Map([
  ['hundred', 1e2],
  ['thousand', 1e3],
  ['million', 1e6],
  ['billion', 1e9],
  ['trillion', 1e12],
])

/** The figures in a text as numbers: “$4,300”, “30 hours”, “two million” and “1.5 billion” are 4300, 30, 2000000 and 1500000000. */
export function figuresOf(text: string): Set<number> {
  const words = wordsOf(text)
  const found = new Set<number>()
  for (let i = 0; i < words.length; i++) {
    let value = valueOf(words[i] ?? '')
    if (value === undefined) continue
    for (let scale = scaleAt(words, i + 1); scale; scale = scaleAt(words, ++i + 1)) value *= scale
    found.add(value)
  }
  return found
}

const valueOf = (word: string) => (/^\d/.test(word) ? Number(word) : named.get(word))
const scaleAt = (words: readonly string[], at: number) => scales.get(words[at] ?? '')
