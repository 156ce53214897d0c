import Database from 'better-sqlite3'
import { randomBytes } from 'node:crypto'
import { expect, it } from 'vitest'
import { verifyFile } from '../../server/history/verify-file.ts'
import { png } from '../documents/files.ts'
import { aSource } from '../evidence/harbour.ts'
import { newsroom } from '../support/newsroom.ts'
import { aSnapshot } from './copies.ts'

/** A database with three copies of two files, somebody at its file, and what `verify` says of it then. */
async function afterwards(attack: string, before = ''): Promise<{ code: number; text: string }> {
  const { db } = await newsroom()
  const source = await aSource(db, 'Harbour log')
  await aSnapshot(db, source, Buffer.concat([png(10, 10), randomBytes(1_500_000)]))
  await aSnapshot(db, source, 'Closed on Monday.')
  await aSnapshot(db, source, 'Closed on Monday.')
  const sqlite = new Database(db.file)
  sqlite.pragma('foreign_keys = OFF')
  if (attack) sqlite.exec(`${before}; ${attack}`)
  sqlite.close()
  const lines: string[] = []
  const code = await verifyFile(db.file, (line) => lines.push(line))
  return { code, text: lines.join('\n') }
}

it('finds copies whole that nobody has touched', async () => {
  const { code, text } = await afterwards('')
  expect(text).toContain('The 3 copies of sources are whole')
  expect(code).toBe(0)
})

it.each([
  [
    'a byte of a file is changed',
    'blob_pieces_no_update',
    'UPDATE blob_pieces SET bytes = zeroblob(500000) WHERE number = 1',
    'Copy 1 of source 1 is damaged: its bytes',
  ],
  [
    'a piece of a file is gone',
    'blob_pieces_no_delete',
    'DELETE FROM blob_pieces WHERE number = 1',
    'Copy 1 of source 1 is damaged: its bytes',
  ],
  [
    'the text is changed',
    'snapshot_texts_no_update',
    "UPDATE snapshot_texts SET text = 'Open on Monday.' WHERE snapshot_id = 2",
    'Copy 2 of source 1 is damaged: its text',
  ],
  [
    'one copy stands for another',
    'snapshots_no_update',
    'UPDATE snapshots SET sha256 = (SELECT sha256 FROM snapshots WHERE id = 1) WHERE id = 3',
    'Copy 3 of source 1 is not the one',
  ],
  [
    'a copy is gone',
    'snapshots_no_delete',
    'DELETE FROM snapshots WHERE id = 3',
    'Copy 3, which the history tells of, is missing',
  ],
])('says which copy it is when %s', async (_name, trigger, attack, message) => {
  const { code, text } = await afterwards(attack, `DROP TRIGGER ${trigger}`)
  expect(text).toContain(message)
  expect(text).not.toContain('are whole')
  expect(code).toBe(1)
})
