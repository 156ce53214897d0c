import type { ArticleKind } from '../../db/schema/index.ts'

export { articleKinds, triages } from '../../db/schema/index.ts'
export type { ArticleKind, Block, Triage } from '../../db/schema/index.ts'

export const articleKindWords: Record<ArticleKind, string> = {
  article: 'Article',
  speech: 'Speech',
  transcript: 'Transcript',
  post: 'Post',
}

/** Why a sentence is set aside. */
export const setAsideReasons = [
  'opinion',
  'prediction',
  'question',
  'not_checkable',
  'common_knowledge',
  'checked_elsewhere',
  'other',
] as const
export type SetAsideReason = (typeof setAsideReasons)[number]

export const setAsideWords: Record<SetAsideReason, string> = {
  opinion: 'Opinion',
  prediction: 'Prediction',
  question: 'Question',
  not_checkable: 'Not checkable',
  common_knowledge: 'Common knowledge',
  checked_elsewhere: 'Checked elsewhere',
  other: 'Other',
}
