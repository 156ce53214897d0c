import type { EventKind } from '../../db/schema/index.ts'

export { type EventKind, eventKinds } from '../../db/schema/index.ts'

export const eventKindWords: Record<EventKind, string> = {
  articles: 'Articles and sentences',
  claims: 'Claims and claimants',
  evidence: 'Sources and evidence',
  verdicts: 'Verdicts and decisions',
  people: 'People and settings',
  exports: 'Exports',
  sign_ins: 'Sign-ins',
}
