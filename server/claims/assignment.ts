import type { Tx } from '../../db/conn.ts'
import type { Db } from '../../db/open.ts'
import { write } from '../../db/write.ts'
import { type Person, can, permit } from '../accounts/permissions.ts'
import { assignable } from '../accounts/person.ts'
import { BadInput, Conflict } from '../errors.ts'
import { aboutClaim } from '../history/events.ts'
import { record } from '../history/record.ts'
import { notify } from '../notifications/notification.ts'
import { type ClaimRecord, readClaim } from './claim.ts'
import { moveClaim } from './move.ts'
import { stateWhenGiven } from './states.ts'
import { updateClaim } from './store.ts'

type Assignee = { id: number; name: string }

/** Gives the claim to somebody, or to nobody (null). Throws as `assignUntil` does. */
export function assignClaim(db: Db, person: Person, id: number, assigneeId: number | null): Promise<ClaimRecord> {
  return assignUntil(db, person, id, { assigneeId, dueOn: undefined })
}

/** Who is to check a claim, and by which day; a day of `undefined` leaves it as it is. */
export type Assignment = { assigneeId: number | null; dueOn: string | null | undefined }

/**
 * Gives the claim away and says when it is due. Taking an open claim starts its checking, giving it back ends it.
 * Throws Conflict when somebody else was quicker, Forbidden when it is not theirs to give.
 */
export function assignUntil(db: Db, person: Person, id: number, assignment: Assignment): Promise<ClaimRecord> {
  const { assigneeId, dueOn } = assignment
  permit(person, 'claim.take')
  return write(db, async (tx) => {
    const claim = await readClaim(tx, id)
    permitAssignment(person, claim.assignee, assigneeId)
    if (claim.state === 'set_aside') throw new Conflict('The claim is set aside. Bring it back first.')
    if (dueOn !== undefined && dueOn !== claim.dueOn) await changeDue(tx, person, claim, dueOn)
    if ((claim.assignee?.id ?? null) !== assigneeId) {
      await refuseUnassignable(tx, assigneeId)
      await giveClaim(tx, person, claim, assigneeId)
    }
    return readClaim(tx, id)
  })
}

type Due = Pick<ClaimRecord, 'id' | 'articleId' | 'dueOn' | 'version'>

/** Says inside a transaction by which day the claim is to be checked. Throws Forbidden. */
async function changeDue(tx: Tx, person: Person, claim: Due, dueOn: string | null): Promise<void> {
  permit(person, 'claim.edit')
  await updateClaim(tx, claim.id, { dueOn, version: claim.version + 1 })
  await record(tx, person, 'claim.edited', aboutClaim(claim), { before: { dueOn: claim.dueOn }, after: { dueOn } })
}

type Given = Pick<ClaimRecord, 'id' | 'articleId' | 'assignee' | 'state' | 'version'>

/** Gives a claim to somebody or to nobody inside a transaction, whoever may: taking an open claim starts its checking, giving it back ends it. */
export async function giveClaim(tx: Tx, person: Person, claim: Given, after: number | null): Promise<void> {
  await passClaim(tx, person, claim, after)
  await moveClaim(tx, person, claim, stateWhenGiven(claim.state, { to: after, by: person.id }))
}

/** The same without what it means for the state. */
export async function passClaim(tx: Tx, person: Person, claim: Given, after: number | null): Promise<void> {
  await updateClaim(tx, claim.id, { assigneeId: after, version: claim.version + 1 })
  await recordAssignment(tx, person, claim, after)
}

/** Checkers take for themselves what nobody has, and give back what they have; editors give anything to anyone. */
export function permitAssignment(person: Person, before: Assignee | null, after: number | null): void {
  if ((before?.id ?? null) === after || can(person, 'claim.assign')) return
  permit(person, 'claim.take')
  if (after === person.id && before) throw new Conflict(`${before.name} already took this claim.`)
  if (after !== person.id && (after !== null || before?.id !== person.id)) permit(person, 'claim.assign')
}

/** Throws BadInput for somebody who cannot check claims (any more). */
export async function refuseUnassignable(tx: Tx, assigneeId: number | null): Promise<void> {
  if (assigneeId === null) return
  const people = await assignable(tx)
  if (!people.some((one) => one.id === assigneeId))
    throw new BadInput({ assignee: 'This person cannot check claims. Choose somebody else.' })
}

/** Writes down who had the claim and who has it now, and tells whoever was given it. */
export async function recordAssignment(
  tx: Tx,
  person: Person,
  claim: Pick<ClaimRecord, 'id' | 'articleId' | 'assignee'>,
  after: number | null,
): Promise<void> {
  const told = { before: claim.assignee?.id ?? null, after }
  const seq = await record(tx, person, 'claim.assigned', aboutClaim(claim), told)
  if (after !== null) await notify(tx, [after], 'assigned', { seq, claimId: claim.id }, person)
}
