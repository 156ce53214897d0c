import { pieceBits } from './copy-pieces.ts'
import type { Field } from './parts.ts'
import type { SearchKind } from './words.ts'

/** How a kind of thing stands in the indexes. */
export type Index = {
  /** The index of words; with `closed` there is a second one, of what only those find who may see confidential sources. */
  words: string
  closed?: string
  /** The view whose rows the index holds. */
  rows: string
  closedRows?: string
  /** The columns, in order, each with how much a word in it counts. */
  columns: Record<string, number>
  /** Fields that are columns. */
  fields: Partial<Record<Field, string>>
  /** Its number in the index of names: 0 when it is not there. */
  number: number
  /** A row is a piece of such a thing: its id is the thing's, shifted by so many bits. */
  bits?: number
}

export const indexes: Record<SearchKind, Index> = {
  claims: {
    words: 'search_claims',
    rows: 'search_claim_rows',
    columns: { statement: 4, quote: 2, claimant: 3, reported_by: 1, findings: 1 },
    fields: { claimant: 'claimant' },
    number: 1,
  },
  articles: {
    words: 'search_articles',
    rows: 'search_article_rows',
    columns: { title: 6, outlet: 3, byline: 3, text: 1 },
    fields: { outlet: 'outlet', article: 'title' },
    number: 2,
  },
  sources: {
    words: 'search_sources',
    closed: 'search_closed_sources',
    rows: 'search_source_rows',
    closedRows: 'search_closed_source_rows',
    columns: { title: 4, publisher: 2, author: 2, url: 1 },
    fields: { outlet: 'publisher', source: 'title publisher' },
    number: 3,
  },
  copies: {
    words: 'search_copies',
    closed: 'search_closed_copies',
    rows: 'search_copy_rows',
    closedRows: 'search_closed_copy_rows',
    columns: { text: 1 },
    fields: {},
    number: 4,
    bits: pieceBits,
  },
  comments: {
    words: 'search_comments',
    closed: 'search_closed_comments',
    rows: 'search_comment_rows',
    closedRows: 'search_closed_comment_rows',
    columns: { body: 1 },
    fields: {},
    number: 5,
  },
  checks: {
    words: 'search_checks',
    rows: 'search_check_rows',
    columns: { claim: 4, claimant: 3, title: 2, publisher: 2, rating_label: 1 },
    fields: { claimant: 'claimant', outlet: 'publisher', rating: 'rating_label' },
    number: 6,
  },
}

/** Ids in the index of names are those of the kind, beginning here. */
export const nameIds = ({ number }: Index): number => number * 2 ** 40
