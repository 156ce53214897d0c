import type { AttemptOutcome, AttemptPurpose, AttemptWay } from '../../db/schema/index.ts'

export { attemptOutcomes, attemptPurposes, attemptWays } from '../../db/schema/index.ts'
export type { AttemptOutcome, AttemptPurpose, AttemptWay } from '../../db/schema/index.ts'

export const purposeWords: Record<AttemptPurpose, string> = {
  reply: 'Right of reply',
  correction: 'Request to correct',
}

export const wayWords: Record<AttemptWay, string> = {
  email: 'Email',
  phone: 'Phone',
  message: 'Message',
  letter: 'Letter',
  form: 'Contact form',
  in_person: 'In person',
  other: 'Other',
}

export const outcomeWords: Record<AttemptOutcome, string> = {
  waiting: 'Waiting for an answer',
  answered: 'Answered',
  declined: 'Declined to answer',
  no_answer: 'No answer by the deadline',
  corrected: 'Corrected what was published',
}
