import { parseHTML } from 'linkedom'
import { describe, expect, it } from 'vitest'
import { newsroom } from '../support/newsroom.ts'
import { anArticle, text } from './harbour.ts'
import { worthOf } from '../../server/finding/worthiness/worthiness.ts'

async function open(path: string, language = 'en') {
  const news = await newsroom()
  await anArticle(news.db, news.cleo, language)
  const browser = await news.as(news.cleo)
  const at = async (address: string) => parseHTML((await browser.get(address).expect(200)).text).document
  return { ...news, browser, at, document: await at(path) }
}

const dredged = '“We dredged 🚢 all spring.'
const words = (element: { textContent: string | null } | null) => element?.textContent?.replaceAll(/\s+/g, ' ') ?? ''

describe('how much each sentence is worth checking', () => {
  it('stands in the strip and in the name of the sentence, while nobody has looked at it', async () => {
    const { document, browser, at } = await open('/articles/1')
    const { level } = worthOf(dredged, 'en')
    expect(text).toContain(dredged)
    expect(document.querySelector('path[data-sentence="3"]')?.getAttribute('class')).toBe(`untouched ${level}`)
    expect(document.querySelector('#s-3 .handle')?.getAttribute('aria-label')).toBe(
      `Sentence 3: not looked at yet, worth checking: ${level}`,
    )
    await browser.post('/sentences/3/triage', { triage: 'not_a_claim', reason: 'other' })
    const after = await at('/articles/1')
    expect(after.querySelector('path[data-sentence="3"]')?.getAttribute('class')).toBe('not_a_claim')
    expect(after.querySelector('#s-3 .handle')?.getAttribute('aria-label')).toBe('Sentence 3: not a claim (other)')
  })

  it('is told beside the text with its reasons, and where to read how', async () => {
    const { document, at } = await open('/articles/1?sentence=7')
    expect(words(document.querySelector('.worth h3'))).toContain('Worth checking: low')
    const reasons = [...document.querySelectorAll('.worth li')]
    expect(reasons.map(words)).toContain('a question lowers it')
    expect(reasons.find((reason) => words(reason) === 'a question lowers it')?.className).toBe('down')
    const link = document.querySelector('.worth a')?.getAttribute('href') ?? ''
    const [path = '', anchor = ''] = link.split('#')
    expect((await at(path)).getElementById(anchor)).not.toBeNull()
  })

  it('goes by signs alone in another language, and says so', async () => {
    const { document } = await open('/articles/1?sentence=7', 'de')
    expect(words(document.querySelector('.worth'))).toContain(
      'In this language only numbers, signs and length are known',
    )
    expect(words((await open('/articles/1?sentence=7')).document.querySelector('.worth'))).not.toContain(
      'In this language',
    )
  })

  it('is not asked of a sentence that was set aside', async () => {
    const { browser, at } = await open('/articles/1')
    await browser.post('/sentences/7/triage', { triage: 'not_a_claim', reason: 'question' })
    expect((await at('/articles/1?sentence=7')).querySelector('.worth')).toBeNull()
  })
})

describe('the way to the next sentence', () => {
  it('leads to the first one nobody has looked at, and from a sentence to the next one after it', async () => {
    const { browser, document, at } = await open('/articles/1')
    expect(document.querySelector('#coverage .next-untouched')?.getAttribute('href')).toBe('/articles/1?sentence=1#s-1')
    const next = async (id: number) =>
      (await at(`/articles/1?sentence=${id}`)).querySelector('#focus .next-untouched')?.getAttribute('href')
    expect(await next(3)).toBe('/articles/1?sentence=4#s-4')
    expect(await next(7)).toBe('/articles/1?sentence=1#s-1')
    for (const id of [1, 2, 4, 5, 6, 7])
      await browser.post(`/sentences/${id}/triage`, { triage: 'not_a_claim', reason: 'other' })
    expect(await next(3)).toBeUndefined()
    expect(await next(5)).toBe('/articles/1?sentence=3#s-3')
    await browser.post('/sentences/3/triage', { triage: 'not_a_claim', reason: 'other' })
    expect((await at('/articles/1')).querySelector('.next-untouched')).toBeNull()
  })
})
