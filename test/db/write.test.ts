import Database from 'better-sqlite3'
import { eq } from 'drizzle-orm'
import { expect, it } from 'vitest'
import { settings } from '../../db/schema/index.ts'
import { write } from '../../db/write.ts'
import { StorageBusy } from '../../server/errors.ts'
import { emptyFolder, open } from '../support/folder.ts'

const rename = (newsroom: string) => (tx: Parameters<Parameters<typeof write>[1]>[0]) =>
  tx.update(settings).set({ newsroom }).where(eq(settings.id, 1))

it('keeps what a finished change wrote', async () => {
  const db = await open(emptyFolder())
  await write(db, rename('The Lantern'))
  expect((await db.reader.select().from(settings))[0]?.newsroom).toBe('The Lantern')
  db.close()
})

it('takes back everything when the change fails, and goes on with the next', async () => {
  const db = await open(emptyFolder())
  const failing = write(db, async (tx) => {
    await rename('Half done')(tx)
    throw new Error('second thoughts')
  })
  await expect(failing).rejects.toThrow('second thoughts')
  expect((await db.reader.select().from(settings))[0]?.newsroom).toBe('Our newsroom')
  await write(db, rename('The Lantern'))
  expect((await db.reader.select().from(settings))[0]?.newsroom).toBe('The Lantern')
  db.close()
})

it('runs one change after another, in the order they were asked for', async () => {
  const db = await open(emptyFolder())
  const order: string[] = []
  const change = (name: string) =>
    write(db, async (tx) => {
      order.push(`${name} begins`)
      await rename(name)(tx)
      order.push(`${name} ends`)
    })
  await Promise.all([change('a'), change('b'), change('c')])
  expect(order).toEqual(['a begins', 'a ends', 'b begins', 'b ends', 'c begins', 'c ends'])
  db.close()
})

it('refuses a change that waits on anything but the database', async () => {
  const db = await open(emptyFolder())
  const slow = write(db, async (tx) => {
    await rename('Too late')(tx)
    await new Promise((resolve) => setTimeout(resolve, 5))
  })
  await expect(slow).rejects.toThrow(/waited on something other/)
  expect((await db.reader.select().from(settings))[0]?.newsroom).toBe('Our newsroom')
  db.close()
})

it('gives every row of one change the same instant', async () => {
  const db = await open(emptyFolder())
  expect(await write(db, async (tx) => tx.now)).toBe('2025-05-12T09:00:00.000Z')
  db.close()
})

it('says that the database is busy when another program keeps it, without freezing this one', async () => {
  const db = await open(emptyFolder())
  const other = new Database(db.file)
  other.exec('BEGIN IMMEDIATE')
  let turns = 0
  const counting = setInterval(() => turns++, 10)
  await expect(write(db, rename('x'))).rejects.toThrow(StorageBusy)
  clearInterval(counting)
  expect(turns).toBeGreaterThan(5)
  other.exec('ROLLBACK')
  await write(db, rename('y'))
  other.close()
  db.close()
})
