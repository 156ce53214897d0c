import type { Conn, Tx } from '../../db/conn.ts'
import type { Db } from '../../db/open.ts'
import { write } from '../../db/write.ts'
import { type Person, permit } from '../accounts/permissions.ts'
import { claimOfEvidence } from '../evidence/evidence.ts'
import { Conflict, missing } from '../errors.ts'
import { aboutClaim } from '../history/events.ts'
import { record } from '../history/record.ts'
import { findSearch, insertSearch, markWithdrawn, standingEvidence, standingSearches } from './store.ts'
import type { Side } from './words.ts'

/** Somebody looked for evidence on one side of a claim and found none; `note` says where. */
export type Search = Awaited<ReturnType<typeof standingSearches>>[number]

/** What was looked for and not found on a claim, newest first, without what was taken back. */
export const searchesOf = (conn: Conn, claimId: number): Promise<Search[]> => standingSearches(conn, claimId)

type NewSearch = { claimId: number; side: Side; note: string }

/**
 * Notes that the person looked on that side and found nothing. Throws Conflict when the claim has evidence on that side, is
 * set aside, or the same was noted before.
 */
export function noteSearch(db: Db, person: Person, input: NewSearch): Promise<number> {
  permit(person, 'readiness.record')
  return write(db, (tx) => addSearch(tx, person, input))
}

async function addSearch(tx: Tx, actor: { id: number }, { claimId, side, note }: NewSearch): Promise<number> {
  const claim = await claimOfEvidence(tx, claimId)
  if (claim.state === 'set_aside') throw new Conflict('This claim is set aside. Take it up again first.')
  const against = (await standingEvidence(tx, claimId)).some(({ stance }) => stance === side)
  if (against) throw new Conflict(`There is evidence that ${side} the claim. Withdraw it first, if it does not hold.`)
  const known = await standingSearches(tx, claimId)
  if (known.some((one) => one.side === side && one.note === note && one.person.id === actor.id))
    throw new Conflict('You have noted this already.')
  const search = await insertSearch(tx, { claimId, side, note, personId: actor.id })
  await record(tx, actor, 'search.recorded', aboutClaim(claim), { search, side, note })
  return search
}

/** One search with its claim, taken back or not. Throws NotFound. */
export async function readSearch(conn: Conn, id: number) {
  return (await findSearch(conn, id)) ?? missing('search')
}

/** Takes it back; the history keeps that it was noted. Throws NotFound, and Conflict when it was taken back before. */
export function withdrawSearch(db: Db, person: Person, id: number): Promise<void> {
  permit(person, 'readiness.record')
  return write(db, async (tx) => {
    const { claim, side, withdrawnAt } = await readSearch(tx, id)
    if (withdrawnAt) throw new Conflict('This was taken back already.')
    await markWithdrawn(tx, id)
    await record(tx, person, 'search.withdrawn', aboutClaim(claim), { search: id, side })
  })
}
