import { z } from 'zod'
import { choice, id, optionalLine, optionalText, text, version } from '../http/fields.ts'
import { sourceFields } from '../sources/fields.ts'
import { passageOf, splitTextFragment } from '../text/text-fragment.ts'
import { type EvidenceText, nothingSaid } from './evidence.ts'
import { stances } from './words.ts'

/** The form fields of evidence. */
const evidenceFields = {
  stance: choice(stances, 'Say what the source does for the claim: supports, refutes or context.'),
  passage: optionalText(20_000),
  locator: optionalLine(300),
  note: optionalText(5_000),
}

type Said = Partial<Pick<EvidenceText, 'passage' | 'note'>>

/** The rule that evidence quotes or explains something, told together with whatever else is wrong. */
const saysSomething: [(said: Said) => boolean, { path: string[]; error: string; when: () => boolean }] = [
  ({ passage, note }) => Boolean(passage || note),
  { path: ['passage'], error: nothingSaid, when: () => true },
]

/** The form that evidence is edited with. */
export const EditedEvidence = z.strictObject({ ...evidenceFields, version: version() }).refine(...saysSomething)

/** The form that evidence is withdrawn with. */
export const WithdrawnEvidence = z.strictObject({
  reason: text('Say why it is withdrawn: colleagues will ask.', 1_000),
})

const fromAddress = { from_address: z.literal('yes').optional() }
const search = { source_q: optionalLine(200), find: z.literal('yes').optional() }
const unread = Object.fromEntries(Object.keys(sourceFields).map((name) => [name, z.unknown().optional()]))

/** Evidence from a source that was chosen; what stands in the fields of a new one does not matter. */
export const FromChosen = z
  .strictObject({ ...unread, ...search, ...evidenceFields, source: id('Choose a source, or “A new source”.') })
  .refine(...saysSomething)
  .transform(({ source, stance, passage, locator, note }) => ({ source, text: { stance, passage, locator, note } }))

/**
 * Evidence together with the source it is from. An address with a text fragment gives the passage where none is typed;
 * `isFromAddress` says that it did.
 */
export const FromNew = z.preprocess(
  passageFromAddress,
  z
    .strictObject({ ...sourceFields, ...search, ...evidenceFields, source: z.literal('new'), ...fromAddress })
    .refine(...saysSomething)
    .transform(
      ({ stance, passage, locator, note, from_address, source_q: _q, find: _find, source: _new, ...source }) => ({
        source,
        text: { stance, passage, locator, note },
        isFromAddress: from_address === 'yes',
      }),
    ),
)

function passageFromAddress(typed: unknown): unknown {
  if (!isForm(typed) || typeof typed.url !== 'string' || typed.passage !== '') return typed
  const { address, directives } = splitTextFragment(typed.url)
  const passage = directives.map(passageOf).join(' […] ')
  return passage === '' ? typed : { ...typed, url: address, passage, from_address: 'yes' }
}

const isForm = (typed: unknown): typed is Record<string, unknown> => typeof typed === 'object' && typed !== null
