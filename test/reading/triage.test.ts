import { desc, eq } from 'drizzle-orm'
import { describe, expect, it } from 'vitest'
import { events as eventRows } from '../../db/schema/index.ts'
import { readArticle, readText } from '../../server/articles/article.ts'
import { newsroom } from '../support/newsroom.ts'
import { anArticle, placeOf } from './harbour.ts'

async function desk() {
  const news = await newsroom()
  const article = await anArticle(news.db, news.cleo)
  const sentence = async (id: number) =>
    (await readText(news.db.reader, article.articleId)).sentences.find((s) => s.id === id)
  const events = async () => {
    const about = eq(eventRows.articleId, article.articleId)
    const rows = await news.db.reader.select().from(eventRows).where(about).orderBy(desc(eventRows.seq))
    return rows.map(({ body }) => JSON.parse(body.toString())).filter(({ type }) => type.startsWith('sentence'))
  }
  return { ...news, article, sentence, events, browser: await news.as(news.cleo) }
}

const taste = 6
const aside = { triage: 'not_a_claim', reason: 'opinion' }

describe('setting a sentence aside', () => {
  it('keeps the reason, counts it as looked at, and is written down', async () => {
    const { browser, db, sentence, events, cleo } = await desk()
    const answer = await browser.post(`/sentences/${taste}/triage`, aside).expect(303)
    expect(answer.headers.location).toBe(`/articles/1?sentence=${taste}#s-${taste}`)
    expect(await sentence(taste)).toMatchObject({ triage: 'not_a_claim', reason: 'opinion' })
    expect((await readArticle(db.reader, 1)).lookedAtCount).toBe(1)
    const place = placeOf('It is a matter of taste.')
    const [event] = await events()
    expect(event).toMatchObject({ type: 'sentence.set_aside', actor: cleo.id, article: 1 })
    expect(event.data).toEqual({ sentence: taste, ...place, reason: 'opinion' })
  })

  it('can be taken back', async () => {
    const { browser, db, sentence, events } = await desk()
    await browser.post(`/sentences/${taste}/triage`, aside)
    await browser.post(`/sentences/${taste}/triage`, { triage: 'untouched' }).expect(303)
    expect(await sentence(taste)).toMatchObject({ triage: 'untouched', reason: null })
    expect((await readArticle(db.reader, 1)).lookedAtCount).toBe(0)
    expect((await events()).map(({ type }) => type)).toEqual(['sentence.returned', 'sentence.set_aside'])
  })

  it('twice for the same reason is once; for another reason, the reason changes', async () => {
    const { browser, sentence, events } = await desk()
    await browser.post(`/sentences/${taste}/triage`, aside)
    await browser.post(`/sentences/${taste}/triage`, aside).expect(303)
    expect((await events()).length).toBe(1)
    await browser.post(`/sentences/${taste}/triage`, { ...aside, reason: 'other' })
    expect(await sentence(taste)).toMatchObject({ reason: 'other' })
    expect((await events()).length).toBe(2)
  })

  it('is refused where there is a claim, and says what to do instead', async () => {
    const { browser, article, sentence } = await desk()
    await article.claim('matter of taste')
    const answer = await browser.post(`/sentences/${taste}/triage`, aside).expect(422)
    expect(answer.text).toContain('A claim was made of sentence 6')
    expect(answer.text).toContain('set the claim aside instead')
    await browser.post(`/sentences/${taste}/triage`, { triage: 'untouched' }).expect(422)
    expect(await sentence(taste)).toMatchObject({ triage: 'claim', reason: null })
  })

  it.each([
    [{ triage: 'not_a_claim' }],
    [{ triage: 'not_a_claim', reason: 'boring' }],
    [{ triage: 'claim' }],
    [{ triage: 'untouched', reason: 'opinion' }],
    [{}],
  ])('takes only what there is to choose: %j', async (fields) => {
    const { browser, sentence } = await desk()
    const answer = await browser.post(`/sentences/${taste}/triage`, fields).expect(422)
    expect(answer.text).toContain('role="alert"')
    expect(await sentence(taste)).toMatchObject({ triage: 'untouched' })
  })

  it('is for checkers, on sentences that there are', async () => {
    const { as, rita, browser, visitor, events } = await desk()
    await (await as(rita)).post(`/sentences/${taste}/triage`, aside).expect(403)
    await browser.post('/sentences/99/triage', aside).expect(404)
    expect((await visitor.post(`/sentences/${taste}/triage`, aside)).status).toBeGreaterThanOrEqual(300)
    expect(await events()).toEqual([])
  })
})

describe('on an open page', () => {
  it('the sentence, its strip and the counts change, and undoing is offered', async () => {
    const { browser } = await desk()
    const answer = await browser.post(`/sentences/${taste}/triage`, aside).set('HX-Request-Type', 'partial').expect(200)
    const places = [...answer.text.matchAll(/<hx-partial hx-target="([^"]+)"/g)].map(([, place]) => place)
    expect(places).toEqual([`#s-${taste}`, '#strip-115', '#coverage', `#sentence-${taste}`, '#toast'])
    expect(answer.text).toContain('1 of 7 sentences looked at')
    expect(answer.text).toContain('aria-label="Sentence 6: not a claim (opinion)"')
    expect(answer.text).toContain('Undo')
  })

  it('a refusal is said in passing', async () => {
    const { browser, article } = await desk()
    await article.claim('matter of taste')
    const answer = await browser.post(`/sentences/${taste}/triage`, aside).set('HX-Request-Type', 'partial').expect(422)
    expect(answer.text).toMatch(/^\s*<hx-partial hx-target="#toast"/)
    expect(answer.text).toContain('A claim was made of sentence 6')
  })
})
