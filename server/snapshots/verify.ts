import { createHash } from 'node:crypto'
import type { Conn } from '../../db/conn.ts'
import { eventsOfType } from '../history/history.ts'
import { sha256 } from '../history/record.ts'
import { snapshotBytes } from './snapshot.ts'
import { hasSnapshots, snapshotsAfter } from './store.ts'

/** How many copies there are, and a sentence about each that is not what was kept. */
export type VerifiedCopies = { copies: number; broken: string[] }

/** Holds every copy of a source against its hash, and its hashes against the history. Takes some seconds a gigabyte. */
export async function verifySnapshots(conn: Conn): Promise<VerifiedCopies> {
  // A backup from before there were copies has no place for them.
  if (!(await hasSnapshots(conn))) return { copies: 0, broken: [] }
  const told = await toldByHistory(conn)
  const sound = new Map<string, boolean>()
  const broken: string[] = []
  let copies = 0
  for (let after = 0; ;) {
    const rows = await snapshotsAfter(conn, after, 50)
    for (const row of rows) {
      copies += 1
      const isSound = sound.get(row.sha256) ?? (await hasHash(conn, row.sha256))
      sound.set(row.sha256, isSound)
      const isText = row.text !== null && sha256(row.text).toString('hex') === row.textHash
      const isTold = told.get(row.id) === `${row.sha256} ${row.textHash}`
      told.delete(row.id)
      if (!isSound) broken.push(`Copy ${row.id} of source ${row.sourceId} is damaged: its bytes do not have its hash.`)
      else if (!isText)
        broken.push(`Copy ${row.id} of source ${row.sourceId} is damaged: its text does not have its hash.`)
      else if (!isTold)
        broken.push(`Copy ${row.id} of source ${row.sourceId} is not the one that the history tells of.`)
    }
    const last = rows.at(-1)
    if (!last) break
    after = last.id
  }
  for (const id of told.keys()) broken.push(`Copy ${id}, which the history tells of, is missing.`)
  return { copies, broken }
}

async function toldByHistory(conn: Conn): Promise<Map<number, string>> {
  const told = new Map<number, string>()
  for await (const { data } of eventsOfType(conn, 'snapshot.kept'))
    told.set(Number(data.snapshot), `${String(data.sha256)} ${String(data.text)}`)
  return told
}

async function hasHash(conn: Conn, hash: string): Promise<boolean> {
  const found = createHash('sha256')
  for await (const piece of snapshotBytes(conn, { sha256: hash })) found.update(piece)
  return found.digest('hex') === hash
}
