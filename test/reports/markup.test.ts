import request from 'supertest'
import { describe, expect, it } from 'vitest'
import { write } from '../../db/write.ts'
import type { Db } from '../../db/open.ts'
import { settings } from '../../db/schema/index.ts'
import { judgeFeed, judgeReview } from '../../server/reports/claim-review-rules.ts'
import { claimReviewFeed } from '../../server/reports/claim-review-feed.ts'
import { publishReport } from '../../server/reports/report.ts'
import { aReport } from './a-report.ts'
import { corrected } from './corrected.ts'

const claimPath = '/reports/port-ellery/1-the-harbour-closed-on-monday'
const url = `https://stet.example${claimPath}`
const numbers = new Map([
  ['False', 1],
  ['Half true', 3],
])

/** Asks as people do who reach this server at one address. */
const asking =
  ({ app }: Awaited<ReturnType<typeof aReport>>) =>
  (path: string) =>
    request(app).get(path).set('Host', 'stet.example').set('X-Forwarded-Proto', 'https').buffer(true)

const aPublicReport = async () => {
  const news = await aReport({ PUBLIC_URL: 'https://stet.example' })
  return { ...news, get: asking(news) }
}

const inPage = (text: string): unknown =>
  JSON.parse(/<script type="application\/ld\+json">(.*?)<\/script>/s.exec(text)?.[1] ?? 'null')

/** As many public claims more, with the page of the first: no row of the desk stands behind them. */
function publishCopies({ writer: { sqlite } }: Db, count: number): void {
  sqlite.pragma('foreign_keys = OFF')
  sqlite
    .prepare(
      `INSERT INTO public_claims (claim_id, report_id, number, slug, state, place, edition_id, published_at, changed_at)
       SELECT 1000 + n.value, report_id, 1000 + n.value, 'copy-' || n.value, state, place, edition_id, published_at, changed_at
       FROM public_claims, json_each(?) n WHERE number = 1`,
    )
    .run(JSON.stringify(Array.from({ length: count }, (_, index) => index)))
  sqlite.pragma('foreign_keys = ON')
}

describe('the ClaimReview of a claim', () => {
  it('is one and the same on its page and in its file, and keeps the rules', async () => {
    const { get } = await aPublicReport()
    const page = await get(claimPath).expect(200)
    expect(page.text.match(/application\/ld\+json">/g)).toHaveLength(1)
    const file = await get(`${claimPath}.jsonld`).expect(200)
    expect(file.headers['content-type']).toBe('application/ld+json; charset=utf-8')
    expect(JSON.parse(file.text)).toEqual(inPage(page.text))
    expect(judgeReview(JSON.parse(file.text), { url, numbers }).errors).toEqual([])
    expect(page.text).toContain(`type="application/ld+json" title="ClaimReview" href="${claimPath}.jsonld"`)
    expect((await get('/reports/port-ellery').expect(200)).text).not.toContain('"ClaimReview"')
  })

  it('is answered with 304 to who has it, leads on from old addresses, and is gone once withdrawn', async () => {
    const news = await aPublicReport()
    const { get } = news
    const { etag = '' } = (await get(`${claimPath}.jsonld`)).headers
    await get(`${claimPath}.jsonld`).set('If-None-Match', etag).expect(304)
    const moved = await get('/reports/port-ellery/1-other-words.jsonld').expect(301)
    expect(moved.headers.location).toBe(`${claimPath}.jsonld`)
    await get('/reports/port-ellery/2-x.jsonld').expect(404)
    await corrected(news, 'withdrawal')
    await get(`${claimPath}.jsonld`).set('If-None-Match', etag).expect(410)
    expect(inPage((await get(claimPath).expect(200)).text)).toBe(null)
  })

  it('says when it was corrected, with the rating that stands', async () => {
    const news = await aPublicReport()
    news.clock.set('2025-06-01T10:00:00.000Z')
    await corrected(news)
    const review = JSON.parse((await news.get(`${claimPath}.jsonld`)).text)
    expect(review).toMatchObject({ reviewRating: { alternateName: 'Half true', ratingValue: 3 } })
    expect(review.dateModified > review.datePublished).toBe(true)
    expect(judgeReview(review, { url, numbers }).errors).toEqual([])
  })
})

describe('the feed of all', () => {
  it('holds what is published and tells of what was withdrawn, each under its own address', async () => {
    const news = await aPublicReport()
    const { get, edith, db, article, other, otherDecision } = news
    await publishReport(db, edith, article, {
      slug: 'port-ellery',
      others: false,
      claims: [{ id: other, decision: otherDecision }],
    })
    const feed = JSON.parse((await get('/claimreview.json').expect(200)).text)
    expect(judgeFeed(feed, numbers).errors).toEqual([])
    expect(feed.dataFeedElement).toHaveLength(2)
    await corrected(news, 'withdrawal')
    const after = JSON.parse((await get('/claimreview.json').expect(200)).text)
    expect(after.dataFeedElement.map((item: { item: unknown[] }) => item.item.length)).toEqual([1, 0])
    expect(after.dataFeedElement[1]).toHaveProperty('dateDeleted')
    expect(JSON.stringify(after.dataFeedElement[1])).not.toContain('Ships all day')
  })

  it('goes on over pages without a gap or a double', async () => {
    const { db } = await aPublicReport()
    publishCopies(db, 450)
    const lines: string[] = []
    for await (const piece of claimReviewFeed(db.reader, { newsroom: 'N', origin: 'https://stet.example' }))
      lines.push(piece)
    const feed = JSON.parse(lines.join(''))
    expect(feed.dataFeedElement).toHaveLength(451)
    expect(judgeFeed(feed, numbers).errors).toEqual([])
  })

  it('is sent again only when something public changed', async () => {
    const news = await aPublicReport()
    const { get, db } = news
    const { etag = '' } = (await get('/claimreview.json')).headers
    const again = () => get('/claimreview.json').set('If-None-Match', etag)
    await again().expect(304)
    await corrected(news)
    expect((await again().expect(200)).text).toContain('Half true')
    await write(db, (tx) => tx.update(settings).set({ newsroom: 'Other name' }))
    expect((await again().expect(200)).text).toContain('Other name')
  })
})
