import type { Conn } from '../../db/conn.ts'
import type { Text } from '../articles/article.ts'
import { type Anchor, anchorOf, locate } from './anchor.ts'
import { type Context, contextIn, readContext } from './context.ts'
import { findText } from './text-store.ts'

type Named = { text: number | undefined; start: number; end: number }
/** The words that a form is about, and the version they stand in. */
export type FormPlace = { anchor: Anchor; context: Context; versionId: number }

/**
 * The words that a form of a new claim names: in the newest text, even when the form was made of an older one; in that one
 * when the newest does not hold them. Throws BadInput for a place that is none.
 */
export async function formPlace(conn: Conn, current: Text, { text, start, end }: Named): Promise<FormPlace> {
  const older = text === undefined || text === current.versionId ? undefined : await findText(conn, text)
  if (!older) return inNewest(current, anchorOf(current.text, start, end))
  const anchor = anchorOf(older.text, start, end)
  const now = locate(current.text, anchor)
  if (now) return inNewest(current, anchorOf(current.text, now.start, now.end))
  return { anchor, context: await readContext(conn, text ?? 0, anchor), versionId: text ?? 0 }
}

const inNewest = (current: Text, anchor: Anchor): FormPlace => ({
  anchor,
  context: contextIn(current.text, current.sentences, anchor),
  versionId: current.versionId,
})
