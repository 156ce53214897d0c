import { type Matrix, fitLogistic } from '../../finding/worthiness/logistic.ts'
import type { Answered, NamedCheck } from './dataset.ts'
import { type Checks, candidatesIn, rememberChecks } from './memory.ts'
import { type Matching, type Model, probabilityOf, sumOf } from './model.ts'
import { compare } from './ranking.ts'
import { readCheck, readQuestion } from './reading.ts'
import { type Scope, type Sign, type Signs, signsOf } from './signs.ts'

/** A question with the signs of its candidates. */
export type Compared = Omit<Answered, 'text'> & { candidates: { id: string; signs: Signs; right: boolean }[] }
/** The candidates of a question, the best first, with the probability a model gave that had not seen the event. */
export type Ranked = Omit<Compared, 'candidates'> & { ranked: { id: string; probability: number; right: boolean }[] }
type Fit = Pick<Model, 'bias' | 'signs'>

const penalty = 0.3
const commonStems = 600
// One check of so many is in each of the young archives.
const thinnings = [20, 40, 80, 160, 320, 640, 1_280, 2_560]
const folds = 6

/** In what share of the checks each of the commonest stems stands. */
function sharesOf(checks: readonly NamedCheck[]): Map<string, number> {
  const counts = new Map<string, number>()
  for (const check of checks) for (const term of readCheck(check).all) counts.set(term, (counts.get(term) ?? 0) + 1)
  const common = [...counts].sort(([a, m], [b, n]) => n - m || (a < b ? -1 : 1)).slice(0, commonStems)
  return new Map(common.map(([term, count]) => [term, Math.round((count / checks.length) * 10_000) / 10_000]))
}

/** Compares each question with its candidates. */
export const compareAll = (checks: Checks<NamedCheck>, questions: readonly Answered[], scope: Scope): Compared[] =>
  questions.map((question) => {
    const asked = readQuestion(question)
    const candidates = candidatesIn(checks, asked, scope)
    return comparedWith(question, compare({ asked, candidates, weighing: checks.weighing, scope }))
  })

const comparedWith = (question: Answered, candidates: { candidate: NamedCheck; signs: Signs }[]): Compared => ({
  ...question,
  candidates: candidates.map(({ candidate: { id }, signs }) => ({ id, signs, right: question.right.has(id) })),
})

/**
 * Compares each question with a young archive too: a few of the checks, and only for every third question those that are
 * right. Otherwise the model would take the best of a few for right because it is the best.
 */
function compareYoung(checks: Checks<NamedCheck>, questions: readonly Answered[], scope: Scope): Compared[] {
  const young = thinnings.map((thinning) =>
    rememberChecks(
      checks.all.filter((_check, i) => i % thinning === 0),
      checks.shares,
    ),
  )
  return questions.map((question, i) => {
    const archive = young[i % young.length] ?? checks
    const asked = readQuestion(question)
    const right = i % 3 === 0 ? checks.all.filter(({ id }) => question.right.has(id)) : []
    const others = candidatesIn(archive, asked, scope).filter(({ id }) => !question.right.has(id))
    return comparedWith(
      question,
      compare({ asked, candidates: [...right, ...others], weighing: archive.weighing, scope }),
    )
  })
}

/** The model of a scope: trained on all questions, calibrated on what models give that have not seen the event. */
function trainScope(compared: readonly Compared[], scope: Scope): Model {
  const fitted = fit(compared, scope)
  const events = eventsOf(compared)
  const foldOf = new Map(events.map((event, i) => [event, i % folds]))
  const unseen = leaveOut(
    compared,
    ({ on }) => foldOf.get(on) ?? 0,
    (rest) => fit(rest, scope),
  )
  return { ...fitted, ...calibrate(unseen.flatMap(({ model, question }) => pairsOf(model, question))) }
}

/** Each question as models rank its candidates that have seen all events but its own. */
export function rankUnseen(compared: readonly Compared[], scope: Scope): Ranked[] {
  const unseen = leaveOut(
    compared,
    ({ on }) => on,
    (rest) => fit(rest, scope),
  )
  const calibration = calibrate(unseen.flatMap(({ model, question }) => pairsOf(model, question)))
  return unseen.map(({ model, question }) => rank({ ...model, ...calibration }, question))
}

/** A question with its candidates as a model ranks them. */
export function rank(model: Model, { candidates, ...question }: Compared): Ranked {
  const ranked = candidates.map(({ id, signs, right }) => ({ id, right, probability: probabilityOf(model, signs) }))
  return { ...question, ranked: ranked.sort((a, b) => b.probability - a.probability) }
}

/** Trains all that matching needs on the questions of the split `train`. */
export function trainMatching(checks: readonly NamedCheck[], questions: readonly Answered[]): Matching {
  const shares = sharesOf(checks)
  const remembered = rememberChecks(checks, shares)
  const seen = questions.filter(({ split }) => split === 'train')
  const model = (scope: Scope) =>
    trainScope([...compareAll(remembered, seen, scope), ...compareYoung(remembered, seen, scope)], scope)
  return { models: { all: model('all'), undated: model('undated'), text: model('text') }, shares }
}

const eventsOf = (compared: readonly Compared[]) => [...new Set(compared.map(({ on }) => on))]

function leaveOut<K, M>(
  compared: readonly Compared[],
  groupOf: (question: Compared) => K,
  train: (rest: Compared[]) => M,
): { model: M; question: Compared }[] {
  return [...Map.groupBy(compared, groupOf)].flatMap(([group, members]) => {
    const model = train(compared.filter((question) => groupOf(question) !== group))
    return members.map((question) => ({ model, question }))
  })
}

function fit(compared: readonly Compared[], scope: Scope): Fit {
  const names: readonly Sign[] = signsOf[scope]
  const pairs = compared.flatMap(({ candidates }) => candidates)
  const rows = matrixOf(pairs.map(({ signs }) => names.map((name) => signs[name] ?? 0)))
  const truth = pairs.map(({ right }) => Number(right))
  const fitted = fitLogistic({ rows, truth, penalty: new Float64Array(names.length).fill(penalty) })
  return { bias: fitted.at(-1) ?? 0, signs: new Map(names.map((name, i) => [name, fitted[i] ?? 0])) }
}

type Pair = { sum: number; right: boolean }

const pairsOf = (model: Fit, { candidates }: Compared): Pair[] =>
  candidates.map(({ signs, right }) => ({ sum: sumOf(model, signs), right }))

function calibrate(pairs: readonly Pair[]): { slope: number; shift: number } {
  const rows = matrixOf(pairs.map(({ sum }) => [sum]))
  const [slope = 1, shift = 0] = fitLogistic({
    rows,
    truth: pairs.map(({ right }) => Number(right)),
    penalty: Float64Array.of(1),
  })
  return { slope, shift }
}

function matrixOf(rows: readonly (readonly number[])[]): Matrix {
  const width = rows[0]?.length ?? 0
  return {
    starts: Int32Array.from({ length: rows.length + 1 }, (_, i) => i * width),
    columns: Int32Array.from({ length: rows.length * width }, (_, i) => i % width),
    values: Float64Array.from(rows.flat()),
    width,
  }
}
