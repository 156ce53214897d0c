import { type Matrix, fitLogistic } from './logistic.ts'
import { type Worth, levelOf } from './worthiness.ts'
import { type NamedFeature, namedFeatures } from './words.ts'

/** What somebody decided about a proposal, with the model's own score of it and the named features of its sentence. */
export type Judged = { accepted: boolean; score: number; signs: readonly NamedFeature[] }

/** What each named feature adds to the score for this newsroom, and what all of them together add to an average proposal. */
export type Correction = { weights: ReadonlyMap<NamedFeature, number>; usual: number }

// As if four decisions had spoken for each feature meaning no more here than elsewhere: a weight needs dozens to grow.
const penalty = 4
// A score of 50 is moved to between 27 and 73, and no further: the page of the newsroom's settings says so too.
const most = 1

/**
 * How the decisions of a newsroom differ from the model, by named feature: a logistic regression that begins where the model
 * stands, so that decisions which only repeat it leave the weights at nothing. The same decisions give the same weights.
 */
export function learn(judged: readonly Judged[]): Correction {
  const weights = fitLogistic({
    rows: matrixOf(judged),
    truth: judged.map(({ accepted }) => Number(accepted)),
    penalty: new Float64Array(namedFeatures.length).fill(penalty),
    known: Float64Array.from(judged, ({ score }) => logit(score)),
  })
  const learned = new Map(namedFeatures.map((name, column) => [name, weights[column] ?? 0]))
  const sums = judged.map(({ signs }) => sumOf(learned, signs))
  return { weights: learned, usual: sums.reduce((all, sum) => all + sum, 0) / Math.max(sums.length, 1) }
}

/** The worth as this newsroom decides. An average proposal stays where it is: how much is accepted at all moves nothing. */
export function corrected<W extends Worth>(worth: W, { weights, usual }: Correction, language: string): W {
  const by = Math.max(-most, Math.min(most, sumOf(weights, worth.signs) - usual))
  const score = movedBy(worth.score, by)
  return { ...worth, score, level: levelOf(score, language), model: { score: worth.score, level: worth.level } }
}

/** What becomes of a score when so much is added to its log-odds; to six decimals. */
export const movedBy = (score: number, by: number): number =>
  Math.round(1e6 / (1 + Math.exp(-(logit(score) + by)))) / 1e6

const sumOf = (weights: Correction['weights'], signs: readonly NamedFeature[]) =>
  signs.reduce((sum, sign) => sum + (weights.get(sign) ?? 0), 0)

// Scores have six decimals: 0 and 1 stand for what is nearer to them than that.
function logit(score: number): number {
  const inside = Math.max(5e-7, Math.min(1 - 5e-7, score))
  return Math.log(inside / (1 - inside))
}

const columnOf = new Map(namedFeatures.map((name, column) => [name, column]))

function matrixOf(judged: readonly Judged[]): Matrix {
  const starts = [0]
  const columns: number[] = []
  for (const { signs } of judged) {
    columns.push(...signs.flatMap((sign) => columnOf.get(sign) ?? []))
    starts.push(columns.length)
  }
  return {
    starts: Int32Array.from(starts),
    columns: Int32Array.from(columns),
    values: new Float64Array(columns.length).fill(1),
    width: namedFeatures.length,
  }
}
