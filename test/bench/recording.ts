import Database from 'better-sqlite3'

/** One statement that our program ran: on which connection, with what values, and (for reads) what came back. */
export type Call = { sql: string; params: unknown[]; how: 'all' | 'get' | 'run'; writes: boolean }

/** While `now` is set, every statement that any connection runs is added to it. */
export const recorder: { now: Call[] | undefined } = { now: undefined }

type AnyStatement = Record<'all' | 'get' | 'run', (...params: unknown[]) => unknown>

/** Lets the recorder see the statements of all connections that are opened from now on. */
export function watchStatements(): void {
  // oxlint-disable-next-line typescript/unbound-method -- it is called with the connection below
  const prepare = Database.prototype.prepare
  Database.prototype.prepare = function watched(this: Database.Database, sql: string) {
    const statement = prepare.call(this, sql)
    // The three methods differ only in what they return.
    const methods = statement as unknown as AnyStatement
    for (const how of ['all', 'get', 'run'] as const) {
      const original = methods[how]
      methods[how] = (...params) => {
        recorder.now?.push({ sql, params, how, writes: !this.readonly })
        return original.apply(statement, params)
      }
    }
    return statement
  } as typeof prepare
}
