import { eq } from 'drizzle-orm'
import { describe, expect, it } from 'vitest'
import { people } from '../../db/schema/index.ts'
import { write } from '../../db/write.ts'
import { readClaim } from '../../server/claims/claim.ts'
import { claimValues } from '../../server/claims/field-values.ts'
import { historyOf } from '../../server/history/history.ts'
import { jobKinds } from '../../server/job-kinds.ts'
import { runDueJobs } from '../../server/jobs/runner.ts'
import { validator } from '../support/validator.ts'
import { wordsOf } from '../accounts/cookies.ts'
import { decided } from '../corrections/published.ts'
import { anItem, harbour } from '../evidence/harbour.ts'
import { aReport, firstPublic } from './a-report.ts'

const seenIn = (text: string) => /name="seen" value="([0-9a-f]{64})"/.exec(text)?.[1] ?? ''

describe('before publishing', () => {
  it('an editor reads what becomes public, what stays, and what to think of', async () => {
    const { as, edith, cleo, other, otherDecision } = await aReport()
    const page = await (await as(edith)).get(`/claims/${other}/publication`).expect(200)
    const words = wordsOf(page)
    expect(words).toContain('Becomes public')
    expect(words).toContain('Stays in the newsroom')
    expect(words).toContain('Readers see no evidence: there is none.')
    expect(words).toContain('Nobody is named as having said it.')
    expect(words).toContain('There is no explanation')
    expect(page.text).toContain(`name="decision" value="${otherDecision}"`)
    await (await as(cleo)).get(`/claims/${other}/publication`).expect(403)
  })

  it('is told how much is confidential, and publishes what was read or nothing', async () => {
    const { as, edith, cleo, db, other, open, otherDecision, visitor } = await aReport()
    const ediths = await as(edith)
    const seen = seenIn((await ediths.get(`/claims/${other}/publication`)).text)
    await anItem(db, cleo, other, open, 'Added meanwhile.')
    const late = await ediths.post(`/claims/${other}/publication`, { decision: otherDecision, seen }).expect(409)
    expect(wordsOf(late)).toContain('changed meanwhile')
    await visitor.get('/reports/port-ellery/2-twelve-boats-stayed-outside').expect(404)
    await ediths.post(`/claims/${other}/publication`, { decision: otherDecision, seen: seenIn(late.text) }).expect(303)
    const page = await visitor.get('/reports/port-ellery/2-twelve-boats-stayed-outside').expect(200)
    expect(wordsOf(page)).toContain('Added meanwhile.')
  })
})

describe('what programs will miss', () => {
  it('is told before publishing, each with the way to where it is entered, until it is there', async () => {
    const { as, edith, db, other, article } = await aReport()
    const ediths = await as(edith)
    const advice = async () => {
      const { text } = await ediths.get(`/claims/${other}/publication`).expect(200)
      const [, part = ''] = /<section class="markup-advice"[^>]*>(.*?)<\/section>/s.exec(text) ?? []
      return [...part.matchAll(/<li>(.*?)<\/li>/gs)].map(([, line = '']) => line)
    }
    const edit = async (fields: Record<string, string>) =>
      ediths.post(`/claims/${other}`, { ...claimValues(await readClaim(db.reader, other)), ...fields }).expect(303)
    await edit({ claimant: 'Ida Quist', statement: `False: ${'x'.repeat(70)}` })
    const lines = await advice()
    expect(lines.map((line) => line.split(' <')[0])).toEqual([
      'The statement gives the rating away. It has to be the claim alone.',
      'The statement has 77 characters. Search engines and fact-check archives show about 75.',
      'Whether Ida Quist is a person or an organisation is not said, so nobody is named as the author of the claim.',
      'When it was said is not known.',
      'The address of the article is not known.',
    ])
    const edited = `/claims/${other}/edit`
    const ways = lines.map((line) => /href="([^"]*)"/.exec(line)?.[1])
    expect(ways).toEqual([edited, edited, '/claimants/1', edited, `/articles/${article}/edit`])
    await edit({ claimantKind: 'person', statement: 'Twelve boats stayed outside.', claimedOn: '2025-05' })
    expect((await advice()).map((line) => line.split(' <')[0])).toEqual([
      'No address of Wikidata or Wikipedia says which Ida Quist is meant.',
      'The address of the article is not known.',
    ])
  })
})

describe('after publishing', () => {
  it('the page is brought up to date with a note for readers, which stays on it', async () => {
    const news = await aReport()
    const { as, edith, cleo, db, claim, open, visitor } = news
    const ediths = await as(edith)
    const path = `/claims/${claim}/publication`
    const page = await ediths.get(path)
    expect(wordsOf(page)).toContain('Readers see exactly this')
    expect(wordsOf(page)).toContain('confidential evidence: 1 piece')
    await anItem(db, cleo, claim, open, 'A second passage.')
    const changed = await ediths.get(path)
    expect(wordsOf(changed)).toContain('Readers see an older page')
    const fields = { note: '', seen: seenIn(changed.text) }
    await ediths.post(`/claims/${claim}/renewal`, fields).expect(422)
    await (await as(cleo)).post(`/claims/${claim}/renewal`, { ...fields, note: 'N' }).expect(403)
    await ediths.post(`/claims/${claim}/renewal`, { ...fields, note: 'We found a second source.' }).expect(303)
    const public_ = await visitor.get((await firstPublic(news)).path)
    expect(wordsOf(public_)).toContain('We found a second source.')
    expect(wordsOf(public_)).toContain('A second passage.')
    await ediths.post(`/claims/${claim}/renewal`, { ...fields, note: 'Again.' }).expect(409)
    const [line] = await historyOf(db.reader, edith, { claim }, { limit: 1 })
    expect(line?.type).toBe('claim.renewed')
  })
})

describe('the report of an article', () => {
  it('is published with the claims ticked, under the address chosen, and is taken down with a note', async () => {
    const { as, edith, cleo, article, other, otherDecision, visitor, db } = await aReport()
    const ediths = await as(edith)
    const path = `/articles/${article}/report`
    expect(wordsOf(await ediths.get(path))).toContain('Twelve boats stayed outside.')
    await (await as(cleo)).get(path).expect(403)
    const wrong = await ediths.post(path, { slug: 'Port Ellery', claim: `${other}:${otherDecision}` }).expect(422)
    expect(wordsOf(wrong)).toContain('small letters and digits')
    expect(wrong.text).toContain(`value="${other}:${otherDecision}" checked`)
    await ediths.post(path, { slug: 'ellery', others: 'yes', claim: `${other}:${otherDecision}` }).expect(303)
    const words = wordsOf(await visitor.get('/reports/ellery').expect(200))
    expect(words).toContain('2 claims checked')
    expect(words).toContain('1 more claim of it is on our list and not published.')
    expect((await visitor.get('/reports/port-ellery').expect(301)).headers.location).toBe('/reports/ellery')
    await ediths.post(`${path}/withdrawal`, { note: ' ' }).expect(422)
    await ediths.post(`${path}/withdrawal`, { note: 'We mixed up two harbours.' }).expect(303)
    await visitor.get('/reports/ellery').expect(410)
    expect(wordsOf(await ediths.get(path))).toContain('We mixed up two harbours.')
    const lines = await historyOf(db.reader, edith, { article }, { limit: 4 })
    expect(lines.map(({ type }) => type)).toEqual([
      'report.unpublished',
      'report.published',
      'claim.published',
      'report.published',
    ])
  })

  it('needs something that is published', async () => {
    const { as, edith, db } = await aReport()
    const { article } = await harbour(db)
    const answer = await (await as(edith)).post(`/articles/${article}/report`, { slug: 'second' }).expect(409)
    expect(wordsOf(answer)).toContain('Nothing of this article is published yet.')
  })
})

describe('decisions that were published before there were public pages', () => {
  const path = '/settings/public-pages/missing'

  async function older() {
    const news = await aReport()
    const decision = await decided(news, news.third)
    const published =
      "update claims set state = 'published', published_at = '2024-03-01T00:00:00.000Z' where id in (?, ?)"
    news.db.writer.sqlite.prepare(published).run(news.other, news.third)
    return { ...news, decision, editor: await news.as(news.edith) }
  }

  it('are listed for editors, and get their pages all at once, with a note and an event each', async () => {
    const { editor, as, cleo, db, world, visitor, other, third, edith } = await older()
    await (await as(cleo)).get(path).expect(403)
    expect(wordsOf(await editor.get('/settings/site'))).toContain('Published, without a public page: 2.')
    const { text } = await editor.get(path).expect(200)
    expect(text).toContain(`href="/claims/${third}/publication"`)
    expect((await validator.validateString(text)).results).toEqual([])
    await editor.post(path, { note: ' ' }).expect(422)
    await editor.post(path, { note: 'It is older than this page.' }).expect(303)
    await editor.post(path, { note: 'Once more.' }).expect(409)
    expect(wordsOf(await editor.get(path))).toContain('Their pages are being made.')
    await runDueJobs(world, jobKinds)
    for (const slug of ['2-twelve-boats-stayed-outside', '3-the-council-denied-it'])
      expect(wordsOf(await visitor.get(`/reports/port-ellery/${slug}`).expect(200))).toContain(
        'It is older than this page.',
      )
    for (const claim of [other, third]) {
      const [line] = await historyOf(db.reader, edith, { claim }, { limit: 1 })
      expect([line?.type, line?.actor]).toEqual(['claim.renewed', 'Edith'])
    }
    expect(wordsOf(await editor.get(path))).toContain('Every published decision has its public page.')
    expect(wordsOf(await editor.get('/settings/site'))).not.toContain('without a public page')
    await editor.post(path, { note: 'Once more.' }).expect(409)
  })

  it('are left alone when whoever asked may not publish any more', async () => {
    const { editor, db, world, visitor, edith } = await older()
    await editor.post(path, { note: 'It is older than this page.' }).expect(303)
    await write(db, (tx) => tx.update(people).set({ role: 'checker' }).where(eq(people.id, edith.id)))
    await runDueJobs(world, jobKinds)
    await visitor.get('/reports/port-ellery/2-twelve-boats-stayed-outside').expect(404)
  })
})

describe('the settings of public pages', () => {
  it('are changed by an admin, for all pages at once', async () => {
    const news = await aReport()
    const { as, ada, rita, visitor } = news
    const adas = await as(ada)
    const { path } = await firstPublic(news)
    await adas.post('/settings/public-pages', { showNames: 'yes', method: 'We **ask**.', version: 1 }).expect(303)
    const page = await visitor.get(path)
    expect(wordsOf(page)).toContain('Cleo checked this claim; Ben reviewed it')
    expect(page.text).toContain('<strong>ask</strong>')
    expect(wordsOf(await adas.get(`/claims/${news.other}/publication`))).toContain(
      'Cleo checked this claim; Ben reviewed it',
    )
    await adas.post('/settings/public-pages', { method: 'Stale.', version: 1 }).expect(409)
    expect(wordsOf(await (await as(rita)).get('/settings'))).toContain('Public pages name who checked')
  })
})
