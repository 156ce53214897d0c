import { expect, it } from 'vitest'
import { rounds } from '../../db/schema/index.ts'
import { write } from '../../db/write.ts'
import { aSnapshot } from '../snapshots/copies.ts'
import { rated } from '../verdicts/harbour.ts'
import { anArchive } from './an-archive.ts'

type Archive = Awaited<ReturnType<typeof anArchive>>

const asked = [
  '?q=harbour',
  '?q=silting',
  '?q=log',
  '?q=log+OR+harbour+OR+ferry',
  '?q=hushed',
  '?q=hush&typing=yes',
  '?q=ushe',
  '?q=密信',
  '?q=密',
  '?q=source:hushed',
  '?q=source:log',
  '?q=by:cleo',
  '?q=by:ben',
  '?q=-hushed+harbour',
  '?q=-source:hushed+kind:claim+harbour',
  '?q=&from=2000-01-01',
  '?q=&state=open',
  '?q=&kind=comments&from=2000-01-01',
  '?q=log&kind=sources',
  '?q=log&kind=copies',
]

/** All that the people asked for get to see of the search, whole and while typing, for people and for programs. */
async function photograph(archive: Archive, who: ('ritas' | 'bens')[]) {
  const shots: [string, string][] = []
  for (const name of who)
    for (const query of asked)
      for (const path of ['/search', '/search.json']) {
        const answer = await archive[name].get(path + query).set('HX-Request-Type', 'partial')
        shots.push([`${name} ${path}${query}`, answer.text])
      }
  return new Map(shots)
}

/** The same archive twice, one with hidden things in it. */
async function twins(hide: (archive: Archive) => Promise<void>, who: ('ritas' | 'bens')[]) {
  const [plain, hiding] = [await anArchive(), await anArchive()]
  for (const { db, claim } of [plain, hiding])
    await write(db, (tx) =>
      tx.insert(rounds).values({ claimId: claim, firstId: plain.cleo.id, secondId: plain.ben.id, createdAt: tx.now }),
    )
  await hide(hiding)
  return { before: await photograph(plain, who), after: await photograph(hiding, who), hiding }
}

it('finds, counts and orders for a reader as if what is confidential were not there', async () => {
  const { before, after, hiding } = await twins(
    async ({ cleos, db, claim, cleo }) => {
      const source = {
        title: 'Hushed harbour log 密信',
        url: 'https://hushed.example',
        publisher: 'Hushed log',
        author: 'Log',
        kind: 'document',
      }
      const said = { stance: 'supports', passage: 'Hushed log.', note: '', locator: '' }
      await cleos
        .post(`/claims/${claim}/evidence`, { ...source, ...said, source: 'new', confidential: 'yes' })
        .expect(303)
      await cleos
        .post(`/claims/${claim}/threads`, { evidence: '2', body: 'The hushed log of the harbour. 密信在这里' })
        .expect(303)
      for (let nth = 0; nth < 7; nth++) await aSnapshot(db, 2, `Hushed harbour log ${nth}. 密信`, { actor: cleo })
    },
    ['ritas'],
  )
  expect([...after].filter(([path, text]) => before.get(path) !== text).map(([path]) => path)).toEqual([])
  const seen = await hiding.cleos.get('/search.json?q=hushed')
  expect(JSON.parse(seen.text).groups.map(({ kind, count }: { kind: string; count: number }) => [kind, count])).toEqual(
    [
      ['sources', 1],
      ['copies', 7],
      ['comments', 1],
    ],
  )
})

it('finds nothing of a verdict that is not in yet, nor of what is said on it, for the other checker either', async () => {
  const { before, after, hiding } = await twins(
    async ({ cleos, claim }) => {
      const typed = {
        rating: rated.true,
        rationale: 'Hushed harbour log of silting. 密信',
        version: 1,
        after: 1,
        override: 'Hushed.',
      }
      await cleos.post(`/claims/${claim}/verdicts`, typed).expect(303)
      await cleos.post(`/claims/${claim}/threads`, { verdict: '2', body: 'Hushed harbour log. 密信' }).expect(303)
    },
    ['ritas', 'bens'],
  )
  expect([...after].filter(([path, text]) => before.get(path) !== text).map(([path]) => path)).toEqual([])
  const found = async () => JSON.parse((await hiding.ritas.get('/search.json?q=hushed')).text).groups.length
  expect(await found()).toBe(0)
  await write(hiding.db, (tx) => tx.update(rounds).set({ closedAt: tx.now, ended: 'called_off' }))
  expect(await found()).toBe(2)
})

it('shows what is confidential no more, and hides it again', async () => {
  const { cleos, ritas, log } = await anArchive()
  await cleos.post(`/claims/1/threads`, { evidence: '1', body: 'Said of the moorings.' }).expect(303)
  const kinds = async () =>
    JSON.parse((await ritas.get('/search.json?q=mooring+OR+dredger')).text).groups.map(
      ({ kind }: { kind: string }) => kind,
    )
  expect(await kinds()).toEqual(['sources', 'copies', 'comments'])
  const source = { title: 'Log of the dredger', kind: 'record' }
  await cleos.post(`/sources/${log}`, { ...source, confidential: 'yes', version: '1' }).expect(303)
  expect(await kinds()).toEqual([])
  await cleos.post(`/sources/${log}`, { ...source, version: '2' }).expect(303)
  expect(await kinds()).toEqual(['sources', 'copies', 'comments'])
})
