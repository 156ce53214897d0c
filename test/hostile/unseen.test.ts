import { expect, it } from 'vitest'
import { harbour } from '../evidence/harbour.ts'
import { type Answer, crawl } from '../support/crawl.ts'
import { newsroom } from '../support/newsroom.ts'

// What a reader can ask for that no link of theirs leads to.
const besides = [
  '/claims/1.json',
  '/claims.json',
  '/claims.json?evidence=none',
  '/claims.csv',
  '/claims.csv?evidence=none&variant=raw',
  '/articles/1/claims.csv',
  '/articles/1/evidence.csv',
  '/articles/1/evidence.json',
  '/articles/1/claims.json',
  '/articles/1/formats',
  '/articles/1/annotations.jsonld',
  '/claims?evidence=none',
  '/claims?sort=changed',
  '/claims/1/evidence/new',
  '/claims/1/verdicts/new',
  '/verdicts/1/review',
  '/evidence/1/edit',
  '/evidence/1/withdrawal',
  '/evidence/2/edit',
  '/evidence/source-matches?source_q=leak',
  '/sources/1',
  '/sources/1/edit',
  '/sources/1/history',
  '/sources?q=leak',
  '/sources.json?q=leak',
  '/history.json',
  '/history.json?kind=evidence',
  '/history.json?person=3',
]

it('is for a reader as if it were not there: no answer changes by it, whatever is asked for', async () => {
  const { db, as, rita, cleo } = await newsroom({ PUBLIC_URL: 'https://stet.example' })
  await harbour(db, 3)
  const [reader, checker] = [await as(rita), await as(cleo)]
  const get = async (path: string): Promise<Answer> => {
    const answer = await reader.get(path).buffer(true)
    const { location, 'content-type': type = '' } = answer.headers
    return { status: answer.status, text: answer.text ?? '', type, location }
  }
  const all = async () => {
    const links = (await crawl(get, { each: 3 })).map(({ path }) => path)
    const answers = new Map<string, string>()
    for (const path of [...links, ...besides]) {
      for (const piece of ['', 'partial']) {
        const answer = await reader.get(path).set('HX-Request-Type', piece).buffer(true)
        answers.set(`${path} ${piece}`, JSON.stringify([answer.status, answer.text, answer.headers['location']]))
      }
    }
    return answers
  }

  const before = await all()
  const source = { title: 'LEAK', url: 'https://leak.example', publisher: 'LEAK', author: 'LEAK', kind: 'document' }
  const said = { stance: 'supports', passage: 'LEAK', note: 'LEAK', locator: 'LEAK' }
  await checker.post('/claims/1/evidence', { ...source, ...said, source: 'new', confidential: 'yes' }).expect(303)
  await checker.post('/claims/2/evidence', { ...said, source: '1' }).expect(303)
  await checker.post('/evidence/1', { ...said, passage: 'LEAK 2', version: '1' }).expect(303)
  await checker.post('/sources/1', { ...source, title: 'LEAK 2', confidential: 'yes', version: '1' }).expect(303)
  await checker.post('/evidence/2/withdrawal', { reason: 'LEAK' }).expect(303)
  const after = await all()

  // The head of the chain is there for everybody to keep, and moves with every event: it tells that there was one.
  const told = [...after].filter(([path, answer]) => before.get(path) !== answer).map(([path]) => path)
  expect(told.filter((path) => !path.startsWith('/history '))).toEqual([])
  expect(
    [...after.values()].filter((answer) =>
      /leak/i.test(answer.replaceAll(/source_q=leak|\?q=leak|value=\\"leak\\"/gi, '')),
    ),
  ).toEqual([])
  expect(after.size).toBeGreaterThan(80)
})
