import { parentPort, workerData } from 'node:worker_threads'
import { openSnapshot } from '../../db/open.ts'
import { verifyHistory } from './verify.ts'

// Runs beside the server, which would be slow for everybody while a long history is hashed.
const { conn, close } = openSnapshot(String(workerData))
try {
  parentPort?.postMessage(await verifyHistory(conn))
} finally {
  close()
}
