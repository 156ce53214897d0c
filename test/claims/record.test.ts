import { expect, it, onTestFinished } from 'vitest'
import type { Db } from '../../db/open.ts'
import { newsroom } from '../support/newsroom.ts'
import { aClaim, anArticle } from './port-ellery.ts'

async function room() {
  const news = await newsroom()
  const article = await anArticle(news.db, news.edith)
  const id = await aClaim(news.db, news.edith, article, {
    claimant: 'Harbour master',
    claimantRole: 'Port Ellery',
    reportedBy: 'The Bell',
    claimedPlace: 'Briefing',
    claimedOn: '2025-04',
    tags: ['sand & silt'],
    dueOn: '2025-05-20',
    assigneeId: news.cleo.id,
  })
  return { ...news, article, id, browser: await news.as(news.cleo) }
}

it('shows everything known about the claim on one page', async () => {
  const { browser, id, article } = await room()
  const { text: page } = await browser.get(`/claims/${id}`).expect(200)
  for (const said of [
    'Claim 1-1',
    'Harbour master',
    'Port Ellery',
    'The Bell',
    'Briefing',
    'April 2025',
    '20 May 2025',
    'Cleo',
  ])
    expect(page).toContain(said)
  expect(page).toContain('<mark>the silting has been slowing</mark>')
  expect(page).toContain('href="/claims?tag=sand%20%26%20silt"')
  expect(page).toContain(`/articles/${article.articleId}?claim=${id}#m-${id}`)
  expect(page).toContain(`id="ledger-${id}"`)
  expect(page).toContain(`id="verdicts-${id}"`)
  expect(page).toContain('>Give it back</button>')
})

it('offers each person what they may do', async () => {
  const { as, id, rita, ben, edith } = await room()
  const seenBy = async (person: typeof rita) => (await (await as(person)).get(`/claims/${id}`).expect(200)).text
  expect(await seenBy(rita)).not.toContain('<form method="post"')
  expect(await seenBy(ben)).not.toContain('/assignment')
  expect(await seenBy(ben)).toContain('Set aside')
  expect(await seenBy(edith)).toContain('>Assign</button>')
})

it('answers htmx with the card that stands beside the article', async () => {
  const { browser, id } = await room()
  const card = await browser.get(`/claims/${id}`).set('HX-Request-Type', 'partial').expect(200)
  expect(card.text.trim()).toMatch(new RegExp(`^<section class="claim-card" id="claim-${id}"`))
  expect(card.text).toContain(`href="/claims/${id}"`)
  expect(card.headers.vary).toContain('HX-Request-Type')
})

it('has a twin for machines', async () => {
  const { browser, id } = await room()
  const { body } = await browser.get(`/claims/${id}.json`).expect(200)
  expect(body).toMatchObject({
    id,
    number: 1,
    quote: 'the silting has been slowing',
    state: 'open',
    tags: ['sand & silt'],
  })
})

it('is not there for other addresses', async () => {
  const { browser } = await room()
  for (const path of ['/claims/99', '/claims/0', '/claims/1x', '/claims/99.json', '/claims/99/edit'])
    await browser.get(path).expect(404)
  await browser.post('/claims/99/state', { state: 'open', version: 1 }).expect(404)
  await browser.post('/claims/99/assignment', { assignee: '' }).expect(404)
})

it('shows what people wrote as text', async () => {
  const { browser, db, edith, article } = await room()
  const evil = '<script>alert(1)</script>'
  const id = await aClaim(db, edith, article, { statement: evil, claimant: evil, claimedPlace: evil, tags: ['"><b>'] })
  const { text } = await browser.get(`/claims/${id}`).expect(200)
  expect(text).not.toContain(evil)
  expect(text).not.toContain('"><b>')
})

it('costs two dozen queries at most, whatever the claim holds', async () => {
  const { db, id, as, edith } = await room()
  const editor = await as(edith)
  await editor.get(`/claims/${id}`)
  const count = countQueries(db)
  await editor.get(`/claims/${id}`).expect(200)
  expect(count()).toBeGreaterThan(5)
  expect(count()).toBeLessThanOrEqual(24)
})

// Counts how often a statement of the reading connection is run.
function countQueries(db: Db): () => number {
  // The drizzle database of a connection keeps the SQLite one, which its type does not tell.
  const { $client } = db.reader as unknown as { $client: { prepare: (sql: string) => object } }
  const statement = Object.getPrototypeOf($client.prepare('SELECT 1')) as Record<
    string,
    (...given: unknown[]) => unknown
  >
  let queries = 0
  for (const name of ['all', 'get']) {
    const original = statement[name]
    if (!original) throw new Error(`better-sqlite3 has no ${name}()`)
    statement[name] = function (this: unknown, ...given: unknown[]) {
      queries++
      return original.apply(this, given)
    }
    onTestFinished(() => void (statement[name] = original))
  }
  return () => queries
}
