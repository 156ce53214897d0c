import { z } from 'zod'
import { comparable } from '../claims/comparable.ts'
import { splitTags } from '../claims/tag.ts'
import { claimStates, priorities } from '../claims/words.ts'
import { optionalLine, optionalText, ticked, wholeDate } from '../http/fields.ts'
import { readId } from '../values/row-id.ts'
import { type BulkChange, type Chosen, bulkMoves, mostChosen } from './change.ts'

const noClaims = 'Go back to the list and tick the claims that you mean.'

// The id; on the page that says what would happen also the version and the state that were seen there.
const oneClaim = z
  .string()
  .regex(/^[1-9]\d{0,14}(:\d{1,9}(:[0-6])?)?$/, noClaims)
  .transform((text): Chosen => {
    const [id, version, state] = text.split(':')
    return { id: Number(id), version: Number(version ?? 0), state: claimStates[Number(state ?? 0)] ?? 'candidate' }
  })

const tags = () =>
  optionalText(1_000).transform((value, context) => {
    const { tags: found, problem } = splitTags(value ?? '')
    if (problem) context.addIssue({ code: 'custom', message: problem })
    return found
  })

/** The claims that are meant, what shall be done to them, and the list they were chosen in. */
export const BulkForm = z
  .strictObject({
    // Each box that is ticked sends one; the page that asks again sends them all in one field.
    claim: z
      .union([z.string(), z.array(z.string())])
      .default('')
      .transform((value) => [value].flat().join(',').split(',').filter(Boolean))
      .pipe(z.array(oneClaim).max(mostChosen, noClaims)),
    all: ticked(),
    list: optionalText(4_000),
    assignee: z.string().default(''),
    due: wholeDate(),
    noDue: ticked(),
    priority: z.enum(['', '1', '2', '3'], 'Choose a priority from the list.').default(''),
    addTags: tags(),
    takeTags: tags(),
    move: z.enum(['', ...bulkMoves], 'Choose a state from the list.').default(''),
    reason: optionalLine(500),
  })
  .superRefine((typed, context) => {
    const wrong = (path: string, message: string) => context.addIssue({ code: 'custom', path: [path], message })
    if (typed.claim.length === 0 && !typed.all) wrong('claim', noClaims)
    if (typed.due && typed.noDue) wrong('due', 'Give a day or tick “No due date”, not both.')
    if (typed.move === 'set_aside' && !typed.reason) wrong('reason', 'Say why the claims are not checked.')
    if (typed.move !== 'set_aside' && typed.reason)
      wrong('reason', 'A reason is for setting claims aside. Choose that state, or take the reason out.')
    const taken = new Set(typed.takeTags.map(comparable))
    if (typed.addTags.some((tag) => taken.has(comparable(tag))))
      wrong('takeTags', 'The same tag stands in both fields. Take it out of one.')
  })
  .transform(({ claim, all, list, ...typed }, context) => {
    const change = changeOf(typed)
    if (Object.keys(change).length === 0)
      context.addIssue({ code: 'custom', path: ['assignee'], message: 'Say what is to become of the claims.' })
    return { chosen: [...new Map(claim.map((one) => [one.id, one])).values()], all, change, list: list ?? '' }
  })

type Typed = {
  assignee: string
  due: string | null
  noDue: boolean
  priority: '' | '1' | '2' | '3'
  addTags: string[]
  takeTags: string[]
  move: '' | (typeof bulkMoves)[number]
  reason: string | null
}

function changeOf({ assignee, due, noDue, priority, addTags, takeTags, move, reason }: Typed): BulkChange {
  const whom = assignee === 'none' ? null : readId(assignee)
  const level = priorities.find((one) => String(one) === priority)
  return {
    ...(whom !== undefined && { assignee: whom }),
    ...(noDue ? { dueOn: null } : due !== null && { dueOn: due }),
    ...(level !== undefined && { priority: level }),
    ...(addTags.length > 0 && { addTags }),
    ...(takeTags.length > 0 && { takeTags }),
    ...(move !== '' && { move }),
    ...(move === 'set_aside' && reason !== null && { reason }),
  }
}
