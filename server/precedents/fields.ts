import { z } from 'zod'
import { choice, line, optionalLine, optionalText, partialDate, text, webAddress } from '../http/fields.ts'
import { relationKinds } from './words.ts'

const values = ['', '1', '2', '3', '4', '5'] as const

/** The form that another publisher's check is entered with. */
export const OutsideForm = z
  .strictObject({
    publisher: line('Say who made the check.', 200),
    url: webAddress().refine((url) => url !== null, 'Give the address where the check can be read.'),
    title: line('Give the title of the check.', 500),
    claim: text('Write the claim that was checked.', 2_000),
    claimant: optionalLine(200),
    statedOn: partialDate(),
    checkedOn: partialDate(),
    ratingLabel: line('Say how it was rated, in the publisher’s own word.', 200),
    ratingValue: choice(values, 'Choose where the rating lies.'),
    language: line('Say in which language it is written, such as en.', 35),
  })
  .transform(({ url, ratingValue, ...rest }) => ({
    ...rest,
    url: url ?? '',
    ratingValue: ratingValue === '' ? null : Number(ratingValue),
  }))

/** The form that a relation is noted with. */
export const RelationForm = z.strictObject({
  kind: choice(relationKinds, 'Choose what this claim is to the other.'),
  other: line('Write the number of the other claim, such as 3-12.', 40),
})

/** Text that is asked about, from an address: too long a one is cut. */
export const askedText = (text = ''): string => text.replaceAll('\0', ' ').trim().slice(0, 5_000)

/** Why a verdict departs from a strong precedent; null when nothing is said. */
export const departureField = optionalText(1_000)
