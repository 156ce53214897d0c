import { type Person, can } from '../accounts/permissions.ts'
import { comparable } from '../claims/comparable.ts'
import { canSetAside, movesByHand, returnsTo, stateWhenGiven } from '../claims/states.ts'
import { changedTags, mostTags } from '../claims/tag.ts'
import { type ClaimState, type Priority, stateWords } from '../claims/words.ts'
import type { BulkChange, BulkMove } from './change.ts'

/** What a change of many claims can change of one; `reason` is why it is set aside. */
export type Facts = {
  assignee: number | null
  dueOn: string | null
  priority: Priority
  tags: string[]
  state: ClaimState
  reason: string | null
}

/** A claim as far as such changes look at it. */
export type Subject = {
  assignee: { id: number; name: string } | null
  dueOn: string | null
  priority: Priority
  tags: string[]
  state: ClaimState
  stateBefore: ClaimState | null
  setAsideReason: string | null
}

/** What changes of a claim, before and after; or, as words after its number, why it is left alone. */
export type Outcome = { before: Partial<Facts>; after: Partial<Facts> } | { why: string }

/** What a change does to one claim; it does all of it or nothing. */
export function outcomeFor(person: Person, claim: Subject, change: BulkChange): Outcome {
  const isBack = change.move === 'back'
  if (claim.state === 'set_aside' && !isBack) return { why: 'is set aside' }
  if (isBack && claim.state !== 'set_aside') return { why: 'is not set aside' }
  const holder = claim.assignee
  const isGiven = change.assignee !== undefined && (holder?.id ?? null) !== change.assignee
  if (isGiven && holder && holder.id !== person.id && !can(person, 'claim.assign'))
    return { why: `belongs to ${holder.name}` }
  const given = isGiven ? stateWhenGiven(claim.state, { to: change.assignee ?? null, by: person.id }) : claim.state
  const state = stateAfter(claim, given, change.move)
  if (state === undefined)
    return { why: `is ${stateWords[claim.state].toLowerCase()}, so it cannot ${aims[change.move ?? 'open']}` }
  const now = factsOf(claim)
  const then = {
    ...now,
    ...sharedAfter(claim, change),
    state,
    reason: state === 'set_aside' ? (change.reason ?? null) : null,
  }
  if (change.assignee !== undefined) then.assignee = change.assignee
  if (then.tags.length > mostTags) return { why: `would have more than ${mostTags} tags` }
  const keys = (Object.keys(now) as (keyof Facts)[]).filter((key) => !isSame(now, then, key))
  return keys.length === 0 ? { why: 'is so already' } : { before: pick(now, keys), after: pick(then, keys) }
}

const aims: Record<BulkMove, string> = {
  open: 'become open by hand',
  checking: 'go into checking by hand',
  set_aside: 'be set aside',
  back: 'come back',
}

// Undefined where no move leads there. `given` is the state when it has been given away.
function stateAfter(
  { state, stateBefore }: Subject,
  given: ClaimState,
  move: BulkMove | undefined,
): ClaimState | undefined {
  if (move === undefined) return given
  if (move === 'back') return returnsTo(stateBefore)
  if (move === 'set_aside') return canSetAside(state) ? move : undefined
  return state === move || movesByHand(state).includes(move) ? move : undefined
}

function sharedAfter({ dueOn, priority, tags }: Subject, change: BulkChange) {
  const touched = change.addTags !== undefined || change.takeTags !== undefined
  return {
    dueOn: change.dueOn === undefined ? dueOn : change.dueOn,
    priority: change.priority ?? priority,
    tags: touched ? changedTags(tags, { add: change.addTags ?? [], take: change.takeTags ?? [] }) : tags,
  }
}

const factsOf = ({ assignee, dueOn, priority, tags, state, setAsideReason }: Subject): Facts => ({
  assignee: assignee?.id ?? null,
  dueOn,
  priority,
  tags,
  state,
  reason: setAsideReason,
})

/** What was changed again since `after`; undefined when all of it still stands. */
export const changedSince = (claim: Subject, after: Partial<Facts>): keyof Facts | undefined =>
  (Object.keys(after) as (keyof Facts)[]).find((key) => !isSame(factsOf(claim), after, key))

function isSame(one: Partial<Facts>, other: Partial<Facts>, key: keyof Facts): boolean {
  if (key !== 'tags') return one[key] === other[key]
  const keyed = (tags: string[] = []) => tags.map(comparable).sort().join('\n')
  return keyed(one.tags) === keyed(other.tags)
}

const pick = (facts: Facts, keys: (keyof Facts)[]): Partial<Facts> =>
  Object.fromEntries(keys.map((key) => [key, facts[key]]))
