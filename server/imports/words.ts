import type { ImportFormat, ImportState, ImportTarget } from '../../db/schema/index.ts'
import type { Column } from './columns.ts'

export { importTargets } from '../../db/schema/index.ts'
export type { ImportState, ImportTarget } from '../../db/schema/index.ts'

export const targetWords: Record<ImportTarget, string> = {
  claims: 'Claims of ours',
  checks: 'Checks of other publishers',
}

/** What the rows of a file are. */
export const formatWords = ({ format, target }: { format: ImportFormat; target: ImportTarget }): string =>
  format === 'own_evidence' ? 'Evidence of ours' : targetWords[target]

export const importStateWords: Record<ImportState, string> = {
  draft: 'Not confirmed yet',
  running: 'Being taken in',
  finished: 'Taken in',
  undoing: 'Being undone',
  undone: 'Undone',
}

/** What a column may hold, in the order of the list it is chosen from. */
export const columnFields = [
  'id',
  'claim',
  'quote',
  'claimant',
  'role',
  'place',
  'stated',
  'checked',
  'rating',
  'rationale',
  'checker',
  'url',
  'title',
  'publisher',
  'language',
  'source',
  'tags',
] as const
export type ColumnField = (typeof columnFields)[number]

export const fieldWords: Record<ColumnField, string> = {
  id: 'Number or id of the row',
  claim: 'The claim',
  quote: 'The words it was made in',
  claimant: 'Who made it',
  role: 'Their role or party',
  place: 'Where it was made',
  stated: 'Made on',
  checked: 'Checked on',
  rating: 'Rating',
  rationale: 'Rationale',
  checker: 'Who checked it',
  url: 'Address of the check',
  title: 'Title of the check',
  publisher: 'Publisher of the check',
  language: 'Language',
  source: 'Addresses of sources',
  tags: 'Tags',
}

export const dateFields: readonly string[] = ['stated', 'checked']
/** Only these may be in several columns. */
export const manyFields: readonly string[] = ['source', 'tags']
/** What has no place in the other publishers' checks, and in our claims. */
export const unusedBy: Record<ImportTarget, readonly ColumnField[]> = {
  claims: ['title', 'publisher', 'language'],
  checks: ['quote', 'role', 'place', 'rationale', 'checker', 'source', 'tags'],
}

export const dateOrders = ['dmy', 'mdy'] as const
export type DateOrder = (typeof dateOrders)[number]
export const orderWords: Record<DateOrder, string> = { dmy: 'Day first', mdy: 'Month first' }

/** Where a label of others lies between false and true. */
export const valueWords = ['False', 'Mostly false', 'Half true', 'Mostly true', 'True'] as const

/** The labels in the column of ratings with how often each stands there; undefined when they are too many, or none is. */
export const ratingLabels = (columns: readonly Column[], fields: readonly string[]): [string, number][] | undefined =>
  columns[fields.indexOf('rating')]?.values

/** Days that a file is kept which nobody has confirmed. */
export const draftDays = 14
