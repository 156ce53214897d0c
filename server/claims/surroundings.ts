/** Words in a text by where they begin. Offsets and lengths are UTF-16 code units. */
type At = { text: string; at: number }

const reach = 32

/**
 * How many units around words of that length are the same in both places, counted outwards and at most 32 on each side;
 * `isWhole` when nothing that was looked at differs.
 */
export function agreement(one: At, other: At, length: number): { units: number; isWhole: boolean } {
  const before = same(one, other, { step: -1, from: -1 })
  const after = same(one, other, { step: 1, from: length })
  return { units: before.units + after.units, isWhole: before.isWhole && after.isWhole }
}

/**
 * How many units of one line are the same in both places, the words included: up to its ends, or 32 units on each side.
 * 0 when anything differs within that.
 */
export function sameLine(one: At, other: At, length: number): number {
  const before = same(one, other, { step: -1, from: -1, within: '\n' })
  const after = same(one, other, { step: 1, from: length, within: '\n' })
  return before.isWhole && after.isWhole ? before.units + length + after.units : 0
}

type Walk = { step: 1 | -1; from: number; within?: string }

function same(one: At, other: At, { step, from, within }: Walk): { units: number; isWhole: boolean } {
  for (let units = 0; units < reach; units++) {
    const [a, b] = [one.text[one.at + from + step * units], other.text[other.at + from + step * units]]
    const isEnd = (unit: string | undefined) => unit === undefined || unit === within
    if (isEnd(a) && isEnd(b)) return { units, isWhole: true }
    if (a !== b) return { units, isWhole: false }
  }
  return { units: reach, isWhole: true }
}
