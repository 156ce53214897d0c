import type { SourceKind } from '../../db/schema/index.ts'

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

/** The fields of which a merging of two sources chooses; whether it is confidential is not chosen. */
export const mergedFields = [
  'title',
  'url',
  'archivedUrl',
  'publisher',
  'author',
  'publishedOn',
  'kind',
  'primary',
  'origin',
  'interest',
] as const
export type MergedField = (typeof mergedFields)[number]

export const fieldWords: Record<MergedField, string> = {
  title: 'Title',
  url: 'Address',
  archivedUrl: 'Address of an archived copy',
  publisher: 'Publisher',
  author: 'Author',
  publishedOn: 'Date',
  kind: 'Kind',
  primary: 'Primary source',
  origin: 'Its information comes from',
  interest: 'Interest',
}
