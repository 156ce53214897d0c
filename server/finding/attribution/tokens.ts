import type { Span } from '../../articles/sentences.ts'

/** A word, a mark, the ’s of a name, or a whole quotation. Offsets are UTF-16 code units of the text. */
export type Token = Span & {
  kind: 'word' | 'mark' | 'possessive' | 'quotation'
  text: string
  lower: string
  /** Whether it begins with a capital. */
  capital: boolean
  /** Whether a sentence begins with it. */
  first: boolean
  /** Which quotation it is, counted from 0. */
  quotation?: number
}

// Titles and initials with their stop, words with what stands inside them, the ’s of a name, any other mark.
const pieces =
  /((?:Mr|Mrs|Ms|Dr|Prof|Sen|Sens|Rep|Reps|Gov|Gen|Col|Capt|Lt|Sgt|St|Jr|Sr|Rev|Hon|Cllr|\p{Lu})\.(?=\s?\p{Lu})|(?:\p{L}\.){2,}|[\p{L}\p{N}][\p{L}\p{M}\p{N}]*(?:[-‑.,][\p{L}\p{N}]+(?<![.,]\p{L}+)|[’'](?!s(?![\p{L}]))\p{L}+)*)|([’']s(?!\p{L}))|([^\s])/gu

/** The words and marks of a place in the text, in order. */
export function tokensIn(text: string, { start, end }: Span): Token[] {
  const tokens: Token[] = []
  for (const match of text.slice(start, end).matchAll(pieces)) {
    const found = match[0]
    const at = start + match.index
    const kind = match[1] ? 'word' : match[2] ? 'possessive' : 'mark'
    tokens.push({
      kind,
      text: found,
      lower: kind === 'word' ? found.toLowerCase().replace("'", '’') : found,
      capital: kind === 'word' && /^\p{Lu}/u.test(found),
      first: false,
      start: at,
      end: at + found.length,
    })
  }
  return tokens
}

/** A quotation as one token. */
export const quotationToken = (text: string, { start, end }: Span, quotation: number): Token => ({
  kind: 'quotation',
  text: text.slice(start, end),
  lower: '',
  capital: false,
  first: false,
  start,
  end,
  quotation,
})
