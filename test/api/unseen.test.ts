import { describe, expect, it } from 'vitest'
import { operations } from '../../server/api/operations.ts'
import { harbour } from '../evidence/harbour.ts'
import { openedRound, typed } from '../rounds/two-checkers.ts'
import { newsroom } from '../support/newsroom.ts'
import { type Program, kindOf, programOf } from './client.ts'

const besides = [
  '/search?q=leak',
  '/search?q=leak&kind=sources',
  '/search?q=leak&kind=copies',
  '/search?q=publisher:leak',
  '/claims?q=leak',
  '/claims?evidence=none',
  '/claims?sort=evidence',
  '/precedents?text=leak',
]

/** Everything that a program can read, by its address: status, tag and body. */
async function photograph({ get }: Program): Promise<Map<string, string>> {
  const shots = new Map<string, string>()
  const readings = operations.filter(({ method }) => method === 'get')
  const paths = readings.flatMap(({ path, example }) =>
    (path.includes('{id}') ? [1, 2, 3] : [0]).map((id) => path.replace('{id}', String(id)) + (example?.query ?? '')),
  )
  for (const path of [...paths, ...besides]) {
    const { status, text, headers } = await get(path)
    shots.set(path, JSON.stringify([status, headers.etag, text]))
  }
  return shots
}

const differing = (before: Map<string, string>, after: Map<string, string>) =>
  [...after].filter(([path, shot]) => before.get(path) !== shot).map(([path]) => path)

describe('what is confidential', () => {
  it('is for no program there, whoever’s it is: no answer changes by it', async () => {
    const news = await newsroom({ PUBLIC_URL: 'https://stet.example' })
    await harbour(news.db, 3)
    const [checkers, readers] = [await programOf(news, news.cleo), await programOf(news, news.rita)]
    const before = [await photograph(checkers), await photograph(readers)] as const
    const cleo = await news.as(news.cleo)
    const source = { title: 'LEAK', url: 'https://leak.example', publisher: 'LEAK', author: 'LEAK', kind: 'document' }
    const said = { stance: 'supports', passage: 'LEAK', note: 'LEAK', locator: 'LEAK', confidential: 'yes' }
    await cleo.post('/claims/1/evidence', { ...source, ...said, source: 'new' }).expect(303)
    await cleo.post('/claims/2/evidence', { stance: 'context', note: 'LEAK', source: '1' }).expect(303)
    await cleo.post('/sources/1/snapshots', { way: 'paste', text: 'LEAK in a copy' }).expect(303)
    const after = [await photograph(checkers), await photograph(readers)] as const
    expect(before[0].size).toBeGreaterThan(30)
    for (const who of [0, 1] as const) expect(differing(before[who], after[who])).toEqual([])
  })

  it('is not to be read out of what a program is refused either, and stays as it is', async () => {
    const news = await newsroom({ PUBLIC_URL: 'https://stet.example' })
    await harbour(news.db, 1)
    const { post, patch } = await programOf(news, news.cleo)
    const cleo = await news.as(news.cleo)
    const source = { title: 'LEAK', url: 'https://leak.example', kind: 'document', doi: '10.1000/leak' }
    const typedIn = { ...source, stance: 'supports', note: 'N', source: 'new', confidential: 'yes' }
    await cleo.post('/claims/1/evidence', typedIn).expect(303)
    const evidence = { stance: 'supports', note: 'N' }
    const answers = [
      await post('/claims/1/evidence', { source_id: 1, ...evidence }).expect(422),
      await post('/claims/1/evidence', { source: { ...source, title: 'T' }, ...evidence }).expect(409),
      await post('/claims/1/evidence', { source: { title: 'T', kind: 'report', doi: '10.1000/leak' }, ...evidence }),
      await post('/claims/1/evidence', { source: { ...source, confidential: true }, ...evidence }).expect(422),
      await patch('/evidence/1', { note: 'M' }, { 'If-Match': '*' }).expect(404),
      await post('/evidence/1/withdrawal', { reason: 'R' }, { 'If-Match': '*' }).expect(404),
    ]
    for (const answer of answers) {
      expect(answer.status).toBeGreaterThanOrEqual(400)
      expect(answer.text.replaceAll('/leak.example', '')).not.toContain('LEAK')
    }
    const standing = news.db.writer.sqlite.prepare('SELECT count(*) FROM evidence WHERE withdrawn_at IS NULL')
    expect(standing.pluck().get()).toBe(1)
  })

  it('is not told by a receipt, when it has become so since', async () => {
    const news = await newsroom({ PUBLIC_URL: 'https://stet.example' })
    await harbour(news.db, 1)
    const { post } = await programOf(news, news.cleo)
    const body = { source: { title: 'LEAK', kind: 'report' }, stance: 'context', note: 'N' }
    const key = { 'Idempotency-Key': 'k' }
    await post('/claims/1/evidence', body, key).expect(201)
    const edit = { title: 'LEAK', kind: 'report', confidential: 'yes', version: '1' }
    await (await news.as(news.cleo)).post('/sources/1', edit).expect(303)
    const again = await post('/claims/1/evidence', body, key).expect(404)
    expect([kindOf(again), again.text.includes('LEAK')]).toEqual(['not-found', false])
  })
})

describe('a sealed verdict', () => {
  it('changes nothing that any program can read, its author’s neither', async () => {
    const news = await openedRound()
    const programs = await Promise.all([news.cleo, news.ben, news.ada, news.rita].map((who) => programOf(news, who)))
    const shots = () => Promise.all(programs.map(photograph))
    const before = await shots()
    await news.cleos.post(`/claims/${news.claim}/verdicts`, { ...typed, rationale: 'A leak.' }).expect(303)
    const after = await shots()
    expect(after.map((shot, who) => differing(before[who] ?? new Map(), shot))).toEqual([[], [], [], []])
  })
})
