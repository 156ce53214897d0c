import { z } from 'zod'
import { partialDateProblem } from '../values/partial-date.ts'
import { readId } from '../values/row-id.ts'
import { writtenDate } from '../values/written-date.ts'

// C0 controls other than TAB and LF; they cannot be seen, and some tools cut the text there.
// eslint-disable-next-line no-control-regex
const hidden = /[\u0000-\u0008\u000B-\u001F\u007F]/

const plain = z
  .string()
  .default('')
  .refine(
    (text) => text.isWellFormed() && !hidden.test(text),
    'There is a hidden control character in this text. Delete it and type the text again.',
  )

// Something that can be seen: not only spaces, joiners and marks of direction.
const visible = /[^\s\p{Cc}\p{Cf}\p{Default_Ignorable_Code_Point}]/u

/** Text as typed, white space around it removed, with at least one visible character. Lengths are UTF-16 code units. */
export const text = (required: string, max = 2_000) =>
  plain
    .transform((value) => value.trim())
    .pipe(
      z
        .string()
        .refine((value) => visible.test(value), required)
        .max(max, tooLong(max)),
    )

/** The same for a field of one line, where browsers would drop a line break without a word. */
export const line = (required: string, max: number) => text(required, max).refine(isLine, oneLine)

/** Text exactly as it came, white space and all. */
export const verbatim = (required: string, max: number) =>
  plain.pipe(
    z
      .string()
      .refine((value) => visible.test(value), required)
      .max(max, tooLong(max)),
  )

/** Text that may be left out, or hold nothing to be seen: then null. */
export const optionalText = (max = 2_000) =>
  plain
    .transform((value) => value.trim())
    .pipe(z.string().max(max, tooLong(max)))
    .transform((value) => (visible.test(value) ? value : null))

/** One line that may be left out: then null. */
export const optionalLine = (max: number) =>
  optionalText(max).refine((value) => value === null || isLine(value), oneLine)

const isLine = (value: string) => !value.includes('\n')
const oneLine = 'This is a single line. Take the line break out.'

const tooLong = (max: number) => `This is too long: ${max.toLocaleString('en')} characters at most.`

/** A calendar date whose day or month may be unknown: `2025`, `2025-04` or `2025-04-23`, also typed as `23 April 2025`; null when left out. */
export const partialDate = () =>
  optionalText(40)
    .transform((value) => (value === null ? null : inDigits(value)))
    .superRefine((value, context) => {
      const problem = value && partialDateProblem(value)
      if (problem) context.addIssue({ code: 'custom', message: problem })
    })

function inDigits(text: string): string {
  const { year, month, day } = writtenDate(text) ?? {}
  return year === undefined
    ? text
    : [year, month, day]
        .filter((part) => part !== undefined)
        .map((part) => part.padStart(2, '0'))
        .join('-')
}

/** A whole date; null when left out. */
export const wholeDate = () =>
  partialDate().refine((value) => value === null || value.length === 10, 'Give the whole date, such as 2025-04-23.')

/** An http or https address; null when left out. */
export const webAddress = () =>
  optionalLine(2_000).refine(
    (value) => value === null || isWebAddress(value),
    'Give the whole address, starting with https:// or http://.',
  )

function isWebAddress(value: string): boolean {
  const url = URL.parse(value)
  return (
    url !== null &&
    // The parser would drop it without a word.
    !value.includes('\t') &&
    (url.protocol === 'https:' || url.protocol === 'http:') &&
    url.username === '' &&
    url.hostname !== ''
  )
}

/** One of a fixed set of words. */
export const choice = <const T extends readonly [string, ...string[]]>(words: T, message: string) =>
  z.enum(words, message)

/** A box that is ticked or not. */
export const ticked = () =>
  z
    .literal('yes')
    .optional()
    .transform((value) => value === 'yes')

/** The id of a row. */
export const id = (message: string) =>
  z.string(message).transform((text, context) => {
    const read = readId(text)
    if (read !== undefined) return read
    context.addIssue({ code: 'custom', message })
    return z.NEVER
  })

/** The id of a row, or null when nothing is chosen. */
export const optionalId = (message: string) =>
  z
    .union([z.literal('').transform(() => null), id(message)])
    .optional()
    .transform((value) => value ?? null)

/** A whole number between the two, typed as one. */
export const wholeNumber = ({ least, most }: { least: number; most: number }) =>
  line('Give a whole number.', 12)
    .transform((typed) => Number(typed.replaceAll(',', '')))
    .refine(
      (number) => Number.isInteger(number) && number >= least && number <= most,
      `Give a whole number from ${least} to ${most.toLocaleString('en')}.`,
    )

/** What is said of a field that the page fills in by itself. */
export const incomplete = 'This form is incomplete. Load the page again.'

/** The version of the row that the form was filled from. */
export const version = () => id(incomplete)

/** The number of the newest of some kind that the page knew of; 0 before the first. */
export const newestKnown = () =>
  z
    .string()
    .regex(/^\d{1,9}$/, incomplete)
    .transform(Number)

/** Those of a fixed set of words that are ticked, in the order of the set; at least one. */
export const someOf = <T extends string>(words: readonly [T, ...T[]], required: string) =>
  z
    .union([z.string().transform((one) => [one]), z.array(z.string())], required)
    .pipe(z.array(z.enum(words, required)))
    .transform((picked) => words.filter((word) => picked.some((one) => one === word)))

/** The form of a button alone. */
export const Nothing = z.strictObject({})
