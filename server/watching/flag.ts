import type { Conn, Tx } from '../../db/conn.ts'
import type { Db } from '../../db/open.ts'
import { write } from '../../db/write.ts'
import { type Person, can, permit } from '../accounts/permissions.ts'
import { Conflict, missing } from '../errors.ts'
import { aboutClaim } from '../history/events.ts'
import { record } from '../history/record.ts'
import { notify } from '../notifications/notification.ts'
import { standingId } from '../sources/entries.ts'
import { readSource, seesConfidential } from '../sources/source.ts'
import {
  closeFlag,
  findFlag,
  findOpenFlag,
  hasCleared,
  insertFlag,
  insertFlagClaim,
  openFlagsOfClaim,
  openFlagsOfSources,
} from './flag-store.ts'
import { restingClaims } from './store.ts'
import type { SourceFlagReason } from './words.ts'

type Raised = {
  sourceId: number
  lookId: number
  why: SourceFlagReason
  /** Only these claims, where it does not concern all that rest on the source. */
  claims?: readonly number[]
}

/**
 * Flags a source, or puts further claims under the flag it has for the reason, in the transaction of the look. Who has such
 * a claim, who added the evidence and whose verdict is in force hear of it once.
 */
export async function raiseFlag(tx: Tx, { sourceId, lookId, why, claims }: Raised): Promise<void> {
  const known = await findOpenFlag(tx, sourceId, why)
  const flag = known ?? (await insertFlag(tx, { sourceId, lookId, why }))
  const resting = together(await restingClaims(tx, sourceId)).filter(({ id }) => claims?.includes(id) ?? true)
  let isTold = known !== undefined
  for (const { id, articleId, whom } of resting) {
    if (!(await insertFlagClaim(tx, flag, id))) continue
    isTold = true
    const seq = await record(
      tx,
      null,
      'source.flagged',
      { ...aboutClaim({ id, articleId }), source: sourceId },
      { flag, why },
    )
    await notify(tx, whom, 'source_flagged', { seq, claimId: id }, null)
  }
  if (!isTold) await record(tx, null, 'source.flagged', { source: sourceId }, { flag, why })
}

type Row = Awaited<ReturnType<typeof restingClaims>>[number]

// One line for each piece of evidence becomes one for each claim.
function together(rows: Row[]): { id: number; articleId: number; whom: number[] }[] {
  const claims = new Map<number, { id: number; articleId: number; whom: number[] }>()
  for (const { id, articleId, ...people } of rows) {
    const claim = claims.get(id) ?? { id, articleId, whom: [] }
    claim.whom.push(...Object.values(people).filter((person) => person !== null))
    claims.set(id, claim)
  }
  return [...claims.values()]
}

/** Whether somebody has cleared such a flag that was raised since then. */
export const wasCleared = (
  conn: Conn,
  flag: { sourceId: number; why: SourceFlagReason; since: string },
): Promise<boolean> => hasCleared(conn, flag)

/** Takes a flag off, with what was found on looking; returns the source. Throws Conflict when it is off already. */
export function clearSourceFlag(db: Db, person: Person, id: number, note: string): Promise<number> {
  permit(person, 'flag.clear')
  return write(db, async (tx) => {
    const flag = await visibleFlag(tx, person, id)
    if (flag.clearedAt) throw new Conflict(`${flag.clearedBy} has cleared this flag meanwhile. Nothing was saved.`)
    await closeFlag(tx, id, { clearedById: person.id, clearedNote: note })
    await record(tx, person, 'source.flag_cleared', { source: flag.sourceId }, { flag: id, note })
    return flag.sourceId
  })
}

/** The source on whose page a flag is shown. Throws NotFound, also where the viewer may not know of the source. */
export async function sourceOfFlag(conn: Conn, viewer: Person, id: number): Promise<number> {
  return standingId(conn, (await visibleFlag(conn, viewer, id)).sourceId)
}

async function visibleFlag(conn: Conn, viewer: Person, id: number) {
  const flag = (await findFlag(conn, id)) ?? missing('flag')
  await readSource(conn, viewer, flag.sourceId)
  return flag
}

export type SourceFlag = Awaited<ReturnType<typeof openFlagsOfSources>>[number]

/** The flags of the sources that nobody has cleared. Whether they may be seen is for the caller to know. */
export function sourceFlagsOf(conn: Conn, sourceIds: readonly number[]): Promise<SourceFlag[]> {
  return openFlagsOfSources(conn, sourceIds)
}

/** The flags of sources that a claim rests on, for those who could clear them and may know of the sources. */
export async function sourceFlagsOn(conn: Conn, viewer: Person, claimId: number): Promise<SourceFlag[]> {
  if (!can(viewer, 'flag.clear')) return []
  const flags = await openFlagsOfClaim(conn, claimId)
  return flags.filter(({ source }) => !source.confidential || seesConfidential(viewer))
}
