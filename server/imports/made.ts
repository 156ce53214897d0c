import type { Conn } from '../../db/conn.ts'
import type { ImportState } from './words.ts'
import { becameAfter } from './store.ts'

const pageSize = 50

/** What rows of an import became, after that row, and the row after which the next page begins. */
export async function madeRows(conn: Conn, { id, state }: { id: number; state: ImportState }, after: number) {
  const rows = state === 'draft' ? [] : await becameAfter(conn, id, after, pageSize + 1)
  const shown = rows.slice(0, pageSize)
  return { rows: shown, after, next: rows.length > pageSize ? shown.at(-1)?.row : undefined }
}

export type Made = Awaited<ReturnType<typeof madeRows>>
