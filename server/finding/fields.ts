import { z } from 'zod'
import { setAsideReasons } from '../articles/words.ts'
import { choice, id } from '../http/fields.ts'

const noPlace = 'This does not say which words are meant. Open the article again.'
const offset = z
  .string(noPlace)
  .regex(/^\d{1,9}$/, noPlace)
  .transform(Number)
const place = { text: id(noPlace), start: offset, end: offset }

/** What is decided about a candidate. */
export const Decision = z.discriminatedUnion(
  'decision',
  [
    z.strictObject({ ...place, decision: z.literal('accepted') }),
    z.strictObject({
      ...place,
      decision: z.literal('set_aside'),
      reason: choice(setAsideReasons, 'Choose why it is not a claim.'),
    }),
  ],
  'Accept it, or set it aside with a reason.',
)
