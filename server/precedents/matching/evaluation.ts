import type { Ranked } from './training.ts'

export type Figures = { map5: number; hit5: number; topAuc: number; noneAuc: number }

/** How well questions are answered: MAP@5, hit@5, and two measures of telling a match from none. */
export function figuresOf(questions: readonly Ranked[]): Figures {
  const mean = (of: (question: Ranked) => number) => questions.reduce((sum, q) => sum + of(q), 0) / questions.length
  const found = questions.filter(({ ranked }) => ranked[0]?.right)
  return {
    map5: mean(averagePrecision5),
    hit5: mean(({ ranked }) => Number(ranked.slice(0, 5).some(({ right }) => right))),
    topAuc: auc(found.map(best), found.map(bestWrong)),
    noneAuc: auc(questions.map(best), questions.map(bestWrong)),
  }
}

/** Average precision cut at 5, divided by how many checks are right. */
export function averagePrecision5({ ranked, right }: Pick<Ranked, 'ranked' | 'right'>): number {
  let hits = 0
  const sum = ranked.slice(0, 5).reduce((before, one, i) => before + (one.right ? ++hits / (i + 1) : 0), 0)
  return right.size === 0 ? 0 : sum / right.size
}

const best = ({ ranked }: Ranked) => ranked[0]?.probability ?? 0
const bestWrong = ({ ranked }: Ranked) => ranked.find(({ right }) => !right)?.probability ?? 0

/** How often one of the first is greater than one of the second: 0.5 is chance. */
export function auc(greater: readonly number[], smaller: readonly number[]): number {
  let won = 0
  for (const a of greater) for (const b of smaller) won += a > b ? 1 : a === b ? 0.5 : 0
  return won / (greater.length * smaller.length)
}

/** How far probabilities are from what came true, over ten bins of equal size, and how many pairs there were. */
export function calibrationError(questions: readonly Ranked[]): number {
  const pairs = questions.flatMap(({ ranked }) => ranked).sort((a, b) => a.probability - b.probability)
  const size = Math.ceil(pairs.length / 10)
  let error = 0
  for (let at = 0; at < pairs.length; at += size) {
    const bin = pairs.slice(at, at + size)
    const said = bin.reduce((sum, { probability }) => sum + probability, 0)
    error += Math.abs(said - bin.filter(({ right }) => right).length)
  }
  return error / pairs.length
}
