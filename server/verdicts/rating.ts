import type { Conn } from '../../db/conn.ts'
import type { Tone } from '../../db/schema/index.ts'
import { currentRatings } from './store.ts'

/** A label of the newsroom's scale; `value` is 5 (true) to 1 (false), or null for a label that is off the truth axis. */
export type Rating = {
  id: number
  key: string
  label: string
  definition: string
  value: number | null
  tone: Tone
  shape: string
}

/** The ratings that a verdict by that scale may have now, in its order. */
export function listRatings(conn: Conn, scale: string): Promise<Rating[]> {
  return currentRatings(conn, scale)
}
