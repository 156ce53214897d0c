import type { Run } from './align.ts'

type PieceKind = 'kept' | 'removed' | 'added'
/** Words that both texts have, or only the old or the new one. */
export type Piece = { kind: PieceKind; text: string }
/** A paragraph in which something differs, or so many in which nothing does. */
export type Part = { kind: 'changed'; pieces: Piece[] } | { kind: 'same'; paragraphs: number }

/** What of a difference is shown, in the order of the text; `more` changed paragraphs are left out. */
export type Difference = { parts: Part[]; more: number }

/** Changed paragraphs that one page shows. */
const mostChanged = 300

/** The two texts as one, paragraph by paragraph; line feeds are left out. */
export function differenceOf(before: string, after: string, runs: readonly Run[]): Difference {
  const parts: Part[] = []
  let more = 0
  let changed = 0
  for (const pieces of paragraphsOf(piecesOf(before, after, runs))) {
    const last = parts.at(-1)
    if (pieces.some(({ kind }) => kind !== 'kept')) {
      if (++changed > mostChanged) more++
      else parts.push({ kind: 'changed', pieces })
    } else if (last?.kind === 'same') last.paragraphs++
    else parts.push({ kind: 'same', paragraphs: 1 })
  }
  return { parts, more }
}

/** What two texts have in common and not, put together in one order: what was removed stands before what was added. */
export function piecesOf(before: string, after: string, runs: readonly Run[]): Piece[] {
  const pieces: Piece[] = []
  const add = (kind: PieceKind, text: string) => text !== '' && pieces.push({ kind, text })
  let [old, now] = [0, 0]
  for (const run of runs) {
    add('removed', before.slice(old, run.before))
    add('added', after.slice(now, run.after))
    add('kept', after.slice(run.after, run.after + run.length))
    ;[old, now] = [run.before + run.length, run.after + run.length]
  }
  add('removed', before.slice(old))
  add('added', after.slice(now))
  return together(pieces)
}

// A space between two changed words would tear one change into two.
function together(pieces: readonly Piece[]): Piece[] {
  const joined: Piece[] = []
  for (let at = 0; at < pieces.length;) {
    const [removed, added]: [string[], string[]] = [[], []]
    for (; at < pieces.length && isChange(pieces, at); at++) {
      const { kind, text } = pieces[at] ?? { kind: 'kept', text: '' }
      if (kind !== 'added') removed.push(text)
      if (kind !== 'removed') added.push(text)
    }
    if (removed.length > 0 && removed.join('') !== '') joined.push({ kind: 'removed', text: removed.join('') })
    if (added.length > 0 && added.join('') !== '') joined.push({ kind: 'added', text: added.join('') })
    const next = pieces[at]
    if (next) joined.push(next)
    at++
  }
  return joined
}

const isChange = (pieces: readonly Piece[], at: number) => {
  const { kind, text } = pieces[at] ?? { kind: 'kept', text: '' }
  const between = kind === 'kept' && /^ +$/.test(text)
  return kind !== 'kept' || (between && pieces[at - 1]?.kind !== 'kept' && at > 0 && at < pieces.length - 1)
}

// Pieces by paragraph: a paragraph ends where either text has a line feed; empty ones are none.
function paragraphsOf(pieces: readonly Piece[]): Piece[][] {
  const paragraphs: Piece[][] = [[]]
  for (const { kind, text } of pieces) {
    for (const [index, line] of text.split('\n').entries()) {
      if (index > 0) paragraphs.push([])
      if (line !== '') paragraphs.at(-1)?.push({ kind, text: line })
    }
  }
  return paragraphs.filter((paragraph) => paragraph.some(({ text }) => text.trim() !== ''))
}
