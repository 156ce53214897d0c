import MarkdownIt from 'markdown-it'
import type { BlockKind, Piece } from '../articles/blocks.ts'

// Cells one under the other would say less than a table as it was typed.
const markdown = new MarkdownIt({ html: false }).disable(['table'])

type Token = ReturnType<typeof markdown.parse>[number]

/** The plain blocks of Markdown: links become their text, images their description, marks of emphasis go. */
export function markdownPieces(source: string): Piece[] {
  const pieces: Piece[] = []
  const around: BlockKind[] = []
  for (const token of markdown.parse(source, {})) {
    const kind = containers[token.type.replace(/_(?:open|close)$/, '')]
    if (kind && token.nesting === 1) around.push(kind)
    if (kind && token.nesting === -1) around.pop()
    for (const text of linesOf(token)) pieces.push({ kind: around.at(-1) ?? 'paragraph', text })
  }
  return pieces
}

const containers: Record<string, BlockKind | undefined> = {
  heading: 'heading',
  blockquote: 'quotation',
  list_item: 'item',
}

function linesOf(token: Token): string[] {
  const isCode = token.type === 'fence' || token.type === 'code_block'
  const text = isCode ? token.content : (token.children ?? []).map(textOf).join('')
  return text.split('\n').flatMap((line) => line.trim() || [])
}

function textOf(token: Token): string {
  if (token.type === 'softbreak') return ' '
  if (token.type === 'hardbreak') return '\n'
  return token.content
}
