import type { Conn } from '../../db/conn.ts'
import type { Deciding } from '../../db/schema/index.ts'
import { findSettings } from './store.ts'

export type Settings = { newsroom: string; deciding: Deciding; version: number }

/** The newsroom's settings; there always are some. */
export async function readSettings(conn: Conn): Promise<Settings> {
  const { newsroom, deciding, version } = await findSettings(conn)
  return { newsroom, deciding, version }
}
