import type { Conn } from '../../db/conn.ts'
import type { Person } from '../accounts/permissions.ts'
import type { EventType, Subject } from './events.ts'

/** A piece of a sentence: words, the name of something with its address, or words that somebody wrote. */
export type Piece = string | { text: string; href?: string; quoted?: boolean }

/** A field that an edit changed, in words. */
export type FieldChange = { field: string; before: string; after: string }

/** One line of the history: who did what, as the viewer may see it. */
export type EventLine = {
  seq: number
  at: string
  type: EventType
  actor: string
  actorId: number | null
  sentence: Piece[]
  changed: FieldChange[]
}

/** The events about something (about everything, when nothing is named), newest first, older than `before`. */
export async function historyOf(
  _conn: Conn,
  _viewer: Person,
  _about: Subject & { actor?: number },
  _page: { before?: number; limit: number },
): Promise<EventLine[]> {
  return []
}
