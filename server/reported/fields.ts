import { z } from 'zod'
import { optionalLine, text, webAddress } from '../http/fields.ts'
import { longestError } from './words.ts'

// Only so that what was typed wrong is seen; whether somebody reads there nobody can tell.
const email = optionalLine(254).refine(
  (value) => value === null || /^[^\s@]+@[^\s@]+\.[^\s@]+$/.test(value),
  'This is no e-mail address. Leave it empty, or write it as in name@example.org.',
)

/** When a form was made, in milliseconds since 1970; NaN for what is no time. */
export const madeAt = (text: string): number => (/^\d{1,15}$/.test(text) ? Number(text) : NaN)

/** What readers send. */
export const ErrorForm = z.strictObject({
  about: z.string().max(500).default(''),
  made: z.string().default('').transform(madeAt),
  what: text('Write what is wrong.', longestError),
  link: webAddress(),
  email,
  website: z.literal('', 'This field is there for programs that fill in everything. Leave it empty.').default(''),
})
