import type { Conn } from '../../db/conn.ts'
import type { Person } from '../accounts/permissions.ts'
import { snapshotText, snapshotsOf } from '../snapshots/snapshot.ts'
import { findVisibleSource } from '../sources/source.ts'
import { readId } from '../values/row-id.ts'
import { locatorOf } from './locator.ts'

const longest = 20_000
const copiesLooked = 200

type Asked = { source: string; copy: string; mark: string }

/**
 * The words marked in a copy of a source, as the fields of the form hold them; nothing when the viewer may not see the source
 * or the mark (`start-end`, UTF-16 code units of the copy) is none.
 */
export async function markedPassage(
  conn: Conn,
  viewer: Person,
  { mark, ...asked }: Asked,
): Promise<{ passage?: string; locator?: string }> {
  const [, from, to] = marked.exec(mark) ?? []
  const text = from === undefined ? undefined : await copyOf(conn, viewer, asked)
  const start = Number(from)
  const passage = text?.text.slice(start, Math.min(Number(to), start + longest)).trim() ?? ''
  if (!text || passage === '') return {}
  return { passage: passage.toWellFormed(), locator: locatorOf(text, start) ?? '' }
}

/** What was asked for in a copy as the address of the form has it: the mark, or the paragraph of that number; else nothing. */
export async function placeInCopy(
  conn: Conn,
  viewer: Person,
  { mark, paragraph, ...asked }: Asked & { paragraph: string },
): Promise<Record<string, string>> {
  if (marked.test(mark)) return { copy: asked.copy, mark }
  const number = readId(paragraph)
  const text = number === undefined ? undefined : await copyOf(conn, viewer, asked)
  const block = text?.blocks[(number ?? 0) - 1]
  return block ? { copy: asked.copy, mark: `${block.start}-${block.end}` } : {}
}

const marked = /^(\d{1,9})-(\d{1,9})$/

async function copyOf(conn: Conn, viewer: Person, asked: { source: string; copy: string }) {
  const [source, copy] = [readId(asked.source), readId(asked.copy)]
  const found = source === undefined ? undefined : await findVisibleSource(conn, viewer, source)
  const isItsCopy = found && (await snapshotsOf(conn, found.id, { limit: copiesLooked })).some(({ id }) => id === copy)
  return isItsCopy && copy !== undefined ? snapshotText(conn, copy) : undefined
}
