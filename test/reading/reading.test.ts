import { parseHTML } from 'linkedom'
import { describe, expect, it } from 'vitest'
import { write } from '../../db/write.ts'
import { moveClaim } from '../../server/claims/move.ts'
import { newsroom } from '../support/newsroom.ts'
import { anArticle, text } from './harbour.ts'

async function open(path: (article: number, claims: number[]) => string, quotes: string[] = [], language = 'en') {
  const news = await newsroom()
  const article = await anArticle(news.db, news.cleo, language)
  const claims: number[] = []
  for (const words of quotes) claims.push(await article.claim(words))
  const cleo = await news.as(news.cleo)
  const answer = await cleo.get(path(article.articleId, claims)).expect(200)
  return { ...news, article, claims, browser: cleo, html: answer.text, document: parseHTML(answer.text).document }
}

const page = (article: number) => `/articles/${article}`

/** What is left of an element when the numbers and links that are not the article's are taken out. */
function wordsOf(element: { innerHTML: string }): string {
  const { document } = parseHTML(`<!doctype html><html><body>${element.innerHTML}</body></html>`)
  for (const ours of document.querySelectorAll('a, svg')) ours.remove()
  return document.body.textContent ?? ''
}

describe('the text on the page', () => {
  it('is the frozen text, unit for unit, whatever is marked in it', async () => {
    const { document } = await open(page, [
      'dredged 🚢 all spring. Nobody',
      'We dredged 🚢 all',
      'spring. Nobody complained,” she said.\n\nThe council',
    ])
    for (const block of document.querySelectorAll('.block')) {
      const start = Number(block.getAttribute('data-start'))
      expect(text.slice(start).startsWith(wordsOf(block))).toBe(true)
    }
    expect([...document.querySelectorAll('.block')].map(wordsOf)).toEqual(text.split('\n\n'))
    expect([...document.querySelectorAll('.block')].map((block) => block.tagName)).toEqual([
      'H2',
      'P',
      'BLOCKQUOTE',
      'LI',
    ])
  })

  it('underlines exactly the words of each claim, and numbers it where it begins', async () => {
    const quotes = ['dredged 🚢 all spring. Nobody', 'We dredged 🚢 all', 'said.\n\nThe council']
    const { document, claims } = await open(page, quotes)
    claims.forEach((id, index) => {
      const marks = [...document.querySelectorAll(`mark[data-claim="${id}"]`)]
      expect(marks.map(wordsOf).join('')).toBe(quotes[index]?.replace('\n\n', ''))
      const number = document.getElementById(`m-${id}`)
      expect(number?.textContent).toBe(String(index + 1))
      expect(number?.getAttribute('href')).toBe(`/articles/1?claim=${id}#claim-${id}`)
      expect(number?.getAttribute('aria-label')).toBe(`Claim ${index + 1}, open`)
    })
  })

  it('says by line how far a claim has come', async () => {
    const { db, cleo, browser, claims, article } = await open(page, ['We dredged 🚢 all spring', 'Nobody complained'])
    const [first = 0] = claims
    await write(db, (tx) =>
      moveClaim(tx, cleo, { id: first, articleId: article.articleId, state: 'open' }, 'in_review'),
    )
    const { document } = parseHTML((await browser.get('/articles/1')).text)
    const lines = [...document.querySelectorAll('mark')].map((mark) => mark.className.split(' ')[0])
    expect(lines).toEqual(['dashed', 'dotted'])
    expect(document.getElementById(`m-${first}`)?.getAttribute('aria-label')).toBe('Claim 1, in review')
  })

  it('reads in the direction of its language, even when a paragraph begins with a foreign word', async () => {
    const { document } = await open(page, [], 'ar')
    const shown = document.getElementById('text')
    expect([shown?.getAttribute('lang'), shown?.getAttribute('dir')]).toEqual(['ar', 'rtl'])
    expect(document.querySelector('.handle')?.getAttribute('dir')).toBe('ltr')
  })

  it('escapes what people wrote', async () => {
    const { html } = await open(page, ['It is a matter of taste'])
    expect(html).not.toContain('<It')
    expect(html).toContain('title="It is said: It is a matter of taste"')
  })
})

describe('what stands beside the text', () => {
  it('is the claim that the address names', async () => {
    const path = (article: number, [, second]: number[]) => `/articles/${article}?claim=${second}`
    const { document, claims } = await open(path, ['We dredged 🚢 all spring', 'Nobody complained'])
    expect(document.querySelector('#focus > section')?.id).toBe(`claim-${claims[1]}`)
    expect(document.querySelector('.n[aria-current]')?.id).toBe(`m-${claims[1]}`)
    expect(document.querySelector('.back a')?.getAttribute('href')).toBe(`#m-${claims[1]}`)
    expect(document.getElementById('place')?.textContent).toBe('2 of 2')
  })

  it('is else the first claim that waits for work', async () => {
    const { db, edith, browser, claims, article } = await open(page, ['We dredged 🚢 all spring', 'Nobody complained'])
    const [first = 0, second] = claims
    await write(db, (tx) => moveClaim(tx, edith, { id: first, articleId: article.articleId, state: 'open' }, 'decided'))
    const { document } = parseHTML((await browser.get('/articles/1')).text)
    expect(document.querySelector('#focus > section')?.id).toBe(`claim-${second}`)
  })

  it('is a way to the first claim while there is none', async () => {
    const { document } = await open(page)
    expect(document.querySelector('#focus h2')?.textContent).toBe('No claims yet')
    expect(document.querySelector('#claim-index')).toBeNull()
  })

  it('is a sentence with what can be done with it', async () => {
    const { document } = await open((article) => `/articles/${article}?sentence=5`, ['The council disagrees'])
    expect(document.querySelector('#sentence-5 h2')?.textContent).toBe('Sentence 5 holds a claim')
    expect(document.querySelector('#sentence-5 .held a')?.textContent).toBe('1')
    const make = document.querySelector('#sentence-5 .actions a')?.getAttribute('href') ?? ''
    const asked = new URLSearchParams(make.split('?')[1])
    expect(text.slice(Number(asked.get('start')), Number(asked.get('end')))).toBe('The council disagrees.')
  })

  it('alone is the answer when htmx asks', async () => {
    const { browser } = await open(page)
    const answer = await browser.get('/articles/1?sentence=2').set('HX-Request-Type', 'partial').expect(200)
    expect(answer.headers.vary).toContain('HX-Request-Type')
    expect(answer.text).not.toContain('<html')
    expect(answer.text).toContain('id="sentence-2"')
  })

  it.each(['?claim=99', '?claim=x', '?sentence=99', '?sentence=0'])(
    'is nothing that the article does not hold: %s',
    async (asked) => {
      const { browser } = await open(page)
      await browser.get(`/articles/1${asked}`).expect(404)
    },
  )
})

describe('the head of the page', () => {
  it('says what is known, that the text is frozen, and how far the work is', async () => {
    const { document, html } = await open(page, ['We dredged 🚢 all spring'])
    expect(document.querySelector('h1')?.textContent).toBe('Port Ellery argues')
    expect(document.querySelector('.article-head .meta')?.textContent).toContain('The Bell')
    expect(document.querySelector('.frozen p code')?.textContent).toMatch(/^[0-9a-f]{64}$/)
    expect(document.getElementById('coverage')?.textContent?.replaceAll(/\s+/g, ' ')).toContain(
      '1 of 7 sentences looked at 0 of 1 claim decided',
    )
    expect(html).toContain('name="filter" value="article=1"')
  })

  it('offers readers nothing that they may not do', async () => {
    const { as, rita } = await open(page)
    const { document } = parseHTML((await (await as(rita)).get('/articles/1?sentence=2')).text)
    expect(
      document.querySelectorAll('#pick, #set-aside, .reasons, a[href^="/claims/new"], a[href$="/edit"]').length,
    ).toBe(0)
  })

  it('is not there for an article that is not', async () => {
    const { browser } = await open(page)
    await browser.get('/articles/2').expect(404)
  })
})
