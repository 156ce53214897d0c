import { expect, it } from 'vitest'
import { write } from '../../db/write.ts'
import { runCommand } from '../../server/commands.ts'
import { jobKinds } from '../../server/job-kinds.ts'
import { runDueJobs } from '../../server/jobs/runner.ts'
import { indexMore } from '../../server/search/copy-index.ts'
import { countWaiting } from '../../server/search/copy-store.ts'
import { type CopyPiece, longestPiece, pieceAfter } from '../../server/search/copy-pieces.ts'
import { indexNames, isInStep } from '../../server/search/reindex-store.ts'
import { aSnapshot } from '../snapshots/copies.ts'
import { terminal } from '../support/terminal.ts'
import { anArchive, idsFound } from './an-archive.ts'

const line = 'Nothing to be told of this day at the quay.\n\n'
const longText = (word: string, at = 1_200) =>
  Array.from({ length: 1_500 }, (_, nth) => (nth === at ? `Day of the ${word} 秘密口令。\n\n` : line)).join('')

function piecesOf(text: string) {
  const pieces: CopyPiece[] = []
  for (let next = pieceAfter(text, undefined); next; next = pieceAfter(text, next)) pieces.push(next)
  return pieces
}

async function aLongCopy() {
  const archive = await anArchive()
  const copy = await aSnapshot(archive.db, archive.log, longText('quagga'), { actor: archive.cleo })
  const outOfStep = () =>
    indexNames(archive.db.writer.sqlite).filter((name) => !isInStep(archive.db.writer.sqlite, name))
  return { ...archive, copy, outOfStep, waiting: () => countWaiting(archive.db.reader) }
}

it.each([
  ['paragraphs', longText('quagga')],
  ['words only', 'é word 字 '.repeat(9_000)],
  ['no place to cut', `a${'𠀀'.repeat(25_000)}`],
  ['one piece', 'short'],
])('cuts a text into pieces that hold all of it, by characters and by bytes: %s', (_name, text) => {
  const pieces = piecesOf(text)
  const bytes = Buffer.from(text)
  for (const [at, { start, end, firstByte, bytes: size }] of pieces.entries()) {
    expect(bytes.subarray(firstByte, firstByte + size).toString()).toBe(text.slice(start, end))
    expect(end - start).toBeLessThanOrEqual(longestPiece)
    expect(start).toBeLessThanOrEqual(pieces[at - 1]?.end ?? 0)
  }
  expect(pieces.at(-1)?.end).toBe(text.length)
  expect(pieceAfter('', undefined)).toBeUndefined()
})

it('finds a phrase that stands across a cut between words', () => {
  const pieces = piecesOf('one two three four '.repeat(3_000))
  expect((pieces[0]?.end ?? 0) - (pieces[1]?.start ?? 0)).toBeGreaterThan(100)
})

it('finds a short copy at once, and a long one when the job has been through it, at its place', async () => {
  const { world, db, cleos, log, copy, outOfStep, waiting } = await aLongCopy()
  expect(await idsFound(cleos, 'quagga')).toEqual({})
  expect([await waiting(), outOfStep()]).toEqual([1, []])
  await runDueJobs(world, jobKinds)
  expect([await waiting(), outOfStep()]).toEqual([0, []])
  expect(await idsFound(cleos, 'quay quagga')).toEqual({ copies: [copy] })
  expect(await idsFound(cleos, '秘密')).toEqual({ copies: [copy] })
  const at = longText('quagga').indexOf('quagga')
  expect((await cleos.get('/search?q=quagga')).text).toContain(
    `/sources/${log}/snapshots/${copy}?mark=${at}-${at + 6}#mark`,
  )
  // All its pieces are one copy, beside a short one.
  const short = await aSnapshot(db, log, 'Of the quay.')
  expect(await idsFound(cleos, 'quay', '&kind=copies')).toEqual({ copies: expect.arrayContaining([copy, short]) })
  expect(JSON.parse((await cleos.get('/search.json?q=quay&kind=copies')).text).groups[0].count).toBe(2)
})

it('goes on where it was broken off, one piece a transaction', async () => {
  const { world, db, cleos, copy, waiting } = await aLongCopy()
  const whole = { id: copy, text: longText('quagga') }
  const first = await write(db, (tx) => indexMore(tx, whole))
  expect(first).toBeLessThanOrEqual(longestPiece)
  const pieces = () =>
    db.writer.sqlite.prepare<[number], number>('SELECT start FROM copy_pieces WHERE snapshot_id = ?').pluck().all(copy)
  expect(pieces()).toEqual([0])
  expect(await waiting()).toBe(1)
  await runDueJobs(world, jobKinds)
  expect(pieces()).toEqual(piecesOf(whole.text).map(({ start }) => start))
  expect(await idsFound(cleos, 'quagga')).toEqual({ copies: [copy] })
})

it('hides a copy at once when its source becomes confidential, and moves it piece by piece', async () => {
  const { world, cleos, ritas, log, copy, outOfStep, waiting } = await aLongCopy()
  await runDueJobs(world, jobKinds)
  expect(await idsFound(ritas, 'quagga')).toEqual({ copies: [copy] })
  const source = { title: 'Log of the dredger', kind: 'record' }
  await cleos.post(`/sources/${log}`, { ...source, confidential: 'yes', version: '1' }).expect(303)
  for (const q of ['quagga', '秘密口令', '-zebra by:cleo kind:copy'])
    expect([q, await idsFound(ritas, q)]).toEqual([q, {}])
  expect([await waiting(), outOfStep()]).toEqual([2, []])
  await runDueJobs(world, jobKinds)
  expect([await waiting(), outOfStep()]).toEqual([0, []])
  for (const q of ['quagga', '秘密口令']) expect([q, await idsFound(ritas, q)]).toEqual([q, {}])
  expect(await idsFound(cleos, 'quagga')).toEqual({ copies: [copy] })
  await cleos.post(`/sources/${log}`, { ...source, version: '2' }).expect(303)
  await runDueJobs(world, jobKinds)
  expect(await idsFound(ritas, 'quagga')).toEqual({ copies: [copy] })
  expect(outOfStep()).toEqual([])
})

it('is told by the command as waiting, and not as a difference', async () => {
  const { world, db } = await aLongCopy()
  db.close()
  const said: string[] = []
  expect(await runCommand({ DATA_DIR: world.config.dataDir }, ['reindex', '--check'], terminal(said))).toBe(0)
  expect(said[0]).toBe('1 copy waits to be indexed: the server does that while it runs.')
})
