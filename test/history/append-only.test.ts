import Database from 'better-sqlite3'
import { describe, expect, it } from 'vitest'
import { write } from '../../db/write.ts'
import { record } from '../../server/history/record.ts'
import { eventsAfter } from '../../server/history/store.ts'
import { approveVerdict } from '../../server/verdicts/review.ts'
import { aSource, harbour } from '../evidence/harbour.ts'
import { aSnapshot } from '../snapshots/copies.ts'
import { newsroom } from '../support/newsroom.ts'
import { aVerdict } from '../verdicts/harbour.ts'

async function decided() {
  const news = await newsroom()
  const { claims } = await harbour(news.db)
  const { verdictId } = await aVerdict(news.db, news.cleo, claims[0] ?? 0)
  await write(news.db, (tx) => approveVerdict(tx, news.ben, verdictId))
  await aSnapshot(news.db, await aSource(news.db, 'Log'), 'Closed on Monday.')
  return news
}

describe('the database refuses, whoever asks', () => {
  const frozen = ['versions', 'verdicts', 'reviews', 'decisions', 'events']
  const copies = ['blobs', 'blob_pieces', 'snapshots', 'snapshot_texts']
  it.each([...frozen, ...copies])('to change what is in %s', async (table) => {
    const { db } = await decided()
    const sqlite = new Database(db.file)
    const before = sqlite.prepare(`SELECT * FROM ${table}`).all()
    expect(before.length).toBeGreaterThan(0)
    const columns = sqlite.prepare('SELECT name FROM pragma_table_info(?)').pluck().all(table).map(String)
    const attempts = [
      ...columns.map((column) => `UPDATE ${table} SET ${column} = ${column}`),
      `DELETE FROM ${table}`,
      `REPLACE INTO ${table} SELECT * FROM ${table} LIMIT 1`,
      `INSERT INTO ${table} SELECT * FROM ${table} WHERE true ON CONFLICT DO UPDATE SET ${columns.at(-1)} = NULL`,
    ]
    for (const attempt of attempts) expect(() => sqlite.exec(attempt), attempt).toThrow(`${table} are append-only`)
    expect(sqlite.prepare(`SELECT * FROM ${table}`).all()).toEqual(before)
    sqlite.close()
  })

  it.each(['verdicts', 'decisions'])('to put a row of %s in the place of another by its number', async (table) => {
    const { db } = await decided()
    const sqlite = new Database(db.file)
    const columns = sqlite.prepare('SELECT name FROM pragma_table_info(?)').pluck().all(table).map(String)
    const others = columns.filter((name) => name !== 'id').join(', ')
    const replace = `REPLACE INTO ${table} (${others}) SELECT ${others} FROM ${table} LIMIT 1`
    expect(() => sqlite.exec(replace)).toThrow('append-only')
    sqlite.close()
  })
})

describe('an event and its change', () => {
  it('are both there or neither is', async () => {
    const { db, ada } = await newsroom()
    const before = (await eventsAfter(db.reader, 0, 100)).length
    const failing = write(db, async (tx) => {
      await record(tx, ada, 'person.renamed', { person: ada.id }, {})
      await record(tx, ada, 'claim.set_aside', {}, { before: 'open', reason: 'half: \uD800' })
    })
    await expect(failing).rejects.toThrow()
    expect(await eventsAfter(db.reader, 0, 100)).toHaveLength(before)
  })
})
