import type { Span } from '../../articles/sentences.ts'
import type { Quotation } from './quotations.ts'
import { type Token, quotationToken, tokensIn } from './tokens.ts'

/** The words of one sentence, every quotation in it as one token. `inside` tells which quotation the sentence stands in. */
export type Stream = { tokens: Token[]; block: number; inside?: number }

/** The sentences of the narration: a quotation never ends one, however many sentences it holds. */
export function narration(text: string, blocks: readonly Span[], from: Cut): Stream[] {
  let next = 0
  return blocks.flatMap((block, index) => {
    const first = next
    while (next < from.parts.length && (from.parts[next]?.span.end ?? 0) <= block.end) next++
    const parts = from.parts.slice(first, next)
    const tokens: Token[] = []
    let at = block.start
    // One by one: a paragraph may hold more words than a call takes arguments.
    const add = (some: readonly Token[]) => some.forEach((token) => tokens.push(token))
    for (const { span, quotation } of parts) {
      add(tokensIn(text, { start: at, end: span.start }))
      tokens.push(quotationToken(text, span, quotation))
      at = span.end
    }
    add(tokensIn(text, { start: at, end: block.end }))
    return split(tokens, from.starts).map((sentence) => ({ tokens: sentence, block: index }))
  })
}

/** The sentences inside one quotation, without its marks. */
export function quoted(
  text: string,
  { parts }: Quotation,
  inside: { quotation: number; starts: ReadonlySet<number> },
): Stream[] {
  return parts.flatMap(({ start, end }) => {
    const from = start + (/[\p{P}]/u.test(text[start] ?? '') ? 1 : 0)
    const to = end - (/["”“’»›」』'«]/.test(text[end - 1] ?? '') ? 1 : 0)
    const tokens = tokensIn(text, { start: from, end: Math.max(from, to) })
    return split(tokens, inside.starts).map((sentence) => ({ tokens: sentence, block: -1, inside: inside.quotation }))
  })
}

/** Where sentences begin, and the parts of quotations in the order of the text. */
export type Cut = { starts: ReadonlySet<number>; parts: { span: Span; quotation: number }[] }

function split(tokens: readonly Token[], starts: ReadonlySet<number>): Token[][] {
  const sentences: Token[][] = []
  for (const token of tokens) {
    const last = sentences.at(-1)
    if (!last || starts.has(token.start)) sentences.push([token])
    else last.push(token)
  }
  for (const sentence of sentences) {
    const opening = sentence.find(({ kind }) => kind !== 'mark')
    if (opening?.kind === 'word') opening.first = true
  }
  return sentences
}
