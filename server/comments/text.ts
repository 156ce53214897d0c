import type { Conn } from '../../db/conn.ts'
import { bodiesOf } from './store.ts'

/** The Markdown of comments by id, without those that were erased. For who may see them: nothing is checked. */
export async function commentTexts(conn: Conn, ids: number[]): Promise<Map<number, string>> {
  const rows = await bodiesOf(conn, ids)
  return new Map(rows.filter(({ body }) => body !== '').map(({ id, body }) => [id, body]))
}
