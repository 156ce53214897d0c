import type { Block } from '../../db/schema/index.ts'
import type { SnapshotText } from './snapshot.ts'

/** A stretch of the text to point at: UTF-16 code units. */
export type Mark = { start: number; end: number }

/** Where in the text a screen begins, and what is marked on it: as the address says, else the beginning. */
export function placeIn(asked: Record<string, string>, text: SnapshotText): { from: number; mark: Mark | undefined } {
  const mark = readMark(asked.mark, text.text.length)
  const from = readNumber(asked.from) ?? pageStart(asked.page, text) ?? (mark && paragraphStart(mark, text.blocks)) ?? 0
  return { from, mark }
}

const readNumber = (typed: string | undefined) => (/^\d{1,9}$/.test(typed ?? '') ? Number(typed) : undefined)

function pageStart(typed: string | undefined, { pages }: SnapshotText): number | undefined {
  const number = readNumber(typed)
  return number === undefined ? undefined : pages?.[number - 1]?.start
}

function readMark(typed: string | undefined, length: number): Mark | undefined {
  const [start, end] = (typed ?? '').split('-', 2).map(readNumber)
  return start !== undefined && end !== undefined && start < end && end <= length ? { start, end } : undefined
}

// A paragraph that is longer than a screen is entered a little before the mark.
function paragraphStart({ start }: Mark, blocks: readonly Block[]): number {
  const block = blocks.find(({ end }) => end > start)
  return block && start - block.start < 20_000 ? block.start : Math.max(0, start - 500)
}
