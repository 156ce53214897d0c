import { z } from 'zod'
import { sentText } from '../articles/fields.ts'
import { id, incomplete } from '../http/fields.ts'

/** The form that a new version is looked at with. */
export const NewVersionForm = (fileProblem: string | undefined) => z.strictObject(sentText(fileProblem))

const place = z
  .string(incomplete)
  .regex(/^\d{1,15}:\d{1,9}-\d{1,9}$/, incomplete)
  .transform((value) => {
    const [claim = 0, start = 0, end = 0] = value.split(/[:-]/).map(Number)
    return { claim, start, end }
  })

/** The form that a new version is taken in with: the text again, what it was compared with, and the places confirmed. */
export const ConfirmedVersionForm = z.strictObject({
  ...sentText(undefined),
  base: id(incomplete),
  place: z
    .union([z.array(place), place.transform((one) => [one])])
    .optional()
    .transform((places) => places ?? []),
})
