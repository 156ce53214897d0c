import type { Block } from '../../db/schema/index.ts'

export type BlockKind = Block['kind']
/** One block before the text it stands in is put together: no line feed in it, no white space around it. */
export type Piece = { kind: BlockKind; text: string }
/** A text and where its blocks are in it. */
export type Document = { text: string; blocks: Block[] }

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

/** Puts pieces one under the other, an empty line between them. */
export function joinPieces(pieces: readonly Piece[]): Document {
  let text = ''
  const blocks = pieces.map((piece) => {
    if (text !== '') text += '\n\n'
    const start = text.length
    text += piece.text
    return { kind: piece.kind, start, end: text.length }
  })
  return { text, blocks }
}

const letters: Record<BlockKind, string> = { paragraph: 'p', heading: 'h', quotation: 'q', item: 'i' }
const kinds = new Map(Object.entries(letters).map(([kind, letter]) => [letter, kind as BlockKind]))

/** The kinds of the blocks, a letter each: what a form keeps of a document beside its text. */
export const shapeOf = (blocks: readonly Block[]): string => blocks.map(({ kind }) => letters[kind]).join('')

/** The lines of the text as blocks of these kinds; plain paragraphs when the text has got more or fewer lines since. */
export function shapedBlocks(text: string, shape: string): Block[] {
  const blocks = linesAsBlocks(text)
  if (blocks.length !== shape.length) return blocks
  return blocks.map((block, index) => ({ ...block, kind: kinds.get(shape.charAt(index)) ?? 'paragraph' }))
}
