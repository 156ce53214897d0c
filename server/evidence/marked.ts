import type { Conn } from '../../db/conn.ts'
import type { Person } from '../accounts/permissions.ts'
import { readId } from '../row-id.ts'
import { snapshotText, snapshotsOf } from '../snapshots/snapshot.ts'
import { findVisibleSource } from '../sources/source.ts'
import { locatorOf } from './locator.ts'

const longest = 20_000
const copiesLooked = 200

/**
 * The words marked in a copy of a source, as the fields of the form hold them; nothing when the viewer may not see the source
 * or the mark (`start-end`, UTF-16 code units of the copy) is none.
 */
export async function markedPassage(
  conn: Conn,
  viewer: Person,
  asked: { source: string; copy: string; mark: string },
): Promise<{ passage?: string; locator?: string }> {
  const [source, copy] = [readId(asked.source), readId(asked.copy)]
  const [, from, to] = /^(\d{1,9})-(\d{1,9})$/.exec(asked.mark) ?? []
  if (source === undefined || copy === undefined || from === undefined) return {}
  const found = await findVisibleSource(conn, viewer, source)
  const isItsCopy = found && (await snapshotsOf(conn, found.id, copiesLooked)).some(({ id }) => id === copy)
  const text = isItsCopy ? await snapshotText(conn, copy) : undefined
  const passage = text?.text.slice(Number(from), Math.min(Number(to), Number(from) + longest)).trim() ?? ''
  if (!text || passage === '') return {}
  return { passage: passage.toWellFormed(), locator: locatorOf(text, Number(from)) ?? '' }
}
