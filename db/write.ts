import type Database from 'better-sqlite3'
import { drizzle } from 'drizzle-orm/better-sqlite3'
import type { Clock } from '../server/chance.ts'
import { StorageBusy } from '../server/errors.ts'
import { type Tx, newConn } from './conn.ts'

/** The one connection that writes, and the queue before it. */
export type Writer = { sqlite: Database.Database; tx: Omit<Tx, 'now'>; clock: Clock; queue: Promise<unknown> }

/** Takes the connection over: nothing else may write with it. */
export function newWriter(sqlite: Database.Database, clock: Clock): Writer {
  // newConn keeps every method of the drizzle database, the writing ones too.
  const tx = newConn(drizzle(sqlite, { casing: 'snake_case' })) as unknown as Omit<Tx, 'now'>
  return { sqlite, tx, clock, queue: Promise.resolve() }
}

/**
 * Runs `change` in one immediate transaction, after all writes asked for before it. Throws what `change` throws, rolled
 * back; StorageBusy when another process keeps the file locked; an Error when `change` waits on anything but the database.
 */
export function write<T>(db: { writer: Writer }, change: (tx: Tx) => Promise<T>): Promise<T> {
  const { writer } = db
  const run = writer.queue.then(() => transact(writer, change))
  writer.queue = run.catch(() => undefined)
  return run
}

async function transact<T>(writer: Writer, change: (tx: Tx) => Promise<T>): Promise<T> {
  const { sqlite } = writer
  await begin(sqlite)
  const waited = watchForWaiting()
  try {
    const tx: Tx = Object.assign(Object.create(writer.tx), { now: writer.clock.now().toISOString() })
    const result = await change(tx)
    if (waited.yes()) throw new Error('A transaction waited on something other than the database')
    sqlite.exec('COMMIT')
    return result
  } catch (error) {
    if (sqlite.inTransaction) sqlite.exec('ROLLBACK')
    throw error
  } finally {
    waited.stop()
  }
}

// Database calls are synchronous, so an honest transaction ends before the event loop turns.
function watchForWaiting() {
  let turned = false
  const timer = setImmediate(() => (turned = true))
  return { yes: () => turned, stop: () => clearImmediate(timer) }
}

const pauses = [50, 150, 400]

// A longer busy_timeout would freeze every request of the process; so wait here, with the loop running.
async function begin(sqlite: Database.Database): Promise<void> {
  for (const pause of pauses) {
    if (tryBegin(sqlite)) return
    await new Promise((resolve) => setTimeout(resolve, pause))
  }
  if (!tryBegin(sqlite)) throw new StorageBusy()
}

function tryBegin(sqlite: Database.Database): boolean {
  try {
    sqlite.exec('BEGIN IMMEDIATE')
    return true
  } catch (error) {
    if (error instanceof Error && 'code' in error && String(error.code).startsWith('SQLITE_BUSY')) return false
    throw error
  }
}
