import Database from 'better-sqlite3'
import { drizzle } from 'drizzle-orm/better-sqlite3'
import { type Conn, newConn } from '../../db/conn.ts'
import { write } from '../../db/write.ts'
import { makeCheckpoint } from '../../server/history/checkpoint.ts'
import { historyLines } from '../../server/history/export.ts'
import { openKey } from '../../server/history/new-key.ts'
import { readNotes } from '../../server/history/note.ts'
import { canonical, record, sha256 } from '../../server/history/record.ts'
import { verifyHistory } from '../../server/history/verify.ts'
import { type Newsroom, newsroom } from '../support/newsroom.ts'

/** What the offline verifier answers, as far as tests look at it. */
type Offline = {
  ok: boolean
  fault?: { seq: number; why: string }
  events: number
  sealed: number
  checkpoints: number
  signed: number
  doubts: number[]
  key: string
  known: { size: number; holds: boolean; why: string }[]
}
type Verifier = {
  verifyExport: (lines: Iterable<string>, beside?: { known?: string; key?: string }) => Promise<Offline>
}
// A file without types, so that it stands alone: TypeScript does not look for them behind a variable.
const path = '../../server/history/verifier.mjs'
const { verifyExport } = (await import(path)) as Verifier

/** A newsroom with 61 events, the first of them the key, signed after every tenth and at the end. */
async function signedNewsroom(): Promise<Newsroom> {
  const news = await newsroom()
  await openKey(news.world)
  for (let count = 1; count <= 60; count++) {
    const { cleo, ben } = news
    await write(news.db, (tx) =>
      count % 7 === 0
        ? record(tx, ben, 'person.signed_in', { person: ben.id }, {})
        : record(tx, cleo, 'claim.set_aside', { claim: count }, { before: 'open', reason: `Reason ${count}.` }),
    )
    if (count % 10 === 0) await makeCheckpoint(news.world, 'asked')
  }
  return news
}

/** A copy of the database in memory, without its triggers: what somebody with the file and a shell can do with it. */
export type Copy = { sqlite: Database.Database; conn: Conn }

let signed: Buffer | undefined

/** A copy of that newsroom's database, which is made once for all tests of a file. */
export async function signedCopy(): Promise<Copy> {
  signed ??= (await signedNewsroom()).db.writer.sqlite.serialize()
  const bytes = Buffer.from(signed)
  // In memory there is no write-ahead log: the header must not ask for one.
  bytes.fill(1, 18, 20)
  const sqlite = new Database(bytes)
  const triggers = sqlite.prepare<[], string>(`SELECT name FROM sqlite_schema WHERE type = 'trigger'`).pluck().all()
  for (const name of triggers) sqlite.exec(`DROP TRIGGER "${name}"`)
  return { sqlite, conn: newConn(drizzle(sqlite, { casing: 'snake_case' })) }
}

/** The export of the copy, a line each. */
async function linesOf({ conn }: Copy): Promise<string[]> {
  const pieces: Buffer[] = []
  for await (const piece of historyLines(conn, '2025-05-12T09:00:00.000Z')) pieces.push(piece)
  return Buffer.concat(pieces).toString().split('\n')
}

/** What the command and the offline verifier find in the copy, beside the checkpoints that somebody kept. */
export async function found(copy: Copy, known = '') {
  return {
    command: await verifyHistory(copy.conn, readNotes(known)),
    offline: await verifyExport(await linesOf(copy), { known }),
  }
}

/** Every checkpoint, shortest history first. */
export const notesOf = ({ sqlite }: Copy): string[] =>
  sqlite.prepare<[], string>('SELECT note FROM checkpoints ORDER BY size').pluck().all()

type Stored = { seq: number; body: Buffer; hash: Buffer }

/** The events as they are in the copy. */
export const eventsIn = ({ sqlite }: Copy): Stored[] =>
  sqlite.prepare<[], Stored>('SELECT seq, body, hash FROM events ORDER BY seq').all()

/** Stores bytes as an event, with a hash that fits. */
export function put({ sqlite }: Copy, seq: number, body: Buffer): void {
  sqlite.prepare('UPDATE events SET body = ?, hash = ? WHERE seq = ?').run(body, sha256(body), seq)
}

/** Makes all events from that one on follow each other again. */
export function relink(copy: Copy, from: number): void {
  const events = eventsIn(copy)
  let prev = from === 1 ? '0'.repeat(64) : (events[from - 2]?.hash.toString('hex') ?? '')
  for (const { seq, body } of events.slice(from - 1)) {
    const bytes = Buffer.from(canonical({ ...JSON.parse(body.toString()), seq, prev }))
    put(copy, seq, bytes)
    prev = sha256(bytes).toString('hex')
  }
}
