import type { Block } from '../../db/schema/index.ts'

/** The blocks of text that has no structure but lines: every line that is not empty, without the white space around it. */
export function linesAsBlocks(text: string): Block[] {
  const blocks: Block[] = []
  for (const line of text.matchAll(/[^\n]+/g)) {
    const content = line[0].trim()
    if (content === '') continue
    const start = line.index + line[0].indexOf(content)
    blocks.push({ kind: 'paragraph', start, end: start + content.length })
  }
  return blocks
}
