import type { Piece } from '../articles/blocks.ts'
import { tidy } from './html-blocks.ts'

/** A run of text as a PDF places it: `transform` ends with where its baseline begins, from the lower left corner. */
export type Item = { str: string; transform: number[]; height: number; hasEOL: boolean }

type Line = { text: string; x: number; y: number; height: number }

/** The paragraphs of a page, in the order the file has them. Where one ends is told by the gap, the indent and the size. */
export function pagePieces(items: readonly Item[]): Piece[] {
  const lines = linesOf(items)
  const body = mostCommon(lines)
  const groups: Line[][] = []
  for (const line of lines) {
    const group = groups.at(-1)
    const last = group?.at(-1)
    if (group && last && goesOn(line, last, group[0] ?? last)) group.push(line)
    else groups.push([line])
  }
  return groups.map((group) => ({ kind: isHeading(group, body) ? 'heading' : 'paragraph', text: joined(group) }))
}

function linesOf(items: readonly Item[]): Line[] {
  const lines: Line[] = []
  let line: Line | undefined
  const end = () => {
    const text = tidy(line?.text ?? '')
    if (line && text !== '') lines.push({ ...line, text })
    line = undefined
  }
  for (const { str, transform, height, hasEOL } of items) {
    const [x = 0, y = 0] = transform.slice(4)
    if (line && str.trim() !== '' && Math.abs(y - line.y) > 0.5 * Math.max(line.height, height)) end()
    if (line) line.text += str
    else line = { text: str, x, y, height }
    if (line.height === 0) line.height = height
    if (hasEOL) end()
  }
  end()
  return lines
}

function goesOn(line: Line, last: Line, first: Line): boolean {
  const size = Math.max(line.height, last.height)
  const gap = last.y - line.y
  const isSameSize = Math.abs(line.height - last.height) <= 0.15 * size
  // An indent begins a paragraph, unless the one before it hangs.
  const isIndented = line.x - last.x > 0.8 * size && line.x > first.x
  return isSameSize && gap > -0.5 * size && gap < 1.6 * size && !isIndented
}

function mostCommon(lines: readonly Line[]): number {
  const counts = new Map<number, number>()
  for (const { height, text } of lines) counts.set(height, (counts.get(height) ?? 0) + text.length)
  return [...counts].sort(([, one], [, other]) => other - one)[0]?.[0] ?? 0
}

const isHeading = (group: readonly Line[], body: number) => group.length <= 3 && (group[0]?.height ?? 0) > 1.15 * body

// A word that is parted at the end of a line keeps its hyphen: whether it has one of its own cannot be told.
const joined = (group: readonly Line[]) =>
  group
    .reduce((text, line) => (text === '' ? line.text : text + (/\p{L}-$/u.test(text) ? '' : ' ') + line.text), '')
    .replaceAll('\u00AD', '')
