import { describe, expect, it } from 'vitest'
import type { Db } from '../../db/open.ts'
import { write } from '../../db/write.ts'
import { type NewArticle, addArticle, touchSentences } from '../../server/articles/article.ts'
import { linesAsBlocks } from '../../server/articles/blocks.ts'
import { filterQuery, readFilter } from '../../server/articles/filter.ts'
import { newsroom } from '../support/newsroom.ts'

const text = 'The harbour froze. Nobody sailed. “We waited.” It thawed.'

function add(db: Db, details: Partial<NewArticle> = {}) {
  const rest = { outlet: null, byline: null, url: null, publishedOn: null, language: 'en', kind: 'article' as const }
  return write(db, (tx) =>
    addArticle(tx, null, { title: 'Port Ellery', ...rest, text, blocks: linesAsBlocks(text), ...details }),
  )
}

const titles = (page: string) => [...page.matchAll(/<h2><a [^>]*>([^<]*)</g)].map(([, title]) => title)

describe('the list of articles', () => {
  it('says what to do while it is empty', async () => {
    const { as, cleo, rita } = await newsroom()
    expect((await (await as(cleo)).get('/articles').expect(200)).text).toContain('Take in the first one')
    expect((await (await as(rita)).get('/articles').expect(200)).text).toContain('Ask a checker or an editor')
  })

  it('shows the newest first, with how far the work is', async () => {
    const { db, as, cleo } = await newsroom()
    const { versionId } = await add(db, {
      title: 'First',
      outlet: 'The Post',
      publishedOn: '2025-04',
      language: 'pt-BR',
    })
    await add(db, { title: '<b>Second</b>', kind: 'speech' })
    await write(db, (tx) => touchSentences(tx, { versionId, start: 0, end: 3 }))
    const { text: page } = await (await as(cleo)).get('/articles').expect(200)
    expect(titles(page)).toEqual(['&lt;b&gt;Second&lt;/b&gt;', 'First'])
    expect(page).toMatch(
      /The Post[^]*April 2025[^]*Brazilian Portuguese[^]*1 of 4 sentences looked at[^]*No claims yet/,
    )
    expect(page).toContain('<rect class="looked" width="25" height="5">')
  })

  it('finds by words in title and outlet, whatever their case and accents, and by kind', async () => {
    const { db, as, cleo } = await newsroom()
    await add(db, { title: 'Le port GÈLE', outlet: 'Émile & Co' })
    await add(db, { title: 'МОСКВА ждёт', kind: 'speech' })
    await add(db, { title: '100 % frozen_over' })
    const browser = await as(cleo)
    const find = async (query: string) => titles((await browser.get(`/articles?${query}`).expect(200)).text)
    expect(await find('q=emile+gele')).toEqual(['Le port GÈLE'])
    expect(await find(`q=${encodeURIComponent('москва')}`)).toEqual(['МОСКВА ждёт'])
    expect(await find('kind=speech')).toEqual(['МОСКВА ждёт'])
    expect(await find(`q=${encodeURIComponent('100 %')}`)).toEqual(['100 % frozen_over'])
    expect(await find(`q=${encodeURIComponent('n_o')}`)).toEqual(['100 % frozen_over'])
    expect(await find('q=nothing-like-it')).toEqual([])
    expect(await find('kind=unknown&before=x')).toHaveLength(3)
  })

  it('goes on page by page, each article once, and its JSON twin has the same rows', async () => {
    const { db, as, cleo } = await newsroom()
    for (let number = 1; number <= 103; number++) await add(db, { title: `Article ${number}` })
    const browser = await as(cleo)
    const seen: (string | undefined)[] = []
    let [next]: (string | undefined)[] = ['/articles?q=article']
    while (next) {
      const { text: page } = await browser.get(next).expect(200)
      const { body } = await browser.get(next.replace('/articles', '/articles.json')).expect(200)
      expect(body.articles.map(({ title }: { title: string }) => title)).toEqual(titles(page))
      seen.push(...titles(page))
      next = /href="(\/articles\?[^"]*before=\d+)" rel="next"/.exec(page)?.[1]?.replace('&amp;', '&')
      expect(body.next === null).toBe(next === undefined)
    }
    expect(seen).toEqual(Array.from({ length: 103 }, (_, index) => `Article ${103 - index}`))
  })
})

it('reads a filter back from the address it wrote', () => {
  const filter = { q: 'a & b = c', kind: 'post' as const, before: 7 }
  expect(readFilter(Object.fromEntries(new URLSearchParams(filterQuery(filter))))).toEqual(filter)
  expect(filterQuery(readFilter({}))).toBe('')
})
