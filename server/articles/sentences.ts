import type { Block } from '../../db/schema/index.ts'

export type Span = { start: number; end: number }

/**
 * The sentences of a text, in order, without the white space between them: together they hold everything else that the
 * blocks hold. Offsets are UTF-16 code units.
 */
export function splitSentences(text: string, blocks: readonly Block[], language: string): Span[] {
  const segmenter = new Intl.Segmenter(language, { granularity: 'sentence' })
  return blocks.flatMap((block) => splitBlock(text, block, segmenter))
}

function splitBlock(text: string, block: Span, segmenter: Intl.Segmenter): Span[] {
  const spans: Span[] = []
  for (const { segment, index } of segmenter.segment(text.slice(block.start, block.end))) {
    const content = segment.trim()
    if (content === '') continue
    const start = block.start + index + segment.indexOf(content)
    spans.push({ start, end: start + content.length })
  }
  return spans
}
