import type { Conn, Tx } from '../../db/conn.ts'
import type { Db } from '../../db/open.ts'
import { write } from '../../db/write.ts'
import { type Person, can, permit } from '../accounts/permissions.ts'
import { assignable } from '../accounts/person.ts'
import { BadInput } from '../errors.ts'
import { changeDue, giveClaim, refuseUnassignable } from './assignment.ts'
import { type BulkClaim, bulkClaims } from './bulk-store.ts'

export type { BulkClaim } from './bulk-store.ts'

/** What is done to many claims at once; undefined leaves it as it is, null is nobody or no date. */
export type BulkChange = { assignee: number | null | undefined; dueOn: string | null | undefined }

/** A claim that is left as it is, and why. */
export type Left = { claim: BulkClaim; why: string }

/** What a change would do to each claim; `assignee` is who would get them. */
export type BulkPlan = { changes: BulkClaim[]; left: Left[]; assignee: { id: number; name: string } | undefined }

/** Says what a change would do, and does nothing. Claims that do not exist are passed over. Throws as `changeInBulk` does. */
export async function planBulk(conn: Conn, person: Person, ids: number[], change: BulkChange): Promise<BulkPlan> {
  permitBulk(person, change)
  const people = await assignable(conn)
  const assignee = people.find(({ id }) => id === change.assignee)
  if (typeof change.assignee === 'number' && !assignee)
    throw new BadInput({ assignee: 'This person cannot check claims. Choose somebody else.' })
  const plan: BulkPlan = { changes: [], left: [], assignee }
  for (const claim of await bulkClaims(conn, ids)) {
    const why = whyLeft(person, claim, change)
    if (why) plan.left.push({ claim, why })
    else plan.changes.push(claim)
  }
  return plan
}

/** `version` is the one that the person has seen. */
export type Chosen = { id: number; version: number }

/**
 * Gives claims to somebody and sets when they are due, all in one transaction. A claim that a colleague changed meanwhile,
 * or that cannot be changed so, is left alone and returned. Throws Forbidden, BadInput for somebody who cannot check.
 */
export function changeInBulk(
  db: Db,
  person: Person,
  chosen: Chosen[],
  change: BulkChange,
): Promise<{ changed: number; left: Left[] }> {
  permitBulk(person, change)
  return write(db, async (tx) => {
    await refuseUnassignable(tx, change.assignee ?? null)
    const seen = new Map(chosen.map(({ id, version }) => [id, version]))
    const claims = await bulkClaims(tx, [...seen.keys()])
    const left: Left[] = []
    for (const claim of claims) {
      const why = claim.version === seen.get(claim.id) ? whyLeft(person, claim, change) : 'was changed meanwhile'
      if (why) left.push({ claim, why })
      else await changeOne(tx, person, claim, change)
    }
    return { changed: claims.length - left.length, left }
  })
}

function permitBulk(person: Person, { assignee, dueOn }: BulkChange): void {
  if (dueOn !== undefined) permit(person, 'claim.edit')
  permit(person, typeof assignee === 'number' && assignee !== person.id ? 'claim.assign' : 'claim.take')
}

/** Why a claim stays as it is, as words after its number, or undefined. */
function whyLeft(person: Person, claim: BulkClaim, change: BulkChange): string | undefined {
  const holder = claim.assignee
  const given = change.assignee !== undefined && (holder?.id ?? null) !== change.assignee
  const dated = change.dueOn !== undefined && claim.dueOn !== change.dueOn
  if (claim.state === 'set_aside') return 'is set aside'
  if (!given && !dated) return 'is so already'
  if (given && holder && holder.id !== person.id && !can(person, 'claim.assign')) return `belongs to ${holder.name}`
  return undefined
}

async function changeOne(tx: Tx, person: Person, claim: BulkClaim, { assignee, dueOn }: BulkChange): Promise<void> {
  if (dueOn !== undefined && dueOn !== claim.dueOn) await changeDue(tx, person, claim, dueOn)
  if (assignee !== undefined && assignee !== (claim.assignee?.id ?? null)) await giveClaim(tx, person, claim, assignee)
}
