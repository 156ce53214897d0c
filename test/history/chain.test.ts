import Database from 'better-sqlite3'
import { describe, expect, it } from 'vitest'
import type { Db } from '../../db/open.ts'
import { write } from '../../db/write.ts'
import { beginning, canonical, record, sha256 } from '../../server/history/record.ts'
import { verifyChain } from '../../server/history/chain.ts'
import { eventsAfter } from '../../server/history/store.ts'
import { verifyFile } from '../../server/history/verify-file.ts'
import { harbour } from '../evidence/harbour.ts'
import { newsroom } from '../support/newsroom.ts'

async function tenEvents() {
  const news = await newsroom()
  const { db, ada } = news
  await harbour(db, 3)
  const count = (await eventsAfter(db.reader, 0, 100)).length
  for (let made = count; made < 10; made++)
    await write(db, (tx) => record(tx, ada, 'person.renamed', { person: ada.id }, {}))
  return news
}

/** Somebody with the file and a shell: the triggers are no obstacle to them. */
function tamper(db: Db, change: (sqlite: Database.Database) => void): void {
  const sqlite = new Database(db.file)
  for (const trigger of ['events_no_update', 'events_no_delete', 'events_no_replace']) {
    sqlite.exec(`DROP TRIGGER IF EXISTS ${trigger}`)
  }
  change(sqlite)
  sqlite.close()
}

const found = async (db: Db) => {
  const checked = await verifyChain(db.reader)
  return checked.ok ? 'whole' : { seq: checked.seq, why: checked.why }
}

const bodyOf = (sqlite: Database.Database, seq: number): Record<string, unknown> =>
  JSON.parse(String(sqlite.prepare('SELECT CAST(body AS TEXT) FROM events WHERE seq = ?').pluck().get(seq)))

function rewrite(sqlite: Database.Database, seq: number, body: Record<string, unknown>): void {
  const bytes = Buffer.from(canonical(body))
  sqlite.prepare('UPDATE events SET body = ?, hash = ? WHERE seq = ?').run(bytes, sha256(bytes), seq)
}

describe('an untouched history', () => {
  it('is whole, and its head is the hash of the newest event', async () => {
    const { db } = await tenEvents()
    const newest = (await eventsAfter(db.reader, 9, 1))[0]
    expect(await verifyChain(db.reader)).toEqual({ ok: true, events: 10, head: newest?.hash.toString('hex') })
  })

  it('begins with sixty-four zeros', async () => {
    const { db } = await newsroom()
    expect(await verifyChain(db.reader)).toEqual({ ok: true, events: 0, head: beginning })
  })

  it('is read in pages, however long it is', async () => {
    const { db, ada } = await newsroom()
    await write(db, async (tx) => {
      for (let made = 0; made < 1_234; made++) await record(tx, ada, 'person.renamed', { person: ada.id }, {})
    })
    expect(await verifyChain(db.reader)).toMatchObject({ ok: true, events: 1_234 })
  })
})

describe('tampering is found, and the first bad event named', () => {
  it('when a body is edited', async () => {
    const { db } = await tenEvents()
    tamper(db, (sqlite) =>
      sqlite.exec(`UPDATE events SET body = CAST(replace(CAST(body AS TEXT), 'actor', 'aktor') AS BLOB) WHERE seq = 4`),
    )
    expect(await found(db)).toMatchObject({ seq: 4, why: expect.stringContaining('Event 4 was changed') })
  })

  it('when a body is edited and its hash made anew', async () => {
    const { db } = await tenEvents()
    tamper(db, (sqlite) => rewrite(sqlite, 4, { ...bodyOf(sqlite, 4), actor: 2 }))
    const checked = await found(db)
    expect(checked).toMatchObject({ seq: 4 })
  })

  it('when only the columns of an event are edited', async () => {
    const { db } = await tenEvents()
    for (const column of ['actor_id', 'article_id', 'claim_id', 'source_id', 'person_id']) {
      tamper(db, (sqlite) => sqlite.exec(`UPDATE events SET ${column} = coalesce(${column}, 0) + 1 WHERE seq = 5`))
      expect(await found(db)).toMatchObject({ seq: 5, why: expect.stringContaining('filed wrongly') })
      tamper(db, (sqlite) => sqlite.exec(`UPDATE events SET ${column} = nullif(${column} - 1, 0) WHERE seq = 5`))
    }
    tamper(db, (sqlite) => sqlite.exec(`UPDATE events SET at = '2020-01-01T00:00:00.000Z' WHERE seq = 5`))
    expect(await found(db)).toMatchObject({ seq: 5, why: expect.stringContaining('time') })
  })

  it('when an event is deleted', async () => {
    const { db } = await tenEvents()
    tamper(db, (sqlite) => sqlite.exec('DELETE FROM events WHERE seq = 6'))
    expect(await found(db)).toEqual({ seq: 6, why: 'Event 6 is missing.' })
  })

  it('when the first event is deleted', async () => {
    const { db } = await tenEvents()
    tamper(db, (sqlite) => sqlite.exec('DELETE FROM events WHERE seq = 1'))
    expect(await found(db)).toMatchObject({ seq: 1 })
  })

  it('when an event is deleted and the rest moved up', async () => {
    const { db } = await tenEvents()
    tamper(db, (sqlite) => {
      sqlite.exec('DELETE FROM events WHERE seq = 6')
      for (const seq of [7, 8, 9, 10]) sqlite.exec(`UPDATE events SET seq = ${seq - 1} WHERE seq = ${seq}`)
    })
    expect(await found(db)).toMatchObject({ seq: 6, why: expect.stringContaining('recorded as event 7') })
  })

  it('when two events are swapped', async () => {
    const { db } = await tenEvents()
    tamper(db, (sqlite) =>
      sqlite.exec(`UPDATE events SET seq = -1 WHERE seq = 3;
        UPDATE events SET seq = 3 WHERE seq = 7; UPDATE events SET seq = 7 WHERE seq = -1`),
    )
    expect(await found(db)).toMatchObject({ seq: 3 })
  })

  it('when an event is slipped in before the first', async () => {
    const { db } = await tenEvents()
    tamper(db, (sqlite) =>
      sqlite.exec(`INSERT INTO events (seq, body, hash, at, type, kind)
        SELECT 0, body, hash, at, type, kind FROM events WHERE seq = 1`),
    )
    expect(await found(db)).toMatchObject({ seq: 0 })
  })

  it('when an event is appended that does not follow', async () => {
    const { db } = await tenEvents()
    tamper(db, (sqlite) => {
      sqlite.exec(`INSERT INTO events SELECT 11, body, hash, at, type, kind, actor_id, article_id, claim_id, source_id,
        person_id, round_id FROM events WHERE seq = 10`)
      rewrite(sqlite, 11, { ...bodyOf(sqlite, 10), seq: 11 })
    })
    expect(await found(db)).toMatchObject({ seq: 10, why: expect.stringContaining('Event 10 or event 11') })
  })

  it('when a body is no event any more', async () => {
    const { db } = await tenEvents()
    for (const body of ['{}', 'not JSON', '[1]', 'null']) {
      tamper(db, (sqlite) =>
        sqlite.prepare('UPDATE events SET body = ?, hash = ? WHERE seq = 10').run(Buffer.from(body), sha256(body)),
      )
      expect(await found(db)).toMatchObject({ seq: 10, why: expect.stringContaining('cannot be read') })
    }
  })

  it('in any of its bytes', async () => {
    const { db } = await tenEvents()
    const rows = await eventsAfter(db.reader, 0, 100)
    for (let round = 0; round < 100; round++) {
      const row = rows[(round * 7) % rows.length]
      if (!row) continue
      const at = (round * 131) % row.body.length
      const flipped = Buffer.from(row.body)
      flipped[at] = (flipped[at] ?? 0) ^ (1 << (round % 8))
      tamper(db, (sqlite) => sqlite.prepare('UPDATE events SET body = ? WHERE seq = ?').run(flipped, row.seq))
      expect(await found(db)).toMatchObject({ seq: row.seq })
      tamper(db, (sqlite) => sqlite.prepare('UPDATE events SET body = ? WHERE seq = ?').run(row.body, row.seq))
    }
    expect(await found(db)).toBe('whole')
  })
})

describe('the check of a file', () => {
  const told = async (file: string) => {
    const lines: string[] = []
    return { code: await verifyFile(file, (line) => lines.push(line)), text: lines.join('\n') }
  }

  it('says that the history is whole while the file is in use', async () => {
    const { db } = await tenEvents()
    expect(await told(db.file)).toMatchObject({ code: 0, text: expect.stringContaining('whole: 10 events') })
  })

  it('says what is wrong, with exit code 1', async () => {
    const { db } = await tenEvents()
    tamper(db, (sqlite) => sqlite.exec('DELETE FROM events WHERE seq = 6'))
    expect(await told(db.file)).toMatchObject({ code: 1, text: expect.stringContaining('Event 6 is missing.') })
  })

  it('refuses what is no database of ours', async () => {
    const { db } = await newsroom()
    await expect(told(`${db.file}.none`)).rejects.toThrow('There is no database at')
    await expect(told(import.meta.filename)).rejects.toThrow('is damaged, or not a database')
  })
})
