import { describe, expect, it } from 'vitest'
import { harbour } from '../evidence/harbour.ts'
import { verifyChain } from '../../server/history/chain.ts'
import { type Newsroom, newsroom } from '../support/newsroom.ts'
import { fieldsIn } from './read-page.ts'

type Fields = Record<string, string>

const often = 20

async function room() {
  const news = await newsroom()
  const { article, claims } = await harbour(news.db, 2)
  return { ...news, article, claim: claims[0] ?? 0, checker: await news.as(news.cleo) }
}

/** How many of the answers have each status. */
function counted(statuses: number[]): Record<string, number> {
  const counts: Record<string, number> = {}
  for (const status of statuses) counts[status] = (counts[status] ?? 0) + 1
  return counts
}

const count = ({ db }: Pick<Newsroom, 'db'>, table: string) =>
  db.writer.sqlite.prepare(`SELECT count(*) FROM ${table}`).pluck().get()

describe('the same form, sent twenty times at once', () => {
  const said = { stance: 'supports', passage: 'Gates shut.', note: 'N' }
  const forms: [name: string, path: string, fields: Fields, table: string, there: number][] = [
    [
      'a verdict',
      '/claims/1/verdicts',
      { rating: '1', rationale: 'R', override: 'R', version: '1', after: '0' },
      'verdicts',
      0,
    ],
    [
      'a claim',
      '/claims',
      { article: '1', text: '1', start: '4', end: '11', statement: 'S', kind: 'event', priority: '1' },
      'claims',
      2,
    ],
    [
      'evidence from a new source with an address',
      '/claims/1/evidence',
      { ...said, source: 'new', title: 'Log', kind: 'record', url: 'https://log.example' },
      'evidence',
      0,
    ],
    [
      'evidence from a new source without one',
      '/claims/1/evidence',
      { ...said, source: 'new', title: 'Log', kind: 'record', author: 'The warden' },
      'evidence',
      0,
    ],
    ['a source without an address', '/sources', { title: 'Log', kind: 'record' }, 'sources', 0],
    ['a discussion', '/claims/1/threads', { body: 'Which day?' }, 'comments', 0],
    ['an article', '/articles', { title: 'T', kind: 'article', text: 'One. Two.' }, 'articles', 1],
  ]
  it.each(forms)('is stored once: %s', async (_name, path, fields, table, there) => {
    const news = await room()
    const answers = await Promise.all(Array.from({ length: often }, () => news.checker.post(path, fields)))
    expect(counted(answers.map(({ status }) => status))).toEqual({ 303: 1, 409: often - 1 })
    expect(count(news, table)).toBe(there + 1)
    if (table === 'evidence') expect(count(news, 'sources')).toBe(1)
    expect(await verifyChain(news.db.reader)).toMatchObject({ ok: true })
  })

  it('is stored once: a review', async () => {
    const news = await room()
    await news.checker
      .post('/claims/1/verdicts', { rating: '1', rationale: 'R', override: 'R', version: '1', after: '0' })
      .expect(303)
    const ben = await news.as(news.ben)
    const answers = await Promise.all(
      Array.from({ length: often }, () => ben.post('/verdicts/1/review', { outcome: 'approved' })),
    )
    expect(counted(answers.map(({ status }) => status))).toEqual({ 303: 1, 409: often - 1 })
    expect([count(news, 'reviews'), count(news, 'decisions')]).toEqual([1, 1])
  })
})

describe('different edits of one thing at once', () => {
  const edits: [path: string, needs: Fields, field: string][] = [
    ['/claims/1', { kind: 'event', priority: '2', version: '1' }, 'statement'],
    ['/articles/1', { kind: 'article', language: 'en', version: '1' }, 'title'],
    ['/sources/1', { kind: 'record', version: '1' }, 'title'],
    ['/evidence/1', { stance: 'supports', version: '1' }, 'passage'],
    ['/claimants/1', { version: '1' }, 'name'],
    ['/settings', { deciding: 'alone', version: '1' }, 'newsroom'],
  ]
  it.each(edits)('one wins, and the others keep what they typed beside it (%s)', async (path, needs, field) => {
    const news = await room()
    const said = { stance: 'context', passage: 'P', source: 'new', title: 'Log', kind: 'record' }
    await news.checker.post('/claims/1/evidence', said).expect(303)
    await news.checker.post('/claims/2', {
      statement: 'S',
      kind: 'event',
      priority: '1',
      claimant: 'Ann',
      version: '1',
    })
    const admin = await news.as(news.ada)
    const answers = await Promise.all(
      Array.from({ length: often }, (_, index) => admin.post(path, { ...needs, [field]: `mine ${index} mine` })),
    )
    expect(counted(answers.map(({ status }) => status))).toEqual({ 303: 1, 409: often - 1 })
    const won = `mine ${answers.findIndex(({ status }) => status === 303)} mine`
    for (const [index, answer] of answers.entries()) {
      if (answer.status === 303) continue
      expect([...fieldsIn(answer.text).values()]).toContain(`mine ${index} mine`)
      expect(answer.text).toContain(won)
    }
  })

  it('two admins who demote each other: one stays admin', async () => {
    const news = await newsroom()
    const edith = await (await news.as(news.ada)).post('/people/2/role', { role: 'admin', version: '1' })
    expect(edith.status).toBe(303)
    const [ada, other] = [await news.as(news.ada), await news.as(news.edith)]
    const answers = await Promise.all([
      ada.post('/people/2/role', { role: 'reader', version: '2' }),
      other.post('/people/1/deactivation', { version: '1' }),
      ada.post('/people/1/deactivation', { version: '1' }),
      other.post('/people/2/role', { role: 'checker', version: '2' }),
    ])
    expect(answers.filter(({ status }) => status === 303)).toHaveLength(1)
    const admins = "SELECT count(*) FROM people WHERE role = 'admin' AND deactivated_at IS NULL"
    expect(news.db.writer.sqlite.prepare(admins).pluck().get()).toBe(1)
  })
})
