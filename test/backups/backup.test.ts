import { readdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import Database from 'better-sqlite3'
import { eq } from 'drizzle-orm'
import { expect, it } from 'vitest'
import { settings } from '../../db/schema/index.ts'
import { write } from '../../db/write.ts'
import { backUp } from '../../server/backups/backup.ts'
import { runCommand } from '../../server/commands.ts'
import { terminal } from '../support/terminal.ts'
import { emptyFolder, open } from '../support/folder.ts'

it('copies the database while it is open and being written, whole and in one file', async () => {
  const db = await open(emptyFolder())
  await write(db, (tx) => tx.update(settings).set({ newsroom: 'The Lantern' }).where(eq(settings.id, 1)))
  const folder = emptyFolder()
  const path = await backUp(db.file, join(folder, 'copy.sqlite'))
  await write(db, (tx) => tx.update(settings).set({ newsroom: 'Later' }).where(eq(settings.id, 1)))
  expect(readdirSync(folder)).toEqual(['copy.sqlite'])
  const copy = new Database(path, { readonly: true })
  expect(copy.prepare('SELECT newsroom FROM settings').pluck().get()).toBe('The Lantern')
  copy.close()
  db.close()
})

it('starts as a database of its own', async () => {
  const db = await open(emptyFolder())
  const folder = emptyFolder()
  await backUp(db.file, join(folder, 'stet.sqlite'))
  db.close()
  const restored = await open(folder)
  expect(restored.isNew).toBe(false)
  restored.close()
})

it('overwrites nothing', async () => {
  const db = await open(emptyFolder())
  const target = join(emptyFolder(), 'copy.sqlite')
  writeFileSync(target, 'last good backup')
  await expect(backUp(db.file, target)).rejects.toThrow(/exists already/)
  db.close()
})

it('says when there is nothing to copy', async () => {
  const folder = emptyFolder()
  await expect(backUp(join(folder, 'stet.sqlite'), join(folder, 'copy.sqlite'))).rejects.toThrow(/no database/)
  expect(readdirSync(folder)).toEqual([])
})

it('is a command', async () => {
  const dir = emptyFolder()
  ;(await open(dir)).close()
  const said: string[] = []
  const run = (...words: string[]) => runCommand({ DATA_DIR: dir }, ['backup', ...words], terminal(said))
  expect(await run(join(dir, 'copy.sqlite'))).toBe(0)
  expect(said.join()).toContain('copy.sqlite')
  expect(await run(join(dir, 'copy.sqlite'))).toBe(2)
  expect(await run()).toBe(2)
  expect(said.at(-1)).toContain('Name the file')
})
