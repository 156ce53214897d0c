import type { Db } from '../../db/open.ts'
import type { Block, PageSpan } from '../../db/schema/index.ts'
import { write } from '../../db/write.ts'
import { sha256 } from '../../server/history/record.ts'
import { keepSnapshot } from '../../server/snapshots/snapshot.ts'

/** Keeps a copy of a source that says these paragraphs, all on one page unless `pages` says how many stand on each. */
export function aCopy(db: Db, sourceId: number, paragraphs: string[], pages?: number[]): Promise<number> {
  const text = paragraphs.join('\n\n')
  const bytes = Buffer.from(text)
  const blocks = blocksOf(paragraphs)
  const about = { mediaType: 'text/plain', charset: 'utf-8', problem: null, metadata: {}, size: bytes.length }
  const extracted = {
    ...about,
    text,
    blocks,
    pages: pages ? spansOf(blocks, pages) : null,
    sha256: sha256(bytes).toString('hex'),
  }
  return write(db, (tx) => keepSnapshot(tx, null, { sourceId, bytes, extracted, origin: 'paste' }))
}

function blocksOf(paragraphs: string[]): Block[] {
  let start = 0
  return paragraphs.map((paragraph) => {
    const block = { kind: 'paragraph', start, end: start + paragraph.length } as const
    start = block.end + 2
    return block
  })
}

function spansOf(blocks: Block[], pages: number[]): PageSpan[] {
  let first = 0
  return pages.map((count) => {
    const [from, to] = [blocks[first], blocks[first + count - 1]]
    first += count
    return { start: from?.start ?? 0, end: to?.end ?? 0 }
  })
}
