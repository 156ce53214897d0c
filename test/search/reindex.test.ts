import { expect, it } from 'vitest'
import { rounds } from '../../db/schema/index.ts'
import { write } from '../../db/write.ts'
import { runCommand } from '../../server/commands.ts'
import { indexNames, isInStep } from '../../server/search/reindex-store.ts'
import { aSource } from '../evidence/harbour.ts'
import { aSnapshot } from '../snapshots/copies.ts'
import { terminal } from '../support/terminal.ts'
import { anArchive, idsFound } from './an-archive.ts'

type Archive = Awaited<ReturnType<typeof anArchive>>

const outOfStep = ({ db }: Archive) => indexNames(db.writer.sqlite).filter((name) => !isInStep(db.writer.sqlite, name))

it('is in step after everything that changes what is searched', async () => {
  const archive = await anArchive()
  const { db, cleos, adas, claim, log, cleo } = archive
  expect(outOfStep(archive)).toEqual([])
  await cleos.post('/articles/1', { title: '港口争论', language: 'en', kind: 'article', version: '1' }).expect(303)
  await cleos.post('/claimants/1', { name: 'Zora Dell', role: '', version: '1' }).expect(303)
  await cleos.post(`/claims/${claim}/threads`, { evidence: '1', body: '谁保存了记录？' }).expect(303)
  await cleos.post(`/sources/${log}`, { title: 'Log', kind: 'record', confidential: 'yes', version: '1' }).expect(303)
  await aSnapshot(db, log, '秘密日志，第二天。', { actor: cleo })
  expect(await idsFound(cleos, '秘密日志')).toEqual({ copies: [2] })
  expect(await idsFound(cleos, '谁保存')).toEqual({ comments: [2] })
  const row = { claimId: claim, firstId: cleo.id, secondId: archive.ben.id }
  await write(db, (tx) => tx.insert(rounds).values({ ...row, createdAt: tx.now }))
  await cleos.post(`/claims/${claim}/verdicts`, {
    rating: '1',
    rationale: 'Sealed away.',
    version: '1',
    after: '1',
    override: 'x',
  })
  expect(await idsFound(cleos, 'sealed')).toEqual({})
  await write(db, (tx) => tx.update(rounds).set({ closedAt: tx.now, ended: 'called_off' }))
  expect(await idsFound(cleos, 'zora sealed')).toEqual({ claims: [claim] })
  await cleos.post(`/sources/${log}`, { title: 'Log', kind: 'record', version: '2' }).expect(303)
  await adas.post('/comments/2/erasure').expect(303)
  expect(outOfStep(archive)).toEqual([])
})

it('finds the source that was kept when two were merged, and hides what is said on evidence that became confidential', async () => {
  const archive = await anArchive()
  const { db, cleos, ritas, claim, log } = archive
  await cleos.post(`/claims/${claim}/threads`, { evidence: '1', body: 'Said of the barge.' }).expect(303)
  const kept = await aSource(db, 'Ledger of the dredger', { confidential: true })
  expect(await idsFound(ritas, 'dredger OR barge')).toEqual({ sources: [log], comments: [2] })
  await cleos.post(`/sources/${kept}/same/${log}`, { stamp: '1.1' }).expect(303)
  expect(await idsFound(cleos, 'dredger OR barge')).toEqual({ sources: [kept], comments: [2] })
  expect(await idsFound(ritas, 'dredger OR barge OR mooring')).toEqual({})
  expect(outOfStep(archive)).toEqual([])
})

it('finds nothing of an erased comment, and keeps none of its words in the file', async () => {
  const { db, cleos } = await anArchive()
  await cleos.post('/threads/1/comments', { body: 'Quidnunc 吐露秘密 whispered it.' }).expect(303)
  expect(await idsFound(cleos, 'quidnunc')).toEqual({ comments: [2] })
  expect(await idsFound(cleos, '吐露')).toEqual({ comments: [2] })
  expect(words(db.writer.sqlite.serialize())).toEqual(['quidnunc', '吐露秘'])
  await cleos.post('/comments/2/erasure').expect(303)
  expect(await idsFound(cleos, 'quidnunc OR 吐露')).toEqual({})
  expect(words(db.writer.sqlite.serialize())).toEqual([])
})

// The index holds a term in pieces: what it has in common with the one before is left out.
const words = (bytes: Buffer) => ['quidnunc', '吐露秘'].filter((word) => bytes.includes(Buffer.from(word).subarray(2)))

it('is told from one that is not by the command, which makes it again', async () => {
  const archive = await anArchive()
  const { db, world } = archive
  const env = { DATA_DIR: world.config.dataDir }
  db.writer.sqlite.exec(`INSERT INTO search_claims(search_claims, rowid, statement) VALUES ('delete', 1, 'harbour')`)
  db.close()
  const run = async (...words: string[]) => {
    const said: string[] = []
    return { code: await runCommand(env, words, terminal(said)), said }
  }
  const differing = await run('reindex', '--check')
  expect(differing.code).toBe(1)
  expect(differing.said).toContain('search_claims does not hold what is stored.')
  const made = await run('reindex')
  expect([made.code, made.said.at(-1)]).toEqual([0, expect.stringMatching(/^All \d+ indexes hold what is stored\.$/)])
  expect((await run('reindex', '--check')).code).toBe(0)
  expect((await run('reindex', '--all')).code).toBe(2)
})
