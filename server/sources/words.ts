import type { SourceKind } from '../../db/schema/index.ts'
import type { Teller } from './metadata.ts'
import type { NewSource } from './source.ts'

export { sourceKinds } from '../../db/schema/index.ts'
export type { SourceKind } from '../../db/schema/index.ts'

export const sourceKindWords: Record<SourceKind, string> = {
  document: 'Document',
  dataset: 'Dataset',
  record: 'Official record',
  report: 'Report',
  study: 'Study',
  news: 'News item',
  statement: 'Statement',
  interview: 'Interview',
  post: 'Post',
  image: 'Image or video',
  other: 'Other',
}

/** Where in a page a field was found, after “Filled in”. */
export const tellerWords: Record<Teller, string> = {
  citation: 'from the page’s citation tags',
  schema: 'from what the page tells search engines (schema.org)',
  opengraph: 'from what the page tells social networks (OpenGraph)',
  dublincore: 'from the page’s library tags (Dublin Core)',
  page: 'from the page itself',
  address: 'from the address',
  text: 'from the beginning of its text',
}

export const primaryDefinition =
  'A primary source is the thing itself: the original document, data, recording or eyewitness, not somebody’s account of it.'

export const confidentialDefinition =
  'Checkers, editors and admins see it. For readers it does not exist, and it never leaves in an export.'

/** The orders of the list. */
export const sourceSorts = ['newest', 'used', 'title'] as const
export type SourceSort = (typeof sourceSorts)[number]

export const sortWords: Record<SourceSort, string> = {
  newest: 'newest first',
  used: 'most used first',
  title: 'by title',
}

/** What is chosen of two sources when they become one, in its order: everything that people say about a source but whether it is confidential. */
export const fieldWords = {
  title: 'Title',
  url: 'Address',
  archivedUrl: 'Address of an archived copy',
  publisher: 'Publisher',
  author: 'Author',
  publishedOn: 'Date',
  kind: 'Kind',
  language: 'Language',
  doi: 'DOI',
  isbn: 'ISBN',
  primary: 'Primary source',
  origin: 'Its information comes from',
  interest: 'Interest',
} satisfies Record<Exclude<keyof NewSource, 'confidential'>, string>
export type MergedField = keyof typeof fieldWords

/** The fields of which a merging of two sources chooses; whether it is confidential is not chosen. */
// Its keys are those of the words.
export const mergedFields = Object.keys(fieldWords) as MergedField[]
