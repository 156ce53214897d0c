import type { Conn } from '../../db/conn.ts'
import type { Db } from '../../db/open.ts'
import { write } from '../../db/write.ts'
import { type Person, permit } from '../accounts/permissions.ts'
import { assignable, readPersonFor } from '../accounts/person.ts'
import { BadInput, Conflict } from '../errors.ts'
import { record } from '../history/record.ts'
import { counted } from '../values/count.ts'
import { giveClaim } from './assignment.ts'
import { countUnfinished, unfinishedOf } from './in-hand-store.ts'

/** What somebody has in hand, and who could take it over. */
export type InHand = { claims: number; others: { id: number; name: string }[] }

/** The claims a person has that are not decided or set aside, counted; and everyone else who can check, by name. */
export async function inHand(conn: Conn, personId: number): Promise<InHand> {
  const claims = await countUnfinished(conn, personId)
  const others = claims === 0 ? [] : (await assignable(conn)).filter(({ id }) => id !== personId)
  return { claims, others }
}

/** `claims` is how many there were when the form was made. */
export type HandOver = { from: number; to: number; claims: number }

/**
 * Gives everything that one person has and is not done with to another, in one transaction. Throws Forbidden, NotFound,
 * BadInput for somebody who cannot check, Conflict (`theirs.claims`) when the work has become more or less meanwhile.
 */
export function handOver(db: Db, person: Person, { from, to, claims }: HandOver): Promise<{ name: string }> {
  permit(person, 'claim.assign')
  return write(db, async (tx) => {
    const { name } = await readPersonFor(tx, person, from)
    const receiver = (await assignable(tx)).find(({ id }) => id === to && id !== from)
    if (!receiver) throw new BadInput({ to: 'This person cannot take the claims over. Choose somebody else.' })
    const work = await unfinishedOf(tx, from)
    if (work.length !== claims || claims === 0)
      throw new Conflict(nowHas(name, work.length), { claims: String(work.length) })
    for (const claim of work) await giveClaim(tx, person, claim, to)
    await record(tx, person, 'work.handed_over', { person: from }, { from, to, claims: work.length })
    return receiver
  })
}

const nowHas = (name: string, claims: number) =>
  `${name} has ${counted(claims, 'open claim')} now. Nothing was handed over. Look again, then decide.`
