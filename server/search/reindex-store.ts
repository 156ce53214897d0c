import type { Db } from '../../db/open.ts'
import { write } from '../../db/write.ts'

type Sqlite = Db['writer']['sqlite']

/** The names of the indexes that are searched. */
export function indexNames(sqlite: Sqlite): string[] {
  const named = `SELECT name FROM sqlite_schema WHERE sql LIKE ? ESCAPE '\\' ORDER BY name`
  return sqlite.prepare<[string], string>(named).pluck().all('CREATE VIRTUAL TABLE search\\_% USING fts5(%')
}

/** Makes every index again out of the rows, all or none; `say` is told of each. */
export function rebuildAll(db: Db, say: (name: string) => void): Promise<void> {
  return write(db, (): Promise<void> => {
    const { sqlite } = db.writer
    for (const name of indexNames(sqlite)) {
      sqlite.exec(`INSERT INTO "${name}"("${name}") VALUES ('rebuild')`)
      say(name)
    }
    return Promise.resolve()
  })
}

/** Whether the index holds exactly what its rows say. It writes nothing, but only a connection that may write can ask. */
export function isInStep(sqlite: Sqlite, name: string): boolean {
  try {
    sqlite.exec(`INSERT INTO "${name}"("${name}", rank) VALUES ('integrity-check', 1)`)
    return true
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'SQLITE_CORRUPT_VTAB') return false
    throw error
  }
}
