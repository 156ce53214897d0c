import { expect, it } from 'vitest'
import { newsroom } from '../support/newsroom.ts'
import { aClaim, anArticle } from './port-ellery.ts'
import { idsIn } from './list-claims.ts'

it('is narrowed by words in any of their forms, beginnings of words, phrases, signs and other scripts', async () => {
  const { db, cleo, as } = await newsroom()
  const article = await anArticle(db, cleo)
  const statements = [
    'The negotiators paid 50 % more.',
    'Negotiation is slow, says the master.',
    'Émile left; 100_000 stayed (§ 3).',
    '双方同意停战。',
  ]
  const ids: number[] = []
  for (const statement of statements)
    ids.push(await aClaim(db, cleo, article, { statement, words: 'for the herring run', claimant: 'Zora Master' }))
  const browser = await as(cleo)
  const found = async (q: string) => {
    const page = idsIn((await browser.get(`/claims?q=${encodeURIComponent(q)}`).expect(200)).text)
    const json = JSON.parse((await browser.get(`/claims.json?q=${encodeURIComponent(q)}`)).text)
    expect(json.claims).toHaveLength(page.length)
    return page.map((id) => ids.indexOf(id)).sort((a, b) => a - b)
  }
  const all = [0, 1, 2, 3]
  const cases: [q: string, found: number[]][] = [
    ['negotiate', [0, 1]],
    ['negotiati', [0, 1]],
    ['nego slow', [1]],
    ['"paid 50"', [0]],
    ['herring', all],
    ['herring -negotiation', [2, 3]],
    ['-negotiation', [2, 3]],
    ['slow OR emile', [1, 2]],
    ['EMILE', [2]],
    ['100_000', [2]],
    ['§', [2]],
    ['%', [0]],
    ['停战', [3]],
    ['停战 herring', [3]],
    ['master', [1]],
    ['zora', []],
    ['rating:slow', []],
    ['%_', []],
  ]
  for (const [q, wanted] of cases) expect([q, await found(q)]).toEqual([q, wanted])
})
