import { openSync, writeSync, closeSync, statSync } from 'node:fs'
import { expect, it } from 'vitest'
import { checkFile } from '../../db/check.ts'
import { DatabaseRefused } from '../../server/errors.ts'
import { emptyFolder, open } from '../support/folder.ts'

it('finds nothing wrong with a sound database', async () => {
  const db = await open(emptyFolder())
  await checkFile(db.file)
  db.close()
})

it('refuses a database with overwritten pages', async () => {
  const db = await open(emptyFolder())
  db.writer.sqlite.pragma('wal_checkpoint(TRUNCATE)')
  db.close()
  const handle = openSync(db.file, 'r+')
  const size = statSync(db.file).size
  for (let page = 2; page * 4096 < size; page += 2) writeSync(handle, Buffer.alloc(2048, 0xa5), 0, 2048, page * 4096)
  closeSync(handle)
  await expect(checkFile(db.file)).rejects.toThrow(DatabaseRefused)
})
