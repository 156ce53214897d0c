import type { Conn } from '../../db/conn.ts'
import { bodiesOf } from './store.ts'

const longest = 160

/** How comments begin, as plain text of at most 160 characters; erased ones are left out. For who may see them: nothing is checked. */
export async function excerptsOf(conn: Conn, ids: number[]): Promise<Map<number, string>> {
  const rows = await bodiesOf(conn, ids)
  return new Map(rows.filter(({ body }) => body !== '').map(({ id, body }) => [id, excerpt(body)]))
}

function excerpt(body: string): string {
  const letters = Array.from(body.replaceAll(/\s+/g, ' ').trim())
  return letters.length > longest ? `${letters.slice(0, longest).join('')}…` : letters.join('')
}
