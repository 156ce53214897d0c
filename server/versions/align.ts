import { diffArrays } from 'diff'
import { tokensOf } from './tokens.ts'

/** As many units from `before` on in one text are the same as from `after` on in the other. In UTF-16 code units. */
export type Run = { before: number; after: number; length: number }

/**
 * What two texts have in common, in text order, whole words only. Where words are repeated, more than one reading is right:
 * `forward` is read from the beginning, `backward` from the end, `sure` is what both say.
 */
export type Alignment = { forward: Run[]; backward: Run[]; sure: Run[] }

/** What takes too long to compare counts as different. */
export function alignTexts(before: string, after: string): Alignment {
  const [a, b] = [tokensOf(before), tokensOf(after)]
  const forward = inUnits(common(a, b), offsetsOf(a), offsetsOf(b))
  const mirrored = common(a.toReversed(), b.toReversed()).map((run) => ({
    before: a.length - run.before - run.length,
    after: b.length - run.after - run.length,
    length: run.length,
  }))
  const backward = inUnits(mirrored.reverse(), offsetsOf(a), offsetsOf(b))
  return { forward, backward, sure: both(forward, backward) }
}

const patience = { all: 800, lines: 1_500, words: 150 }
const mostEdits = { all: 6_000, words: 2_000 }

// Runs of tokens that two lists share: by words, which is the surest, and where too much has changed for that first by lines.
function common(a: string[], b: string[]): Run[] {
  return trimmed(a, b, (restA, restB) => {
    const byWords = diffArrays(restA, restB, { timeout: patience.all, maxEditLength: mostEdits.all })
    if (byWords) return kept(byWords)
    const [linesA, linesB] = [linesOf(restA), linesOf(restB)]
    const keys = (lines: string[][]) => lines.map((line) => line.join(''))
    const byLines = diffArrays(keys(linesA), keys(linesB), { timeout: patience.lines })
    return byLines ? throughLines(byLines, linesA, linesB) : []
  })
}

type Find = (a: string[], b: string[]) => Run[]

// What two lists begin with alike is common without a question. Not so what they end with: that is for the other reading.
function trimmed(a: string[], b: string[], find: Find): Run[] {
  let head = 0
  while (head < a.length && head < b.length && a[head] === b[head]) head++
  const [restA, restB] = [a.slice(head), b.slice(head)]
  const found = restA.length > 0 && restB.length > 0 ? find(restA, restB) : []
  const rest = found.map((run) => ({ ...run, before: run.before + head, after: run.after + head }))
  return head > 0 ? [{ before: 0, after: 0, length: head }, ...rest] : rest
}

const words: Find = (a, b) => kept(diffArrays(a, b, { timeout: patience.words, maxEditLength: mostEdits.words }) ?? [])

function kept(changes: readonly Change[]): Run[] {
  const runs: Run[] = []
  let [before, after] = [0, 0]
  for (const { added, removed, count } of changes) {
    if (!added && !removed) runs.push({ before, after, length: count })
    if (!added) before += count
    if (!removed) after += count
  }
  return runs
}

type Change = { added: boolean; removed: boolean; count: number }

function throughLines(changes: readonly Change[], linesA: string[][], linesB: string[][]): Run[] {
  const runs: Run[] = []
  let [lineA, lineB, before, after] = [0, 0, 0, 0]
  let [oldLines, newLines]: [string[], string[]] = [[], []]
  const endHunk = () => {
    const found = trimmed(oldLines, newLines, words)
    runs.push(...found.map((run) => ({ ...run, before: before + run.before, after: after + run.after })))
    ;[before, after, oldLines, newLines] = [before + oldLines.length, after + newLines.length, [], []]
  }
  for (const { added, removed, count } of changes) {
    if (removed) oldLines = oldLines.concat(...linesA.slice(lineA, lineA + count))
    else if (added) newLines = newLines.concat(...linesB.slice(lineB, lineB + count))
    else {
      endHunk()
      const { length } = linesA.slice(lineA, lineA + count).flat()
      runs.push({ before, after, length })
      ;[before, after] = [before + length, after + length]
    }
    if (!added) lineA += count
    if (!removed) lineB += count
  }
  endHunk()
  return runs
}

// Each with the line feeds after it, so that empty lines hold nothing together.
function linesOf(tokens: readonly string[]): string[][] {
  const lines: string[][] = []
  let last: string | undefined
  for (const one of tokens) {
    if (last === undefined || (last === '\n' && one !== '\n')) lines.push([])
    lines.at(-1)?.push(one)
    last = one
  }
  return lines
}

/** Where each token begins, and where the last one ends. */
function offsetsOf(tokens: readonly string[]): number[] {
  const offsets = [0]
  let at = 0
  for (const { length } of tokens) offsets.push((at += length))
  return offsets
}

function inUnits(runs: readonly Run[], a: readonly number[], b: readonly number[]): Run[] {
  const joined: Run[] = []
  for (const run of runs) {
    const before = a[run.before] ?? 0
    const after = b[run.after] ?? 0
    const length = (a[run.before + run.length] ?? 0) - before
    const last = joined.at(-1)
    if (last && last.before + last.length === before && last.after + last.length === after) last.length += length
    else joined.push({ before, after, length })
  }
  return joined
}

function both(one: readonly Run[], other: readonly Run[]): Run[] {
  const shared: Run[] = []
  let [i, j] = [0, 0]
  for (let a = one[i], b = other[j]; a && b; a = one[i], b = other[j]) {
    const from = Math.max(a.before, b.before)
    const to = Math.min(a.before + a.length, b.before + b.length)
    if (a.after - a.before === b.after - b.before && from < to)
      shared.push({ before: from, after: from + a.after - a.before, length: to - from })
    if (a.before + a.length < b.before + b.length) i++
    else j++
  }
  return shared
}

/** Where [start, end) of the one text stands in the other, when one run holds all of it. Binary search. */
export function imageOf(runs: readonly Run[], { start, end }: { start: number; end: number }) {
  const run = runs[lastAt(runs, start)]
  if (!run || end > run.before + run.length) return undefined
  return { start: start + run.after - run.before, end: end + run.after - run.before, run }
}

/** The index of the last run that begins at or before a place of the text before, or -1. */
export function lastAt(runs: readonly Run[], place: number): number {
  let [low, high] = [0, runs.length]
  while (low < high) {
    const middle = (low + high) >> 1
    if ((runs[middle]?.before ?? 0) <= place) low = middle + 1
    else high = middle
  }
  return low - 1
}

/** The same runs as seen from the other text. */
export const turned = (runs: readonly Run[]): Run[] =>
  runs.map(({ before, after, length }) => ({ before: after, after: before, length }))
