import { expect, it } from 'vitest'
import { aSource } from '../evidence/harbour.ts'
import { indexNames, isInStep } from '../../server/search/reindex-store.ts'
import { anArchive, idsFound } from './an-archive.ts'

const searched = 'mooring OR barge OR dredger'

/** The archive, its source with a copy and a comment on its evidence merged into `second`; merging goes by the form. */
async function mergedArchive() {
  const archive = await anArchive()
  const { db, cleos, claim, log } = archive
  await cleos.post(`/claims/${claim}/threads`, { evidence: '1', body: 'Said of the barge.' }).expect(303)
  const second = await aSource(db, 'Ledger of the harbour')
  const merge = (gone: number, kept: number, stamp: string) =>
    cleos.post(`/sources/${kept}/same/${gone}`, { stamp }).expect(303)
  await merge(log, second, '1.1')
  const outOfStep = () => indexNames(db.writer.sqlite).filter((name) => !isInStep(db.writer.sqlite, name))
  return { ...archive, second, merge, outOfStep }
}

it('readers find nothing any more of what was merged, in two steps, into a confidential source', async () => {
  const { db, cleos, ritas, claim, log, second, merge, outOfStep } = await mergedArchive()
  expect(await idsFound(ritas, searched)).toEqual({ copies: [1], comments: [2] })
  expect((await ritas.get(`/claims/${claim}`)).text).toContain('Closed on Monday.')
  const secret = await aSource(db, 'What nobody may know', { confidential: true })
  await merge(second, secret, '1.1')
  expect(await idsFound(ritas, searched)).toEqual({})
  expect(await idsFound(ritas, 'source:nobody')).toEqual({})
  expect((await ritas.get(`/claims/${claim}`)).text).not.toContain('Closed on Monday.')
  await ritas.get(`/sources/${log}/snapshots/1`).expect(404)
  expect(await idsFound(cleos, searched)).toEqual({ copies: [1], comments: [2] })
  expect(outOfStep()).toEqual([])
})

it('nor when the source that is left becomes confidential afterwards, nor when they are taken apart again', async () => {
  const { cleos, ritas, log, second, outOfStep } = await mergedArchive()
  const fields = { title: 'Ledger of the harbour', kind: 'record', confidential: 'yes', version: '1' }
  await cleos.post(`/sources/${second}`, fields).expect(303)
  expect(await idsFound(ritas, searched)).toEqual({})
  await cleos.post(`/sources/${log}/separation`).expect(303)
  expect(await idsFound(ritas, searched)).toEqual({})
  expect(await idsFound(cleos, searched)).toEqual({ sources: [log], copies: [1], comments: [2] })
  expect(outOfStep()).toEqual([])
})
