import type { Block } from '../../db/schema/index.ts'
import type { Document } from '../articles/blocks.ts'

/** How much text of a document is read: about ten thick books, in blocks. */
export const contentLimits = { characters: 5_000_000, blocks: 100_000 }

/** The document as far as it may be long, and a sentence when that is not all of it. */
export function within({ text, blocks }: Document): Document & { problem: string | null } {
  if (text.length <= contentLimits.characters && blocks.length <= contentLimits.blocks)
    return { text, blocks, problem: null }
  const kept = blocks.slice(0, contentLimits.blocks).filter(({ start }) => start < contentLimits.characters)
  const end = wholeCharacter(text, Math.min(kept.at(-1)?.end ?? 0, contentLimits.characters))
  return {
    text: text.slice(0, end),
    blocks: kept.map((block): Block => ({ ...block, end: Math.min(block.end, end) })),
    problem: `This is very long: only its first ${kept.length.toLocaleString('en')} paragraphs can be read and searched here. The original is kept whole.`,
  }
}

// Between the two halves of a surrogate pair nothing is cut.
const wholeCharacter = (text: string, end: number) => (/[\uD800-\uDBFF]/.test(text.charAt(end - 1)) ? end - 1 : end)
