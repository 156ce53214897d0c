import type { Conn, Tx } from '../../db/conn.ts'
import type { Db } from '../../db/open.ts'
import { write } from '../../db/write.ts'
import { type Person, can, permit } from '../accounts/permissions.ts'
import { Conflict, missing } from '../errors.ts'
import { aboutClaim } from '../history/events.ts'
import { record } from '../history/record.ts'
import { notify } from '../notifications/notification.ts'
import {
  type ToFlag,
  citingClaims,
  claimsWithItsSources,
  closeFlag,
  findFlag,
  flagRows,
  flagsFor,
  insertFlag,
} from './flag-store.ts'

type Raised = { correctionId: number; claimId: number }

/**
 * Flags every claim that may rest on what was corrected, inside its transaction: those that cite the claim, and those with
 * evidence from a source of it. Whoever has the claim, else its checker, is told. No source is named.
 */
export async function raiseFlags(tx: Tx, actor: { id: number }, { correctionId, claimId }: Raised): Promise<void> {
  const citing = await citingClaims(tx, claimId)
  const flagged = new Set(citing.map(({ id }) => id))
  const sharing = (await claimsWithItsSources(tx, claimId)).filter(({ id }) => !flagged.has(id))
  const raise = async (claim: ToFlag, why: 'cites' | 'same_source') => {
    const flag = await insertFlag(tx, { claimId: claim.id, correctionId, why })
    const seq = await record(tx, actor, 'flag.raised', aboutClaim(claim), { flag, correction: correctionId, why })
    const whom = claim.assigneeId ?? claim.checkerId
    if (whom !== null) await notify(tx, [whom], 'flagged', { seq, claimId: claim.id }, actor)
  }
  for (const claim of citing) await raise(claim, 'cites')
  for (const claim of sharing) await raise(claim, 'same_source')
}

/** Takes a flag off its claim, with what was found on looking again; returns the claim's id. Throws Conflict when it is off already. */
export function clearFlag(db: Db, person: Person, flagId: number, note: string): Promise<number> {
  permit(person, 'flag.clear')
  return write(db, async (tx) => {
    const flag = (await findFlag(tx, flagId)) ?? missing('flag')
    if (flag.clearedAt) throw new Conflict(`${flag.clearedBy} has cleared this flag meanwhile. Nothing was saved.`)
    await closeFlag(tx, flagId, { clearedById: person.id, clearedNote: note })
    await record(tx, person, 'flag.cleared', aboutClaim(flag.claim), { flag: flagId, note })
    return flag.claim.id
  })
}

/** The claim that a flag is on. Throws NotFound. */
export async function claimOfFlag(conn: Conn, flagId: number): Promise<number> {
  return ((await findFlag(conn, flagId)) ?? missing('flag')).claim.id
}

export type FlagItem = Awaited<ReturnType<typeof flagRows>>[number]

/** The open flags of a claim, for those who could clear them: that two claims share a source may itself be confidential. */
export async function flagsOf(conn: Conn, viewer: Person, claimId: number): Promise<FlagItem[]> {
  return can(viewer, 'flag.clear') ? flagRows(conn, claimId) : []
}

export type OpenFlag = Awaited<ReturnType<typeof flagsFor>>[number]

/** Up to `limit` flags that wait for this person, the oldest first. */
export function openFlags(conn: Conn, personId: number, limit: number): Promise<OpenFlag[]> {
  return flagsFor(conn, personId, limit)
}
