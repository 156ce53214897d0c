import type { ErrorOutcome } from '../../db/schema/index.ts'

export { errorOutcomes } from '../../db/schema/index.ts'
export type { ErrorOutcome } from '../../db/schema/index.ts'

export const errorOutcomeWords: Record<ErrorOutcome, string> = { answered: 'Answered', dismissed: 'Dismissed' }

export const errorOutcomeMeanings: Record<ErrorOutcome, string> = {
  answered: 'You looked into it: corrected what was published, or wrote back.',
  dismissed: 'There is nothing to do: no error, or nothing that can be looked into.',
}

/** The longest that may be sent, in UTF-16 code units. */
export const longestError = 4_000

/** Where readers report an error, with the address of the page that it is about. */
export const errorFormAddress = (about = ''): string =>
  about === '' ? '/report-an-error' : `/report-an-error?about=${encodeURIComponent(about)}`
