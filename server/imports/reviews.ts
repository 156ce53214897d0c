import type { Encoding } from './encoding.ts'
import { type JsonItem, jsonItems } from './json-items.ts'
import { pageItems } from './page-items.ts'
import type { Plan } from './plan.ts'
import { type ReadReview, readReview, reviewsIn } from './review-row.ts'
import { decoded } from './table.ts'

/** A file that checks are marked up in: JSON, or a page that holds some. */
export type Markup = 'json' | 'page'

/** A check of the file; `row` counts from 1, `line` is where the value that it stands in begins. */
type Row = { row: number; line: number } & ReadReview

/** What the beginning of a file shows it to be; undefined for neither. */
export function markupIn(start: string): Markup | undefined {
  const text = start.replace(/^\uFEFF/, '').trimStart()
  if (/^(?:\{\s*["}]|\[\s*[[{"\]])/.test(text)) return 'json'
  return text.startsWith('<') && /^<!doctype html|<(?:html|head|body|script)[\s>]/i.test(text) ? 'page' : undefined
}

/** The checks that are marked up in a file, one after the other; what is no JSON there is a row with a problem. */
export async function* readReviews(
  pieces: AsyncIterable<Buffer> | Iterable<Buffer>,
  { markup, encoding }: { markup: Markup; encoding: Encoding },
  plan: Plan,
): AsyncGenerator<Row> {
  let row = 0
  for await (const item of itemsOf(decoded(pieces, encoding), markup)) {
    const { line } = item
    if ('unreadable' in item) yield { row: ++row, line, problems: [{ column: undefined, problem: item.unreadable }] }
    else for (const review of reviewsIn(item.value)) yield { row: ++row, line, ...readReview(review, plan) }
  }
}

async function* itemsOf(texts: AsyncIterable<string>, markup: Markup): AsyncGenerator<JsonItem> {
  if (markup === 'json') return yield* jsonItems(texts)
  let page = ''
  for await (const text of texts) page += text
  yield* pageItems(page)
}
