import type { ClaimKind, ClaimantKind } from '../db/schema/index.ts'

/** Who says something, and as what. No `kind`: nobody knows who is behind the name. */
export type Speaker = { name: string; role: string; kind?: ClaimantKind }

/**
 * One claim of the sample article. `quote` is verbatim; `after` is text that stands before it, where its words occur more
 * than once. No `by`: the article itself says so. Place and day are given as far as the text gives them.
 */
export type SampleClaim = {
  quote: string
  after?: string
  statement: string
  by?: Speaker
  reportedBy?: Speaker
  place?: string
  kind: ClaimKind
  tags?: string[]
}

export const trump: Speaker = { name: 'Donald Trump', role: 'US President', kind: 'person' }
export const putin: Speaker = { name: 'Vladimir Putin', role: 'Russian President', kind: 'person' }
export const healey: Speaker = { name: 'John Healey', role: 'British Defence Secretary', kind: 'person' }
export const intelligence: Speaker = { name: 'British military intelligence', role: '', kind: 'organisation' }
export const russia: Speaker = { name: 'Russia', role: '', kind: 'organisation' }
export const financialTimes: Speaker = { name: 'Financial Times', role: '', kind: 'organisation' }
