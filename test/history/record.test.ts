import { expect, it } from 'vitest'
import { write } from '../../db/write.ts'
import { record } from '../../server/history/record.ts'
import { newestEvent } from '../../server/history/store.ts'
import { newsroom } from '../support/newsroom.ts'

it('chains each event to the one before it', async () => {
  const { db, ada } = await newsroom()
  const first = await write(db, (tx) => record(tx, ada, 'person.renamed', { person: ada.id }, {}))
  const second = await write(db, (tx) => record(tx, ada, 'person.renamed', { person: ada.id }, {}))
  expect(second).toBe(first + 1)
  expect((await newestEvent(db.reader))?.seq).toBe(second)
})
