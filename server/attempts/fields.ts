import { z } from 'zod'
import { choice, line, optionalText, ticked, wholeDate } from '../http/fields.ts'
import { attemptOutcomes, attemptPurposes, attemptWays } from './words.ts'

/** A whole date that cannot be left out. */
const neededDate = (required: string) =>
  wholeDate().transform((value, context) => {
    if (value !== null) return value
    context.addIssue({ code: 'custom', message: required })
    return z.NEVER
  })

/** The form fields of an attempt to reach somebody. */
export const attemptFields = {
  purpose: choice(attemptPurposes, 'Say why you asked.'),
  whom: line('Say whom you asked.', 300),
  way: choice(attemptWays, 'Say how you asked.'),
  asked: optionalText(5_000),
  askedOn: neededDate('Say on which day you asked.'),
  deadlineOn: wholeDate(),
  outcome: choice(attemptOutcomes, 'Say what came of it so far.'),
  answer: optionalText(10_000),
  answeredOn: wholeDate(),
  public: ticked(),
}
