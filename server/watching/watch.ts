import type { Conn, Tx } from '../../db/conn.ts'
import type { Db } from '../../db/open.ts'
import { write } from '../../db/write.ts'
import { type Person, permit } from '../accounts/permissions.ts'
import { BadInput } from '../errors.ts'
import type { WatchEnd } from '../history/events.ts'
import { record } from '../history/record.ts'
import { entriesOfOne } from '../sources/entries.ts'
import { keyOf } from '../sources/keys.ts'
import { readSource, refuseMerged } from '../sources/source.ts'
import { type SourceFlag, sourceFlagsOf } from './flag.ts'
import { askForLook, takeBackLook } from './plan.ts'
import { type Watching, readWatching } from './setting.ts'
import { findWatch, keepWatch, newestLooks } from './store.ts'

export type Look = Awaited<ReturnType<typeof newestLooks>>[number]

/** What the page of a source says about watching. */
export type WatchState = {
  setting: Watching
  /** Why it cannot be watched, as a sentence; undefined when it can be. */
  bar: string | undefined
  watch: Awaited<ReturnType<typeof findWatch>>
  looks: Look[]
  flags: SourceFlag[]
}

const shownLooks = 6

type Watched = { id: number; url: string | null; confidential: boolean }

/** Reads it for one source; what was found of those merged into it is its own. Whether the viewer may know of the source is for the caller to know. */
export async function watchState(conn: Conn, source: Watched): Promise<WatchState> {
  const watch = await findWatch(conn, source.id)
  const ids = await entriesOfOne(conn, source.id)
  const hasLooks = watch !== undefined || ids.length > 1
  return {
    setting: await readWatching(conn),
    bar: barOf(source),
    watch,
    looks: hasLooks ? await newestLooks(conn, ids, shownLooks) : [],
    flags: hasLooks ? await sourceFlagsOf(conn, ids) : [],
  }
}

/** Has a source looked at again and again from now on. Throws BadInput with the reason when it cannot be. */
export function watchSource(db: Db, person: Person, sourceId: number): Promise<void> {
  permit(person, 'source.watch')
  return write(db, async (tx) => {
    const source = await readSource(tx, person, sourceId)
    refuseMerged(source)
    const bar = barOf(source) ?? (await barOfNewsroom(tx))
    if (bar) throw new BadInput({ '': bar })
    if ((await findWatch(tx, sourceId))?.isOn) return
    await keepWatch(tx, sourceId, { isOn: true, changedById: person.id })
    await record(tx, person, 'source.watched', { source: sourceId }, {})
    await askForLook(tx, { id: sourceId, url: source.url })
  })
}

/** Ends the watch of a source. What was found stays, flags too. */
export function endWatch(db: Db, person: Person, sourceId: number): Promise<void> {
  permit(person, 'source.watch')
  return write(db, async (tx) => {
    await readSource(tx, person, sourceId)
    if (!(await findWatch(tx, sourceId))?.isOn) return
    await stopWatch(tx, person, sourceId, 'by_hand')
  })
}

/** Has a watched source looked at as soon as its site may be asked. Throws BadInput when it is not watched. */
export function lookNow(db: Db, person: Person, sourceId: number): Promise<void> {
  permit(person, 'source.watch')
  return write(db, async (tx) => {
    const source = await readSource(tx, person, sourceId)
    refuseMerged(source)
    const bar = barOf(source) ?? (await barOfNewsroom(tx))
    if (bar) throw new BadInput({ '': bar })
    if (!(await findWatch(tx, sourceId))?.isOn) throw new BadInput({ '': 'This source is not watched.' })
    await askForLook(tx, { id: sourceId, url: source.url })
  })
}

/** Switches a watch off, with its event; `actor` is null for the program itself. */
export async function stopWatch(tx: Tx, actor: { id: number } | null, sourceId: number, why: WatchEnd): Promise<void> {
  await keepWatch(tx, sourceId, { isOn: false, changedById: actor?.id ?? null })
  await takeBackLook(tx, sourceId)
  await record(tx, actor, 'source.watch_ended', { source: sourceId }, { why })
}

/**
 * After one source was merged into another: its watch ends, and goes on with the one that is left when that has the same
 * address now. `actor` is null for the program itself.
 */
export async function joinWatches(
  tx: Tx,
  actor: { id: number } | null,
  { gone, kept }: { gone: Watched; kept: Watched },
): Promise<void> {
  if (!(await findWatch(tx, gone.id))?.isOn) return
  await stopWatch(tx, actor, gone.id, 'merged')
  const isSamePage = keyOf(gone.url) !== null && keyOf(gone.url) === keyOf(kept.url)
  if (!isSamePage || kept.confidential || (await findWatch(tx, kept.id))?.isOn) return
  await keepWatch(tx, kept.id, { isOn: true, changedById: actor?.id ?? null })
  await record(tx, actor, 'source.watched', { source: kept.id }, {})
}

/** Whether a source is or ever was watched. */
export const wasWatched = async (conn: Conn, sourceId: number): Promise<boolean> =>
  (await findWatch(conn, sourceId)) !== undefined

async function barOfNewsroom(conn: Conn): Promise<string | undefined> {
  const { isOn } = await readWatching(conn)
  return isOn ? undefined : 'Watching is switched off in this newsroom. An admin can switch it on under Settings.'
}

function barOf({ url, confidential }: Watched): string | undefined {
  if (confidential)
    return 'A confidential source is not watched: asking for its address again and again would show its site that this newsroom takes an interest in it.'
  return url === null ? 'A source without an address cannot be watched.' : undefined
}
