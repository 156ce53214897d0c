import { describe, expect, it } from 'vitest'
import { eq } from 'drizzle-orm'
import { findings } from '../../db/schema/index.ts'
import { write } from '../../db/write.ts'
import { claimsOfArticle, readClaim } from '../../server/claims/claim.ts'
import { takeInSample } from '../../seeds/sample.ts'
import { newsroom } from '../support/newsroom.ts'
import { validator } from '../support/validator.ts'
import { anArticle, nth } from './an-article.ts'

const accepted = { decision: 'accepted' }
const aside = { decision: 'set_aside', reason: 'opinion' }

async function room(text?: string, language?: string) {
  const news = await newsroom()
  return { news, article: await anArticle(news, text, language), cleo: await news.as(news.cleo) }
}

describe('the reading view', () => {
  it('marks what is proposed, and shows it beside the text', async () => {
    const { article, cleo } = await room()
    const [first] = await article.open()
    const page = await cleo.get(`/articles/${article.articleId}?candidate=${first?.key}`).expect(200)
    expect(page.text).toContain(`data-found="${first?.key}"`)
    expect(page.text).toContain('The bridge had cost 9 million crowns in 2021.')
    expect(page.text).toContain('Said by')
    expect(page.text).toContain('Brennish Transport Minister')
  })

  it('offers readers nothing to decide', async () => {
    const { news, article } = await room()
    const [first] = await article.open()
    const page = await (
      await news.as(news.rita)
    )
      .get(`/articles/${article.articleId}?candidate=${first?.key}`)
      .expect(200)
    expect(page.text).not.toContain('action="/articles/1/findings"')
  })

  it('goes on with the next one from a place that is decided about, and says when none is left', async () => {
    const { article, cleo } = await room()
    for (const candidate of await article.open()) {
      const answer = await cleo.post(article.path, article.form(candidate, aside)).expect(303)
      const next = await cleo.get(answer.headers.location ?? '').expect(200)
      expect(next.text).toMatch(
        (await article.open()).length > 0 ? /Possible claim/ : /Every possible claim is decided about/,
      )
    }
  })

  it('proposes nothing where the sample has its claims', async () => {
    const news = await newsroom()
    await takeInSample(news.db)
    const page = await (await news.as(news.cleo)).get('/articles/1').expect(200)
    expect((page.text.match(/data-found=/g) ?? []).length).toBeLessThanOrEqual(3)
  })

  it('knows no place that is none', async () => {
    const { cleo } = await room()
    await cleo.get('/articles/1?candidate=x').expect(404)
  })
})

describe('accepting', () => {
  it('makes the claim with who said it, and keeps what the program had said', async () => {
    const { news, article, cleo } = await room()
    const candidate = nth(await article.open(), 0)
    await cleo.post(article.path, article.form(candidate, accepted)).expect(303)
    expect(await readClaim(news.db.reader, 1)).toMatchObject({
      number: 1,
      quote: candidate.quote,
      statement: 'The bridge had cost 9 million crowns in 2021.',
      kind: 'numerical',
      claimant: { name: 'Ona Brandt', role: 'Brennish Transport Minister' },
    })
    const [kept] = await news.db.reader.select().from(findings)
    expect(kept).toMatchObject({
      claimId: 1,
      proposed: { statement: candidate.statement, confidence: candidate.confidence },
    })
    expect((await article.reading()).text.sentences[0]?.triage).toBe('claim')
  })

  it('is told in the history of the claim', async () => {
    const { article, cleo } = await room()
    await cleo.post(article.path, article.form(nth(await article.open(), 0), accepted))
    expect((await cleo.get('/claims/1/history')).text).toContain('accepted what Stet had proposed')
  })

  it('leaves what Stet had proposed on the page of the claim, as it was', async () => {
    const { article, cleo } = await room()
    const candidate = nth(await article.open(), 0)
    await cleo.post(article.path, article.form(candidate, accepted))
    const edit = { statement: 'It was dear.', kind: 'event', priority: 2, version: 1 }
    await cleo.post('/claims/1', edit).expect(303)
    const { text } = await cleo.get('/claims/1').expect(200)
    const fold = /<details class="had-proposed">[^]*?<\/details>/.exec(text)?.[0] ?? ''
    for (const said of [candidate.statement, candidate.quote, 'Numerical', 'Ona Brandt', candidate.score.toFixed(2)])
      expect(fold).toContain(said)
    expect((await validator.validateString(text)).results.flatMap(({ messages }) => messages)).toEqual([])
  })

  it('shows no such thing on a claim that a person found', async () => {
    const { cleo } = await room()
    const fields = { article: 1, text: 1, start: 0, end: 8, statement: 'S', kind: 'event', priority: 2 }
    await cleo.post('/claims', fields).expect(303)
    expect((await cleo.get('/claims/1').expect(200)).text).not.toContain('What Stet had proposed')
  })

  it('is done once: the second time is a conflict, with the next one to decide about', async () => {
    const { article, cleo } = await room()
    const form = article.form(nth(await article.open(), 0), accepted)
    await cleo.post(article.path, form).expect(303)
    const again = await cleo.post(article.path, form).expect(409)
    expect(again.text).toContain('has decided about this one meanwhile')
  })

  it('refuses a place where nothing is proposed', async () => {
    const { article, cleo } = await room()
    await cleo.post(article.path, { text: 1, start: 0, end: 5, ...accepted }).expect(409)
    await cleo.post(article.path, { text: 1, start: 0, end: 5, decision: 'maybe' }).expect(422)
  })

  it('after editing opens the form filled in, and keeps what the program had said', async () => {
    const { news, article, cleo } = await room()
    const { start, end, key } = nth(await article.open(), 0)
    const form = await cleo.get(`/claims/new?article=1&start=${start}&end=${end}&candidate=${key}`).expect(200)
    expect(form.text).toContain('value="Ona Brandt"')
    const fields = {
      article: 1,
      text: 1,
      start,
      end,
      candidate: key,
      statement: 'It cost nine.',
      kind: 'numerical',
      priority: 2,
    }
    const answer = await cleo.post('/claims', fields).expect(303)
    expect(answer.headers.location).toContain('candidate=')
    expect(await readClaim(news.db.reader, 1)).toMatchObject({ statement: 'It cost nine.' })
    expect((await news.db.reader.select().from(findings))[0]).toMatchObject({ decision: 'accepted', claimId: 1 })
  })
})

describe('setting aside', () => {
  it('sets the sentence aside with it when nothing else is proposed in that', async () => {
    const { article, cleo } = await room()
    await cleo.post(article.path, article.form(nth(await article.open(), 1), aside)).expect(303)
    expect((await article.reading()).text.sentences[1]).toMatchObject({ triage: 'not_a_claim', reason: 'opinion' })
    expect(await article.open()).toHaveLength(1)
  })

  it('needs a reason that is one', async () => {
    const { article, cleo } = await room()
    await cleo
      .post(article.path, article.form(nth(await article.open(), 1), { decision: 'set_aside', reason: 'x' }))
      .expect(422)
  })
})

describe('taking back', () => {
  it('brings a proposal and its sentence back', async () => {
    const { article, cleo } = await room()
    await cleo.post(article.path, article.form(nth(await article.open(), 1), aside))
    await cleo.post('/findings/1/withdrawal').expect(303)
    await cleo.post('/findings/1/withdrawal').expect(303)
    expect(await article.open()).toHaveLength(2)
    expect((await article.reading()).text.sentences[1]?.triage).toBe('untouched')
  })

  it('sets the claim aside, and accepting again brings the same number back', async () => {
    const { news, article, cleo } = await room()
    const form = article.form(nth(await article.open(), 0), accepted)
    await cleo.post(article.path, form)
    await cleo.post('/findings/1/withdrawal').expect(303)
    expect((await article.reading()).text.sentences[0]?.triage).toBe('untouched')
    await cleo.post(article.path, form).expect(303)
    const claims = await claimsOfArticle(news.db.reader, article.articleId)
    expect(claims.map(({ number, state }) => ({ number, state }))).toEqual([{ number: 1, state: 'open' }])
  })

  it('is refused once somebody has worked on the claim', async () => {
    const { article, cleo } = await room()
    await cleo.post(article.path, article.form(nth(await article.open(), 0), accepted))
    await cleo.post('/claims/1/state', { state: 'checking', version: 1 })
    await cleo.post('/findings/1/withdrawal').expect(409)
  })

  it('of a decision that there is not is not found', async () => {
    const { cleo } = await room()
    await cleo.post('/findings/99/withdrawal').expect(404)
  })
})

it('never changes or deletes what was proposed and decided', async () => {
  const { news, article, cleo } = await room()
  await cleo.post(article.path, article.form(nth(await article.open(), 0), accepted))
  const change = write(
    news.db,
    async (tx) => void (await tx.update(findings).set({ reason: 'x' }).where(eq(findings.id, 1))),
  )
  await expect(change).rejects.toThrow()
  await expect(write(news.db, async (tx) => void (await tx.delete(findings)))).rejects.toThrow()
})

it('looks through a long text in a thread, and says so until it is done', async () => {
  const sentence = (n: number) => `The council paid ${n} crowns for the bridge in 2021.`
  const { article, cleo } = await room(Array.from({ length: 900 }, (_, n) => sentence(n)).join(' '))
  expect((await cleo.get('/articles/1').expect(200)).text).toContain('Looking for claims')
  await expect
    .poll(async () => (await cleo.get('/articles/1/found-line')).text, { timeout: 20_000 })
    .toContain('900 possible claims')
  expect(await article.open()).toHaveLength(900)
})

it.each([
  ['one sentence that is all verbs of saying', `The ${'said A '.repeat(15_000)}.`],
  ['more signs than a call takes arguments', `The ${'. '.repeat(190_000)}end.`],
])('shows a text whatever it is full of, and holds nobody up: %s', async (_what, text) => {
  const { cleo } = await room(text)
  const before = process.cpuUsage()
  await cleo.get('/articles/1').expect(200)
  await expect
    .poll(async () => (await cleo.get('/articles/1/found-line')).text, { timeout: 20_000 })
    .not.toContain('Looking for claims')
  expect(process.cpuUsage(before).user).toBeLessThan(6_000_000)
})
