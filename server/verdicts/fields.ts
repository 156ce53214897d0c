import { z } from 'zod'
import { id, optionalText, text } from '../http/fields.ts'
import { chooseRating, evidenceGone } from './finding.ts'

/** The ids of the evidence that was ticked: none, one or several. */
const ticks = z
  .union([z.string(), z.array(z.string())])
  .optional()
  .transform((given) => (given === undefined ? [] : [given].flat()))
  .pipe(z.array(id(evidenceGone)))

/** The form fields of what a checker found. */
export const findingFields = {
  rating: id(chooseRating),
  rationale: text('Say in one or two sentences why.', 600),
  explanation: optionalText(20_000),
  evidence: ticks,
  override: optionalText(1_000),
}
