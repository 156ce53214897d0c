import type { Scope } from '../../db/schema/index.ts'

export { scopes } from '../../db/schema/index.ts'
export type { Scope } from '../../db/schema/index.ts'

/** What each scope lets a program do. */
export const scopeWords: Record<Scope, string> = {
  read: 'Read articles, claims, evidence and decisions, and search',
  'articles:write': 'Take in articles, and edit what is known about them',
  'claims:write': 'Make and edit claims',
  'evidence:write': 'Add, edit and withdraw evidence',
}

/** The days after which a token may end, as a form offers them. */
export const lifetimes = ['7', '30', '90', '365'] as const

export const lifetimeWords: Record<(typeof lifetimes)[number], string> = {
  7: '7 days',
  30: '30 days',
  90: '90 days',
  365: 'A year',
}
