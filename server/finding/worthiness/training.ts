import type { Labelled } from './dataset.ts'
import { type Features, featuresOf, plainFeaturesOf } from './features.ts'
import { type Linear, probabilityOf, sumOf, termValue } from './linear.ts'
import { type Fitted, type Matrix, fitLogistic } from './logistic.ts'
import { bestLine } from './measures.ts'
import type { Weights } from './weights.ts'
import { type NamedFeature, namedFeatures } from './words.ts'

type Row = Omit<Labelled, 'text'> & { features: Features }
/** A sentence with the probability that a model gave it which had seen no debate of that year. */
export type Unseen = Omit<Labelled, 'text'> & { probability: number }
export type Trained = { weights: Weights; unseen: Unseen[] }

const folds = 6
// A term must stand in so many sentences and in so many debates: what one debate was about says nothing of the next.
const fewestSentences = 3
const fewestDebates = 3
const termPenalty = 2
const namedPenalty = 1

/** The weights for English and for other languages, and how English did on debates of years it had not seen. */
export function train(sentences: readonly Labelled[]): Trained {
  const english = trainOne(sentences, featuresOf)
  const any = trainOne(sentences, plainFeaturesOf)
  return { weights: { english: english.model, any: any.model }, unseen: english.unseen }
}

function trainOne(sentences: readonly Labelled[], read: (text: string) => Features) {
  const rows = sentences.map(({ text, ...known }): Row => ({ ...known, features: read(text) }))
  const sums = sumsUnseen(rows)
  const truth = rows.map(({ worthy }) => worthy)
  const raw = { ...fit(rows), ...calibrate(sums, truth) }
  const scores = sums.map((sum) => probabilityOf(raw, sum))
  const unseen = rows.map(({ debate, worthy, agreed }, i): Unseen => ({
    debate,
    worthy,
    agreed,
    probability: scores[i] ?? 0,
  }))
  return { model: { ...raw, line: bestLine({ scores, truth }) }, unseen }
}

/** The sum of every row by a model that was trained without the debates of its year. */
function sumsUnseen(rows: readonly Row[]): number[] {
  const years = [...new Set(rows.map(yearOf))].sort()
  const foldOf = new Map(years.map((year, i) => [year, i % folds]))
  const models = Array.from({ length: Math.min(folds, years.length) }, (_, fold) =>
    fit(rows.filter((row) => foldOf.get(yearOf(row)) !== fold)),
  )
  return rows.map((row) => {
    const model = models[foldOf.get(yearOf(row)) ?? 0]
    return model ? sumOf(model, row.features) : 0
  })
}

const yearOf = ({ debate }: Row) => debate.slice(0, 4)

function calibrate(sums: readonly number[], truth: readonly boolean[]): { slope: number; shift: number } {
  const rows: Matrix = {
    starts: Int32Array.from({ length: sums.length + 1 }, (_, i) => i),
    columns: new Int32Array(sums.length),
    values: Float64Array.from(sums),
    width: 1,
  }
  const [slope = 1, shift = 0] = fitLogistic({ rows, truth: truth.map(Number), penalty: Float64Array.of(1) })
  return { slope, shift }
}

function fit(rows: readonly Row[]): Linear {
  const columns = columnsOf(rows)
  const matrix = matrixOf(rows, columns)
  const penalty = Float64Array.from(columns.keys(), (name) => (name.startsWith('#') ? namedPenalty : termPenalty))
  const fitted = fitLogistic({ rows: matrix, truth: rows.map(({ worthy }) => Number(worthy)), penalty })
  return asLinear(columns, fitted)
}

/** A column for every named feature and every term that is common enough. */
function columnsOf(rows: readonly Row[]): Map<string, number> {
  const seen = new Map<string, { sentences: number; debates: Set<string> }>()
  for (const { features, debate } of rows) {
    for (const term of features.terms) {
      const found = seen.get(term) ?? { sentences: 0, debates: new Set() }
      found.sentences += 1
      found.debates.add(debate)
      seen.set(term, found)
    }
  }
  const common = [...seen].filter(
    ([, { sentences, debates }]) => sentences >= fewestSentences && debates.size >= fewestDebates,
  )
  const names = [...namedFeatures.map((name) => `#${name}`), ...common.map(([term]) => term)]
  return new Map(names.map((name, i) => [name, i]))
}

function matrixOf(rows: readonly Row[], columns: ReadonlyMap<string, number>): Matrix {
  const starts = [0]
  const places: number[] = []
  const values: number[] = []
  for (const { features } of rows) {
    const value = termValue(features.terms)
    const put = (name: string, worth: number) => {
      const column = columns.get(name)
      if (column === undefined) return
      places.push(column)
      values.push(worth)
    }
    for (const name of features.named) put(`#${name}`, 1)
    for (const term of features.terms) put(term, value)
    starts.push(places.length)
  }
  const width = columns.size
  return { starts: Int32Array.from(starts), columns: Int32Array.from(places), values: Float64Array.from(values), width }
}

function asLinear(columns: ReadonlyMap<string, number>, fitted: Fitted): Linear {
  const named = new Map<NamedFeature, number>()
  const terms = new Map<string, number>()
  for (const name of namedFeatures) named.set(name, fitted[columns.get(`#${name}`) ?? 0] ?? 0)
  for (const [name, column] of columns) if (!name.startsWith('#')) terms.set(name, fitted[column] ?? 0)
  return { bias: fitted.at(-1) ?? 0, named, terms, slope: 1, shift: 0, line: 0.5 }
}
