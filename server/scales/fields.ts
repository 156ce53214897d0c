import { z } from 'zod'
import { choice, id, line, text, version } from '../http/fields.ts'
import { axisValues, shapes, tones } from './words.ts'

/** The form of a scale that is new. */
export const ScaleFields = z.strictObject({ name: line('Give the scale a name.', 60) })

/** The form of a scale that is there. */
export const ScaleEdit = ScaleFields.extend({ version: version() })

/** The form of a rating; no value means that it lies off the truth axis, no place that it comes last. */
export const RatingFields = z.strictObject({
  label: line('Write the word that stands on the badge.', 40),
  definition: text('Say when a claim gets this rating, so that two people choose the same.', 400),
  value: z
    .union([z.literal('').transform(() => null), z.enum(axisValues).transform(Number)], 'Choose a number, or none.')
    .default(null),
  tone: choice(tones, 'Choose a colour.'),
  shape: choice(shapes, 'Choose a shape.'),
  place: z.union([z.literal('').transform(() => null), id('Choose a place.')]).default(null),
  version: version(),
})
