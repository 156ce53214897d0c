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
