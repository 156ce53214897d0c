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
