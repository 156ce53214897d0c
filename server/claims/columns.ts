import type { Conn } from '../../db/conn.ts'
import type { Db } from '../../db/open.ts'
import { write } from '../../db/write.ts'
import type { Person } from '../accounts/permissions.ts'
import { type ColumnKey, columnsText, readColumns, usualColumns } from './column-words.ts'
import { findColumns, keepColumns } from './column-store.ts'
import type { Filter } from './filter.ts'

/** The columns that a list is shown with: those its address names, else those the viewer is used to. */
export async function columnsFor(
  conn: Conn,
  viewer: Person,
  { columns }: Pick<Filter, 'columns'>,
): Promise<readonly ColumnKey[]> {
  if (columns) return columns
  const kept = await findColumns(conn, viewer.id)
  return (kept === undefined ? undefined : readColumns(kept)) ?? usualColumns
}

/** Remembers the columns that somebody wants to see where an address names none. It says nothing of a claim, so it has no event. */
export const rememberColumns = (db: Db, person: Person, columns: readonly ColumnKey[]): Promise<void> =>
  write(db, (tx) => keepColumns(tx, person.id, columnsText(columns)))
