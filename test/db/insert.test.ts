import { describe, expect, it } from 'vitest'
import { insertInto } from '../../db/insert.ts'
import { articles, tags } from '../../db/schema/index.ts'
import { write } from '../../db/write.ts'
import { newsroom } from '../support/newsroom.ts'

describe('inserting by the statement of a table', () => {
  it('stores what an ordinary insert stores, however many columns are given', async () => {
    const { db } = await newsroom()
    const least = { title: 'A', language: 'en', kind: 'article' as const, searched: 'a', createdAt: '2025-01-01' }
    const more = { ...least, title: 'B', independent: true, outlet: 'C', scale: null, byline: undefined }
    const ids = await write(db, async (tx) => {
      await tx.insert(articles).values([least, more])
      return [await insertInto(tx, articles, least), await insertInto(tx, articles, more)]
    })
    const [first, second, ...same] = await db.reader.select().from(articles)
    expect(same).toEqual([
      { ...first, id: ids[0] },
      { ...second, id: ids[1] },
    ])
    expect(ids).toEqual([3, 4])
  })

  it('fails like one, and the statement works on', async () => {
    const { db } = await newsroom()
    const tag = { name: 'Rent', nameKey: 'rent' }
    await write(db, (tx) => insertInto(tx, tags, tag))
    await expect(write(db, (tx) => insertInto(tx, tags, tag))).rejects.toThrow(/UNIQUE/)
    expect(await write(db, (tx) => insertInto(tx, tags, { name: 'Tax', nameKey: 'tax' }))).toBe(2)
  })
})
