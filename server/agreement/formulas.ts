/** What two people said of the same thing. */
export type Pair<T> = readonly [first: T, second: T]

/** The share of pairs in which both said the same; undefined without pairs. */
export function shareAlike<T>(pairs: readonly Pair<T>[]): number | undefined {
  return pairs.length === 0 ? undefined : pairs.filter(([first, second]) => first === second).length / pairs.length
}

/**
 * Cohen's kappa: (po − pe) / (1 − pe), pe being what chance alone would give by how often each of the two says what.
 * Undefined where chance alone would have them always agree. J. Cohen, “A Coefficient of Agreement for Nominal Scales”,
 * Educational and Psychological Measurement 20 (1960), 37–46.
 */
export function cohensKappa<T>(pairs: readonly Pair<T>[]): number | undefined {
  const observed = shareAlike(pairs)
  if (observed === undefined) return undefined
  const [first, second] = [counts(pairs.map(([one]) => one)), counts(pairs.map(([, other]) => other))]
  let expected = 0
  for (const [value, count] of first) expected += (count / pairs.length) * ((second.get(value) ?? 0) / pairs.length)
  return expected === 1 ? undefined : (observed - expected) / (1 - expected)
}

/** The squared difference of two values, by the places they have in the order and how often each value occurs. */
type Metric = (one: number, other: number, occurs: readonly number[]) => number

/** Values are alike or not. */
export const nominal: Metric = (one, other) => (one === other ? 0 : 1)

/** Values are ranked: what counts is how many values lie between two of them, half of their own included. */
export const ordinal: Metric = (one, other, occurs) => {
  const [from, to] = [Math.min(one, other), Math.max(one, other)]
  let between = 0
  for (let at = from; at <= to; at++) between += occurs[at] ?? 0
  return (between - ((occurs[from] ?? 0) + (occurs[to] ?? 0)) / 2) ** 2
}

/**
 * Krippendorff's alpha: 1 − Do / De, over units that any number of people have judged; a unit that fewer than two have
 * judged says nothing and is passed over. `units` holds the values of each, `order` all values from the lowest up. Undefined
 * where there is nothing to differ. K. Krippendorff, “Computing Krippendorff’s Alpha-Reliability” (2011), section C and E.
 */
export function krippendorffsAlpha<T>(
  units: readonly (readonly T[])[],
  order: readonly T[],
  metric: Metric,
): number | undefined {
  const paired = units
    .filter((values) => values.length > 1)
    .map((values) => values.map((value) => order.indexOf(value)))
  const occurs = order.map((_, at) => paired.flat().filter((value) => value === at).length)
  const all = occurs.reduce((sum, count) => sum + count, 0)
  const difference = (one: number, other: number) => metric(one, other, occurs)
  const observed = sum(
    paired.map((values) => sum(pairsIn(values).map(([a, b]) => difference(a, b))) / (values.length - 1)),
  )
  const expected = sum(occurs.flatMap((one, a) => occurs.map((other, b) => one * other * difference(a, b))))
  return expected === 0 ? undefined : 1 - ((all - 1) * observed) / expected
}

/** Every value beside every other one of its unit, both ways. */
const pairsIn = (values: readonly number[]): Pair<number>[] =>
  values.flatMap((one, at) => values.filter((_, other) => other !== at).map((other) => [one, other] as const))

/**
 * The range that a share of that many may lie in with 95 % confidence. E. B. Wilson, “Probable Inference, the Law of
 * Succession, and Statistical Inference”, Journal of the American Statistical Association 22 (1927), 209–212.
 */
export function wilsonRange(share: number, count: number): { from: number; to: number } {
  const z = 1.96
  const middle = share + z ** 2 / (2 * count)
  const reach = z * Math.sqrt((share * (1 - share)) / count + z ** 2 / (4 * count ** 2))
  const whole = 1 + z ** 2 / count
  return { from: Math.max(0, (middle - reach) / whole), to: Math.min(1, (middle + reach) / whole) }
}

/**
 * How often the other one says it too when one of two says it: twice the pairs in which both do, by all times it was said.
 * J. L. Fleiss, “Measuring Agreement between Two Judges on the Presence or Absence of a Trait”, Biometrics 31 (1975), 651–659.
 */
export function shareAlikeOn<T>(pairs: readonly Pair<T>[], value: T): number | undefined {
  const said = pairs.flat().filter((one) => one === value).length
  const both = pairs.filter((pair) => pair.every((one) => one === value)).length
  return said === 0 ? undefined : (2 * both) / said
}

const sum = (numbers: readonly number[]) => numbers.reduce((total, number) => total + number, 0)

function counts<T>(values: readonly T[]): Map<T, number> {
  const found = new Map<T, number>()
  for (const value of values) found.set(value, (found.get(value) ?? 0) + 1)
  return found
}
