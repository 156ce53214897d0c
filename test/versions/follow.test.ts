import { describe, expect, it } from 'vitest'
import { readReading } from '../../server/articles/reading.ts'
import { compareApart } from '../../server/versions/compare-apart.ts'
import { linesAsBlocks } from '../../server/articles/blocks.ts'
import { splitSentences } from '../../server/articles/sentences.ts'
import { readClaim } from '../../server/claims/claim.ts'
import { anArticle } from '../finding/an-article.ts'
import { newsroom } from '../support/newsroom.ts'
import { aReport, first, second } from './a-report.ts'

const wordsOf = (text: string) => text.replaceAll(/<[^>]*>/g, ' ').replaceAll(/\s+/g, ' ')

/** An article with proposals, and the same with another line before it. */
async function proposals() {
  const news = await newsroom()
  const article = await anArticle(news)
  const browser = await news.as(news.cleo)
  const { text } = (await readReading(news.db.reader, article.articleId)).text
  const takeIn = async (newText: string, base: number) =>
    browser.post(`/articles/${article.articleId}/versions`, { text: newText, base }).expect(303)
  return { ...news, ...article, browser, text, takeIn }
}

describe('what was decided about proposals', () => {
  it('follows the sentences that did not change, and is not asked again', async () => {
    const { open, form, path, browser, text, takeIn, db, articleId } = await proposals()
    const [candidate] = await open()
    if (!candidate) throw new Error('nothing is proposed')
    await browser.post(path, form(candidate, { decision: 'set_aside', reason: 'opinion' })).expect(303)
    const before = (await open()).map(({ quote }) => quote)
    await takeIn(`A line that was put in.\n\n${text}`, 1)
    const after = (await open()).map(({ quote }) => quote)
    expect(after.filter((quote) => quote === candidate.quote)).toEqual([])
    expect(after).toEqual(expect.arrayContaining(before))
    await takeIn(`Another line.\n\nA line that was put in.\n\n${text}`, 2)
    expect((await open()).map(({ quote }) => quote)).not.toContain(candidate.quote)
    const { candidates } = await readReading(db.reader, articleId)
    await browser.post(`/findings/${candidates.decided[0]?.id}/withdrawal`).expect(303)
    expect((await open()).map(({ quote }) => quote)).toContain(candidate.quote)
  })

  it('is decided about the text that was seen, and no other', async () => {
    const { open, form, path, browser, text, takeIn } = await proposals()
    const [candidate] = await open()
    if (!candidate) throw new Error('nothing is proposed')
    await takeIn(`${text}\n\nA line that was put in.`, 1)
    await browser.post(path, form(candidate, { decision: 'accepted' })).expect(409)
  })

  it('brings the claim of a decision that was taken back along, with its number', async () => {
    const { open, form, path, browser, text, takeIn, db, articleId } = await proposals()
    const [candidate] = await open()
    if (!candidate) throw new Error('nothing is proposed')
    await browser.post(path, form(candidate, { decision: 'accepted' })).expect(303)
    const decided = async () => (await readReading(db.reader, articleId)).candidates.decided[0]
    const accepted = await decided()
    await browser.post(`/findings/${accepted?.id}/withdrawal`).expect(303)
    await takeIn(`A line that was put in.\n\n${text}`, 1)
    const again = (await open()).find(({ quote }) => quote === candidate.quote)
    if (!again) throw new Error('it is not proposed again')
    await browser.post(path, form({ ...again }, { decision: 'accepted', text: 2 })).expect(303)
    expect((await decided())?.claimId).toBe(accepted?.claimId)
  })
})

describe('a form of a claim that was opened before', () => {
  const fields = { statement: 'The company owns nine ferries.', kind: 'event', priority: 2 }
  const words = 'The harbour master said'
  const place = { start: first.indexOf(words), end: first.indexOf(words) + words.length }

  it('is shown again with the words where they stand now, and nothing typed lost', async () => {
    const { as, cleo, ben, path, articleId, versionId } = await aReport()
    await (await as(ben)).post(path, { text: second, base: 1 }).expect(303)
    const browser = await as(cleo)
    const late = await browser.post('/claims', { article: articleId, text: versionId, ...place, ...fields }).expect(409)
    expect(wordsOf(late.text)).toContain('A newer version of the article was taken in meanwhile.')
    expect(late.text).toContain('The company owns nine ferries.')
    const now = second.indexOf(words)
    expect(late.text).toContain(`name="start" value="${now}"`)
    const again = { article: articleId, text: 2, start: now, end: now + words.length, ...fields }
    await browser.post('/claims', again).expect(303)
  })

  it('still shows the words of the older text when the newer does not hold them', async () => {
    const { as, cleo, ben, path, articleId, versionId } = await aReport()
    await (await as(ben)).post(path, { text: second, base: 1 }).expect(303)
    const quote = 'Four of them are older'
    const gone = { start: first.indexOf(quote), end: first.indexOf(quote) + quote.length }
    const late = await (await as(cleo)).post('/claims', { article: articleId, text: versionId, ...gone, ...fields })
    expect(late.status).toBe(409)
    expect(late.text).toContain(`<mark>${quote}</mark>`)
  })
})

it('lets a claim that was set aside follow without marking its sentence', async () => {
  const { as, cleo, path, at, claims, triage, db } = await aReport()
  const browser = await as(cleo)
  const { version } = await readClaim(db.reader, claims.told)
  await browser.post(`/claims/${claims.told}/state`, { state: 'set_aside', reason: 'An opinion', version }).expect(303)
  await browser.post(path, { text: second, base: 1 }).expect(303)
  expect(await at(claims.told)).toMatchObject({ state: 'set_aside', standing: 'here', versionNumber: 2 })
  expect((await triage())[2]).toEqual(['The harbour master said that nobody was told of the storm.', 'claim', null])
})

it('compares long texts apart, while others go on', { timeout: 30_000 }, async () => {
  const before = Array.from({ length: 3_000 }, (_, n) => `Sentence ${n} of a long speech says ${n * 7} things.`).join(
    '\n',
  )
  const after = before.replaceAll(/Sentence (\d*5) of/g, 'Sentence $1 out of')
  const blocks = linesAsBlocks(after)
  const sentences = splitSentences(before, linesAsBlocks(before), 'en')
  const claims = sentences.slice(0, 300).map((span, id) => ({ id, ...span }))
  let turns = 0
  const timer = setInterval(() => turns++, 5)
  const compared = await compareApart({ before, after, blocks, language: 'en', sentences, claims, away: [] })
  clearInterval(timer)
  if (typeof compared === 'string') throw new Error(compared)
  expect(turns).toBeGreaterThan(10)
  expect(compared.carried.filter((from) => from === null)).toHaveLength(300)
  expect(compared.claims.filter(({ kind }) => kind === 'exact')).toHaveLength(270)
  expect(compared.claims.filter(({ kind }) => kind === 'moved')).toHaveLength(30)
})
