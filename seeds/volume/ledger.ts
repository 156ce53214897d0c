import type Database from 'better-sqlite3'
import type { EventType, Events, Subject } from '../../server/history/events.ts'
import { kindOf } from '../../server/history/kinds.ts'
import { beginning, canonical, sha256 } from '../../server/history/record.ts'

type Value = string | number | Buffer | null
type Row = Record<string, Value>
export type Insert = (row: Row) => void

/** A way to add rows to a table: the columns are those of the first row. */
export function into(sqlite: Database.Database, table: string): Insert {
  let statement: Database.Statement | undefined
  return (row) => {
    statement ??= prepareInsert(sqlite, table, Object.keys(row))
    statement.run(Object.values(row))
  }
}

function prepareInsert(sqlite: Database.Database, table: string, columns: string[]): Database.Statement {
  const names = columns.map((name) => `"${name}"`).join(', ')
  return sqlite.prepare(`INSERT INTO ${table} (${names}) VALUES (${columns.map(() => '?').join(', ')})`)
}

/** The history, written in bulk: `tell` is what `record` is for a single change, each event a little later than the last. */
export type Ledger = {
  tell: <T extends EventType>(actor: number | null, type: T, subject: Subject, data: Events[T]) => void
  now: () => string
}

/** Goes on after the newest event; `begins` and `step` are milliseconds. */
export function newLedger(sqlite: Database.Database, { begins, step }: { begins: number; step: number }): Ledger {
  const newest = sqlite.prepare<[], { seq: number; hash: Buffer }>(
    'SELECT seq, hash FROM events ORDER BY seq DESC LIMIT 1',
  )
  const { seq: last = 0, hash } = newest.get() ?? {}
  const insert = into(sqlite, 'events')
  const at = (count: number) => new Date(begins + count * step).toISOString()
  let seq = last
  let prev = hash?.toString('hex') ?? beginning
  return {
    now: () => at(seq - last),
    tell(actor, type, subject, data) {
      seq += 1
      const now = at(seq - last)
      const body = Buffer.from(canonical({ v: 1, seq, prev, at: now, actor, type, ...subject, data }))
      const digest = sha256(body)
      prev = digest.toString('hex')
      insert({ seq, body, hash: digest, at: now, type, kind: kindOf(type), actor_id: actor, ...columns(subject) })
    },
  }
}

const columns = ({ article, claim, source, person }: Subject) => ({
  article_id: article ?? null,
  claim_id: claim ?? null,
  source_id: source ?? null,
  person_id: person ?? null,
})
