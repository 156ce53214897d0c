import { z } from 'zod'
import {
  choice,
  id,
  optionalId,
  optionalLine,
  optionalText,
  partialDate,
  text,
  version,
  wholeDate,
} from '../http/fields.ts'
import { splitTags } from './tag.ts'
import { claimKinds, claimantKinds, priorities } from './words.ts'

/** Whether a claimant is a person or an organisation; null when it is not said. */
export const claimantKind = () =>
  choice(['', ...claimantKinds], 'Choose a person, an organisation, or neither.')
    .optional()
    .transform((kind) => kind || null)

const details = {
  statement: text('Write the claim as one sentence that stands alone.', 1_000),
  claimant: optionalLine(200),
  claimantRole: optionalLine(200),
  claimantKind: claimantKind(),
  reportedBy: optionalLine(200),
  claimedOn: partialDate(),
  claimedPlace: optionalLine(300),
  kind: choice(claimKinds, 'Choose what kind of claim it is.'),
  priority: choice(['1', '2', '3'], 'Choose a priority.').transform((value) => priorities[Number(value) - 1] ?? 2),
  tags: optionalText(1_000).transform((value, context) => {
    const { tags, problem } = splitTags(value ?? '')
    if (problem) context.addIssue({ code: 'custom', message: problem })
    return tags
  }),
  assignee: optionalId('Choose somebody from the list.'),
  dueOn: wholeDate(),
}

/** What to do about a place that is not in any text. */
export const noPlace = 'This does not say which words of the article are meant. Select them in the article again.'
/** A place in a text, in UTF-16 code units. */
export const offset = z
  .string(noPlace)
  .regex(/^\d{1,9}$/, noPlace)
  .transform(Number)
const place = { article: id(noPlace), start: offset, end: offset }

/** Where a claim is made, as an address says it; whatever else stands there does not matter. */
export const Place = z.object(place)
/** The form that a claim is made with. */
export const NewClaimForm = z
  .strictObject({ ...details, ...place, text: id(noPlace), candidate: optionalLine(40) })
  .superRefine(nameWithRole)
/** The form that a claim is edited with. */
export const EditedClaim = z.strictObject({ ...details, version: version() }).superRefine(nameWithRole)

type Said = { claimant: string | null; claimantRole: string | null; claimantKind: string | null }

function nameWithRole({ claimant, claimantRole, claimantKind }: Said, context: z.RefinementCtx): void {
  if (claimant) return
  const missing = (message: string) => context.addIssue({ code: 'custom', path: ['claimant'], message })
  if (claimantRole) missing('Give the name of whoever has this role.')
  else if (claimantKind) missing('Give the name of this person or organisation.')
}
