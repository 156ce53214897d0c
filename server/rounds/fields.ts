import { z } from 'zod'
import { choice, id, optionalId, optionalText, text } from '../http/fields.ts'
import { chooseRating } from '../verdicts/finding.ts'
import { findingFields } from '../verdicts/fields.ts'
import { chooseRationale, chooseStanding } from './settle.ts'
import { differences, independences } from './words.ts'

/** The form fields of how a claim is judged: null is as its article says. */
export const IndependenceForm = z.strictObject({
  independent: choice(independences, 'Choose how the claim is judged.').transform((said) =>
    said === '' ? null : said === 'yes',
  ),
})

/** The form fields of who the two checkers are. */
export const CheckersForm = z
  .strictObject({ first: id('Choose the first checker.'), second: id('Choose the second checker.') })
  .transform(({ first, second }) => ({ firstId: first, secondId: second }))

/** The form fields of calling a round off. */
export const CancellationForm = z.strictObject({ reason: text('Say why it is called off.', 500) })

/** The form fields of confirming two verdicts that agree. */
export const AgreementForm = z.strictObject({ verdict: id(chooseRationale) })

/** The form fields of deciding between two verdicts; what stands in those of a verdict of one's own matters only for that. */
export const AdjudicationForm = z
  .strictObject({
    stands: choice(['first', 'second', 'own'], chooseStanding),
    difference: choice(differences, 'Say why they differed.'),
    note: text('Say in a sentence or two what made the difference.', 1_000),
    ...findingFields,
    rating: optionalId(chooseRating),
    rationale: optionalText(600),
  })
  .superRefine(({ stands, rating, rationale }, context) => {
    if (stands !== 'own') return
    const missing = (path: string, message: string) => context.addIssue({ code: 'custom', path: [path], message })
    if (rating === null) missing('rating', chooseRating)
    if (rationale === null) missing('rationale', 'Say in one or two sentences why.')
  })
  .transform(({ stands, difference, note, rating, rationale, ...rest }) => ({
    stands,
    difference,
    note,
    finding: { ...rest, ratingId: rating ?? 0, rationale: rationale ?? '' },
  }))
