import type { Conn } from '../../db/conn.ts'
import { type Person, can } from '../accounts/permissions.ts'
import { assignable } from '../accounts/person.ts'
import type { ClaimRecord } from './claim.ts'
import { listClaimants } from './claimant-store.ts'
import { listTags } from './tag-store.ts'

/** What a claim's form offers to choose from. */
export type Choices = { names: string[]; roles: string[]; tags: string[]; people: { id: number; name: string }[] }

// More would make the page heavy and no list of suggestions handier.
const most = 500

/** Known names, roles and tags, and the people whom this person may give the claim to. */
export async function readChoices(conn: Conn, person: Person, claim?: ClaimRecord): Promise<Choices> {
  const claimants = await listClaimants(conn, most)
  return {
    names: distinct(claimants.map((one) => one.name)),
    roles: distinct(claimants.map((one) => one.role)).filter(Boolean),
    tags: await listTags(conn, most),
    people: await peopleFor(conn, person, claim?.assignee ?? null),
  }
}

/** Everyone who can be given claims for an editor; for others themselves and whoever has it. */
export async function peopleFor(conn: Conn, person: Person, holder: { id: number; name: string } | null) {
  const people = await assignable(conn)
  const mine = can(person, 'claim.assign') ? people : people.filter((one) => one.id === person.id)
  const isThere = !holder || mine.some((one) => one.id === holder.id)
  return isThere ? mine : [...mine, holder]
}

const distinct = (texts: string[]): string[] => [...new Set(texts)]
