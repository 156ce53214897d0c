import type { Block, PageSpan } from '../../db/schema/index.ts'
import type { SnapshotText } from './snapshot.ts'

/** A paragraph as far as it is shown; `number` counts from 1, `page` is given where the document's page begins with it. */
export type Shown = {
  number: number
  kind: Block['kind']
  start: number
  text: string
  page: number | undefined
  /** Whether it began on the screen before this one. */
  goesOn: boolean
}

/** A screen of a long text: offsets are UTF-16 code units. `next` and `before` are where the screens around it begin. */
export type Excerpt = {
  blocks: Shown[]
  next: number | undefined
  before: number | undefined
  total: number
  pages: number
}

/** How much text one screen shows, a little more or less. */
const most = 40_000

/** The text from the offset `from` on, as much as fits one screen; a paragraph that is longer than that goes on on the next. */
export function excerpt({ text, blocks, pages }: Omit<SnapshotText, 'problem' | 'sha256'>, from: number): Excerpt {
  const first = Math.max(
    0,
    blocks.findIndex(({ end }) => end > from),
  )
  const shown: Shown[] = []
  const start = Math.max(from, blocks[first]?.start ?? 0)
  const end = endOf({ text, blocks }, first, start)
  const pageAt = pageFinder(pages)
  for (const [index, block] of blocks.entries()) {
    if (index < first || block.start >= end) continue
    const at = Math.max(block.start, start)
    const page = pageAt(index === first ? at : block.start, index === first)
    shown.push({
      number: index + 1,
      kind: block.kind,
      start: at,
      text: text.slice(at, Math.min(block.end, end)),
      page,
      goesOn: at > block.start,
    })
  }
  const last = blocks.at(-1)?.end ?? 0
  return {
    blocks: shown,
    next: end < last ? end : undefined,
    before: beforeOf(blocks, start),
    total: blocks.length,
    pages: pages?.length ?? 0,
  }
}

// Where the paragraph that crosses the line ends, unless that would be far: then in it.
function endOf({ text, blocks }: Pick<SnapshotText, 'text' | 'blocks'>, first: number, start: number): number {
  const limit = start + most
  const over = blocks.find(({ end }, index) => index >= first && end > limit)
  if (!over) return blocks.at(-1)?.end ?? 0
  if (over.start > start) return over.start
  // Between the two halves of a surrogate pair nothing is cut.
  return /[\uD800-\uDBFF]/.test(text.charAt(limit - 1)) ? limit - 1 : limit
}

// Going back shows as much again, whole paragraphs where it can.
function beforeOf(blocks: readonly Block[], start: number): number | undefined {
  const first = blocks[0]
  if (!first || start <= first.start) return undefined
  const earliest = start - most
  const whole = blocks.find((block) => block.start >= earliest && block.start < start)
  return Math.max(whole?.start ?? earliest, first.start)
}

function pageFinder(pages: readonly PageSpan[] | null) {
  let told = 0
  return (at: number, always: boolean): number | undefined => {
    if (!pages) return undefined
    const page = pages.findIndex(({ start, end }) => start <= at && at < end) + 1
    if (page === 0 || (page === told && !always)) return undefined
    told = page
    return page
  }
}
