/** Scores with what is true of each. */
export type Judged = { scores: readonly number[]; truth: readonly boolean[] }

export type Found = { precision: number; recall: number; f1: number }

/** How well the sentences at or over the line are the true ones. All are 0 where nothing is found. */
export function foundAt({ scores, truth }: Judged, line: number): Found {
  const over = scores.map((score) => score >= line)
  const right = over.filter((is, i) => is && truth[i]).length
  const named = over.filter(Boolean).length
  const all = truth.filter(Boolean).length
  return {
    precision: named === 0 ? 0 : right / named,
    recall: all === 0 ? 0 : right / all,
    f1: right === 0 ? 0 : (2 * right) / (named + all),
  }
}

/** Average precision: the mean of the precision at each true one, best score first; equal scores are counted together. */
export function averagePrecision(judged: Judged): number {
  const all = judged.truth.filter(Boolean).length
  let sum = 0
  let before = 0
  for (const { right, named } of steps(judged)) {
    sum += ((right - before) / all) * (right / named)
    before = right
  }
  return all === 0 ? 0 : sum
}

/** The line with the best F1: the middle of all that come within a thousandth of it, since the very best one is chance. */
export function bestLine(judged: Judged): number {
  const all = judged.truth.filter(Boolean).length
  const lines = steps(judged).map(({ score, right, named }) => ({ score, f1: (2 * right) / (named + all) }))
  const best = Math.max(...lines.map(({ f1 }) => f1))
  const near = lines.filter(({ f1 }) => f1 >= best - 0.001).map(({ score }) => score)
  return ((near[0] ?? 0) + (near.at(-1) ?? 0)) / 2
}

/** For every score that there is, falling: how many have it or a better one, and how many of those are true. */
function steps({ scores, truth }: Judged): { score: number; right: number; named: number }[] {
  const order = scores.map((score, i) => ({ score, is: truth[i] ?? false })).sort((a, b) => b.score - a.score)
  let right = 0
  const every = order.map(({ score, is }, i) => ({ score, right: (right += is ? 1 : 0), named: i + 1 }))
  return every.filter(({ score }, i) => every[i + 1]?.score !== score)
}
