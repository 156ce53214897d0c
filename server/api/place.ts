import { z } from 'zod'
import type { Conn } from '../../db/conn.ts'
import { readText } from '../articles/article.ts'
import { occurrences } from '../claims/anchor.ts'
import { BadInput } from '../errors.ts'

const offset = z.int().nonnegative().max(999_999_999)

const ByOffsets = z.strictObject({
  text_id: z.int().positive().meta({ description: 'Of the text that the offsets count in: see `readText`.' }),
  start: offset,
  end: offset.meta({ description: 'Exclusive. In UTF-16 code units, as `start`.' }),
})

const ByQuote = z.strictObject({
  quote: z.string().min(1).max(5_000).meta({ description: 'The words, letter for letter.' }),
  prefix: z.string().max(500).default('').meta({ description: 'What stands before them, where they stand twice.' }),
  suffix: z.string().max(500).default('').meta({ description: 'What stands after them.' }),
})

/** Which words of an article a claim is made of. */
export const PlaceInText = z.union([ByOffsets, ByQuote]).meta({
  id: 'Place',
  description: 'The words of the article: by their place in its newest text, or by quoting them.',
})

/** The words as a form names them. Throws BadInput for a quote that stands nowhere in the newest text, or in several places. */
export async function findPlace(conn: Conn, articleId: number, place: z.output<typeof PlaceInText>) {
  const { versionId, text } = await readText(conn, articleId)
  if ('text_id' in place) return { text: place.text_id, start: place.start, end: place.end }
  const start = onlyPlace(text, place)
  return { text: versionId, start, end: start + place.quote.length }
}

function onlyPlace(text: string, { quote, prefix, suffix }: z.output<typeof ByQuote>): number {
  const fits = (at: number) => text.slice(0, at).endsWith(prefix) && text.startsWith(suffix, at + quote.length)
  const [first, second] = [...occurrences(text, quote, 10_000)].filter(fits)
  if (first === undefined) throw new BadInput({ start: 'These words do not stand in the newest text of the article.' })
  if (second === undefined) return first
  throw new BadInput({
    start: 'These words stand in more than one place. Say with `prefix` and `suffix` which is meant.',
  })
}
