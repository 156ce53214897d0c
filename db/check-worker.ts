import { parentPort, workerData } from 'node:worker_threads'
import Database from 'better-sqlite3'
import { refuseCorrupt } from './guard.ts'

// Runs beside the server, which would stand still while it reads the whole file. Sends '' or the sentence to end with.
const file = String(workerData)
const sqlite = new Database(file, { readonly: true, fileMustExist: true })
try {
  refuseCorrupt(sqlite, file)
  parentPort?.postMessage('')
} catch (error) {
  parentPort?.postMessage(error instanceof Error ? error.message : String(error))
} finally {
  sqlite.close()
}
