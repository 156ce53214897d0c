import { createHash, randomBytes } from 'node:crypto'
import { eq } from 'drizzle-orm'
import { expect, it } from 'vitest'
import { sources } from '../../db/schema/index.ts'
import { write } from '../../db/write.ts'
import { historyOf, plainLine } from '../../server/history/history.ts'
import { newestSnapshots, snapshotBytes, snapshotText, snapshotsOf } from '../../server/snapshots/snapshot.ts'
import { updateSettings } from '../../server/settings/store.ts'
import { aSource } from '../evidence/harbour.ts'
import { newsroom } from '../support/newsroom.ts'
import { png } from '../documents/files.ts'
import { aSnapshot } from './copies.ts'

const sha256 = (bytes: Buffer | string) => createHash('sha256').update(bytes).digest('hex')

/** A newsroom with one source. */
async function room() {
  const news = await newsroom()
  return { ...news, source: await aSource(news.db, 'Harbour log') }
}

it('keeps the bytes, the text, who, when and from where, and says so in the history', async () => {
  const { db, cleo, clock, source } = await room()
  const text = 'The harbour froze. 😀\n\nNobody sailed.'
  const id = await aSnapshot(db, source, text, { actor: cleo, address: 'https://log.example/' })
  expect(await snapshotsOf(db.reader, source)).toEqual([
    {
      id,
      sourceId: source,
      sha256: sha256(text),
      mediaType: 'text/plain',
      charset: 'utf-8',
      size: Buffer.byteLength(text),
      origin: 'paste',
      address: 'https://log.example/',
      finalAddress: null,
      fileName: null,
      declaredType: null,
      capturedAt: clock.now().toISOString(),
      capturedBy: { id: cleo.id, name: 'Cleo' },
    },
  ])
  const blocks = [
    { kind: 'paragraph', start: 0, end: 21 },
    { kind: 'paragraph', start: 23, end: 37 },
  ]
  expect(await snapshotText(db.reader, id)).toEqual({
    sourceId: source,
    text,
    blocks,
    pages: null,
    problem: null,
    sha256: sha256(text),
  })
  const [line] = await historyOf(db.reader, cleo, { source }, { limit: 1 })
  expect(line && plainLine(line)).toBe(
    `Cleo kept a copy of Harbour log, pasted (SHA-256 ${sha256(text).slice(0, 12)}…).`,
  )
})

it('gives the bytes back as they came, in pieces', async () => {
  const { db, source } = await room()
  const bytes = Buffer.concat([png(10, 10), randomBytes(2_500_000)])
  await aSnapshot(db, source, bytes)
  const [kept] = await snapshotsOf(db.reader, source)
  const pieces = await Array.fromAsync(snapshotBytes(db.reader, kept ?? { sha256: '' }))
  expect(pieces.map(({ length }) => length)).toEqual([1_000_000, 1_000_000, bytes.length - 2_000_000])
  expect(Buffer.concat(pieces).equals(bytes)).toBe(true)
})

it('stores the same bytes once, whoever keeps them, and counts them once', async () => {
  const { db, source } = await room()
  const other = await aSource(db, 'Tide table')
  const first = await aSnapshot(db, source, 'Closed on Monday.')
  const again = await aSnapshot(db, other, 'Closed on Monday.')
  const last = await aSnapshot(db, source, 'Closed on Tuesday.')
  const count = (table: string) => db.writer.sqlite.prepare(`SELECT count(*) FROM ${table}`).pluck().get()
  expect([count('blobs'), count('blob_pieces'), count('snapshots')]).toEqual([2, 2, 3])
  expect(db.writer.sqlite.prepare('SELECT snapshot_bytes FROM settings').pluck().get()).toBe(17 + 18)
  const newest = await newestSnapshots(db.reader, [source, other, 99])
  expect([newest.size, newest.get(source)?.id, newest.get(other)?.id]).toEqual([2, last, again])
  expect((await snapshotsOf(db.reader, source)).map(({ id }) => id)).toEqual([last, first])
})

it('refuses what is over the quota, and takes what is there already', async () => {
  const { db, source } = await room()
  await aSnapshot(db, source, 'x'.repeat(600_000))
  await write(db, (tx) => updateSettings(tx, { snapshotQuota: 1 }))
  await expect(aSnapshot(db, source, 'y'.repeat(400_001))).rejects.toThrow('no room left')
  await aSnapshot(db, source, 'x'.repeat(600_000))
  await aSnapshot(db, source, 'y'.repeat(400_000))
  await expect(aSnapshot(db, source, 'z')).rejects.toThrow('no room left')
  expect(await snapshotsOf(db.reader, source)).toHaveLength(3)
})

it('of a source that was merged into another is one of that source too', async () => {
  const { db, source } = await room()
  const gone = await aSource(db, 'Log of the harbour')
  await aSnapshot(db, source, 'Closed on Monday.')
  const moved = await aSnapshot(db, gone, 'Closed on Tuesday.')
  await write(db, (tx) => tx.update(sources).set({ mergedIntoId: source }).where(eq(sources.id, gone)))
  expect((await newestSnapshots(db.reader, [source])).get(source)).toMatchObject({ id: moved, sourceId: gone })
  expect((await snapshotsOf(db.reader, source)).map(({ id }) => id)).toEqual([moved, 1])
})
