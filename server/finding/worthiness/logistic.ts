/** Rows of sparse numbers: row i holds columns[starts[i]…starts[i + 1]] with their values. */
export type Matrix = { starts: Int32Array; columns: Int32Array; values: Float64Array; width: number }

export type Problem = {
  rows: Matrix
  /** 1 or 0 a row. */
  truth: ArrayLike<number>
  /** How much a weight away from 0 costs, by column. */
  penalty: Float64Array
  /** What is known of each row beforehand, and added to its sum. */
  known?: Float64Array
}

/** The weight of each column, and last the bias. */
export type Fitted = Float64Array

const memory = 8
const mostSteps = 80

/**
 * Logistic regression with a quadratic penalty, by L-BFGS (Liu and Nocedal 1989). No chance is in it: the same rows give
 * the same weights, bit for bit.
 */
export function fitLogistic(problem: Problem): Fitted {
  const path: Path = { moves: [], bends: [] }
  let here = measure(problem, new Float64Array(problem.rows.width + 1))
  for (let step = 0; step < mostSteps; step++) {
    const next = search(problem, here, directionOf(here, path))
    remember(path, here, next)
    const gain = here.loss - next.loss
    here = next
    if (gain < 1e-7 * here.loss) break
  }
  return here.at
}

type Point = { at: Float64Array; loss: number; slope: Float64Array }
type Path = { moves: Float64Array[]; bends: Float64Array[] }

function measure({ rows, truth, penalty, known }: Problem, at: Float64Array): Point {
  const slope = new Float64Array(at.length)
  let loss = 0
  for (let j = 0; j < penalty.length; j++) {
    const cost = val(penalty, j) * val(at, j)
    slope[j] = cost
    loss += (cost * val(at, j)) / 2
  }
  const bias = rows.width
  for (let i = 0; i + 1 < rows.starts.length; i++) {
    const margin = rowScore(rows, i, at) + (known?.[i] ?? 0)
    const wanted = truth[i] ?? 0
    loss += Math.log1p(Math.exp(-Math.abs(margin))) + Math.max(margin, 0) - wanted * margin
    const error = 1 / (1 + Math.exp(-margin)) - wanted
    for (let k = val(rows.starts, i); k < val(rows.starts, i + 1); k++) {
      const column = val(rows.columns, k)
      slope[column] = val(slope, column) + error * val(rows.values, k)
    }
    slope[bias] = val(slope, bias) + error
  }
  return { at, loss, slope }
}

/** The weighted sum of one row. */
function rowScore({ starts, columns, values, width }: Matrix, row: number, at: Fitted): number {
  let sum = val(at, width)
  for (let k = val(starts, row); k < val(starts, row + 1); k++) sum += val(at, val(columns, k)) * val(values, k)
  return sum
}

// Backtracking until the loss falls as far as the slope promises, by Armijo's rule.
function search(problem: Problem, here: Point, direction: Float64Array): Point {
  const promised = dot(here.slope, direction)
  for (let length = 1; ; length /= 2) {
    const at = here.at.map((value, j) => value + length * val(direction, j))
    const there = measure(problem, at)
    if (there.loss <= here.loss + 1e-4 * length * promised || length < 1e-10) return there
  }
}

function remember(path: Path, here: Point, next: Point): void {
  const move = next.at.map((value, j) => value - val(here.at, j))
  const bend = next.slope.map((value, j) => value - val(here.slope, j))
  if (dot(move, bend) <= 1e-12) return
  path.moves.push(move)
  path.bends.push(bend)
  if (path.moves.length <= memory) return
  path.moves.shift()
  path.bends.shift()
}

function directionOf({ slope }: Point, { moves, bends }: Path): Float64Array {
  const direction = slope.map((value) => -value)
  const pairs = moves.map((move, k) => ({ move, bend: bends[k] ?? move, share: 0 }))
  for (const pair of pairs.toReversed()) {
    pair.share = dot(pair.move, direction) / dot(pair.move, pair.bend)
    add(direction, -pair.share, pair.bend)
  }
  const last = pairs.at(-1)
  const scale = last ? dot(last.move, last.bend) / dot(last.bend, last.bend) : 1 / Math.sqrt(dot(slope, slope))
  for (let j = 0; j < direction.length; j++) direction[j] = val(direction, j) * scale
  for (const { move, bend, share } of pairs) {
    add(direction, share - dot(bend, direction) / dot(move, bend), move)
  }
  return direction
}

function dot(a: Float64Array, b: Float64Array): number {
  let sum = 0
  for (let j = 0; j < a.length; j++) sum += val(a, j) * val(b, j)
  return sum
}

function add(to: Float64Array, times: number, what: Float64Array): void {
  for (let j = 0; j < to.length; j++) to[j] = val(to, j) + times * val(what, j)
}

// Inside its bounds a typed array always has a number.
const val = (array: Float64Array | Int32Array, index: number): number => array[index] as number
