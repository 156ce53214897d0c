import { eq } from 'drizzle-orm'
import { describe, expect, it } from 'vitest'
import { editions, people, settings } from '../../db/schema/index.ts'
import { write } from '../../db/write.ts'
import { eventsAfter } from '../../server/history/store.ts'
import { publishClaim } from '../../server/claims/publication.ts'
import { contentOf } from '../../server/reports/content.ts'
import { facetKey, fingerprintOf } from '../../server/reports/edition.ts'
import { listPublished, publishedArticle, publishedChanges, publishedClaim } from '../../server/reports/published.ts'
import { stampNow } from '../../server/reports/public-store.ts'
import { publishReport, renewClaim, unpublishReport } from '../../server/reports/report.ts'
import { slugOf } from '../../server/reports/slug.ts'
import { aSource, anItem } from '../evidence/harbour.ts'
import { aReport, firstPublic, here } from './a-report.ts'
import { corrected } from './corrected.ts'

describe('what is public of a claim', () => {
  it('is what was said and found, with evidence that is not confidential, and no row of the desk by its id', async () => {
    const news = await aReport()
    const claim = await firstPublic(news)
    expect(claim).toMatchObject({
      key: 'r1.1',
      path: '/reports/port-ellery/1-the-harbour-closed-on-monday',
      state: 'published',
      statement: 'The harbour closed on Monday.',
      quote: {
        exact: 'The harbour closed on Monday.',
        start: 0,
        codePoints: { start: 0, end: 29 },
        before: '',
        after: ' Twelve boats stayed outside.',
      },
      finding: { rating: { key: 'false', value: 1 }, rationale: 'Ships all day.', reviewed: true, checkedBy: null },
      evidence: [{ number: 1, stance: 'supports', passage: 'Closed on Monday.', source: { title: 'Harbour log' } }],
      corrections: [],
      reportPath: '/reports/port-ellery',
    })
    expect(JSON.stringify(claim)).not.toMatch(/whistle|told me|"id"|override|quay|Cleo|Ben/)
  })

  it('is held by the event of its publication, by hash', async () => {
    const news = await aReport()
    const { history } = await firstPublic(news)
    const events = await eventsAfter(news.db.reader, 0, 1_000)
    const event = events.find(({ hash }) => hash.toString('hex') === history.hash)
    expect(event?.type).toBe('claim.published')
    expect(JSON.parse(String(event?.body)).data.sha256).toBe(history.content)
    const [edition] = await news.db.reader.select().from(editions)
    expect(fingerprintOf(contentOf(edition ?? { content: '' }))).toBe(history.content)
  })

  it('stays as it was read, whatever the desk does, until an editor brings it up to date', async () => {
    const news = await aReport()
    const { db, as, cleo, edith, claim, open } = news
    const before = await firstPublic(news)
    const stamp = await stampNow(db.reader)
    const edit = { statement: 'The harbour shut.', kind: 'event', priority: 2, version: 1 }
    await (await as(cleo)).post(`/claims/${claim}`, edit).expect(303)
    await anItem(db, cleo, claim, open, 'A second passage.')
    expect(await firstPublic(news)).toEqual(before)
    expect(await stampNow(db.reader)).toBe(stamp)
    await expect(renewClaim(db, edith, claim, { note: 'New evidence.', seen: before.history.content })).rejects.toThrow(
      'changed meanwhile',
    )
  })

  it('loses evidence whose source becomes confidential', async () => {
    const news = await aReport()
    const { as, cleo, open } = news
    const source = { title: 'Harbour log', url: 'https://log.example/2025', kind: 'record', confidential: 'yes' }
    await (await as(cleo)).post(`/sources/${open}`, { ...source, version: 1 }).expect(303)
    expect((await firstPublic(news)).evidence).toEqual([])
  })

  it('names who checked and who reviewed only where the newsroom says so', async () => {
    const news = await aReport()
    await write(news.db, (tx) => tx.update(settings).set({ showNames: true }))
    expect((await firstPublic(news)).finding).toMatchObject({ checkedBy: 'Cleo', reviewedBy: 'Ben' })
    await write(news.db, (tx) => tx.update(people).set({ name: 'C.' }).where(eq(people.id, news.cleo.id)))
    expect((await firstPublic(news)).finding).toMatchObject({ checkedBy: 'C.' })
  })
})

describe('a correction', () => {
  it('shows the new decision, and keeps what stood before in the log', async () => {
    const news = await aReport()
    const stamp = await stampNow(news.db.reader)
    await corrected(news)
    expect(await stampNow(news.db.reader)).toBeGreaterThan(stamp)
    const { finding, corrections, history } = await firstPublic(news)
    expect(finding).toMatchObject({ rating: { key: 'half-true' }, rationale: 'Ships by day, none by night.' })
    expect(corrections).toMatchObject([
      {
        number: 1,
        kind: 'correction',
        before: { rationale: 'Ships all day.' },
        after: { rating: { label: 'Half true' } },
      },
    ])
    const events = await eventsAfter(news.db.reader, 0, 1_000)
    expect(events.find(({ hash }) => hash.toString('hex') === history.hash)?.type).toBe('correction.made')
  })

  it('that withdraws leaves the page with its note, and repeats nothing that was withdrawn', async () => {
    const news = await aReport()
    await corrected(news, 'withdrawal')
    const claim = await firstPublic(news)
    expect(claim).toMatchObject({ state: 'withdrawn', finding: null, evidence: [] })
    expect(claim.corrections).toMatchObject([{ kind: 'withdrawal', before: { rationale: null }, after: null }])
    expect(JSON.stringify(claim)).not.toContain('Ships all day')
    expect(await listPublished(news.db.reader, { limit: 10 })).toEqual([])
    expect(await listPublished(news.db.reader, { withdrawn: true, limit: 10 })).toHaveLength(1)
  })
})

describe('addresses', () => {
  it('count only what is public, stay after a change of title, and lead on when they are old', async () => {
    const news = await aReport()
    const { db, edith, article, other, otherDecision } = news
    const claims = [{ id: other, decision: otherDecision }]
    await publishReport(db, edith, article, { slug: 'harbour-closed', others: true, claims })
    expect(await publishedArticle(db.reader, 'port-ellery')).toEqual({ movedTo: '/reports/harbour-closed' })
    const report = here(await publishedArticle(db.reader, 'harbour-closed'))
    expect(report.claims.map(({ key }) => key)).toEqual(['r1.1', 'r1.2'])
    expect(report.otherClaims).toBe(1)
    const old = await publishedClaim(db.reader, 'port-ellery', '2-some-other-words')
    expect(old).toEqual({ movedTo: '/reports/harbour-closed/2-twelve-boats-stayed-outside' })
    for (const slug of ['3', 'x', '0-a', '1x', ''])
      expect(await publishedClaim(db.reader, 'harbour-closed', slug)).toBe(undefined)
  })

  it('end where a word has no more room, and take none from further on', () => {
    const long = 'a'.repeat(50)
    expect(slugOf(`${long} then somewhere and on`)).toBe(`${long}-then`)
  })

  it('of a report that was taken down hold a note, and those of its claims stay', async () => {
    const { db, edith, article } = await aReport()
    await unpublishReport(db, edith, article, 'The article was not about us.')
    const { gone } = (await publishedArticle(db.reader, 'port-ellery')) as { gone: { note: string } }
    expect(gone.note).toBe('The article was not about us.')
    expect(here(await publishedClaim(db.reader, 'port-ellery', '1-the-harbour-closed-on-monday')).reportPath).toBe(null)
    await expect(unpublishReport(db, edith, article, 'Again.')).rejects.toThrow('not public')
  })

  it('are refused when another report has them, or when they are none', async () => {
    const { db, edith, article } = await aReport()
    for (const slug of ['', 'a b', 'Ab', '../x', 'a--b', 'a.json'])
      await expect(publishReport(db, edith, article, { slug, others: false, claims: [] })).rejects.toThrow(
        'small letters',
      )
  })
})

describe('lists', () => {
  it('hold what is published, the newest first, page by page and by what it is about', async () => {
    const news = await aReport()
    const { db, other, clock } = news
    clock.set('2025-06-01T10:00:00.000Z')
    const source = await aSource(db, 'Quay book')
    await anItem(db, news.cleo, other, source)

    await publishClaim(db, news.edith, other, { decision: news.otherDecision })
    const [newest] = await listPublished(db.reader, { limit: 1 })
    expect(newest).toMatchObject({ key: 'r1.2', statement: 'Twelve boats stayed outside.' })
    const rest = await listPublished(db.reader, { after: newest, limit: 5 })
    expect(rest.map(({ key }) => key)).toEqual(['r1.1'])
    expect(await listPublished(db.reader, { rating: 'false', limit: 5 })).toHaveLength(2)
    expect(await listPublished(db.reader, { rating: 'true', limit: 5 })).toEqual([])
    for (const [name, key] of [
      ['Zoë O’Neil', 'zoe-oneil'],
      ['Мэр', 'мэр'],
      ['!!', '!!'],
    ] as const)
      expect(facetKey(name)).toBe(key)
    expect(await listPublished(db.reader, { claimant: 'nobody', tag: 'none', limit: 5 })).toEqual([])
    const changes = await publishedChanges(db.reader, { limit: 5 })
    expect(changes.map(({ key, why }) => `${key} ${why}`)).toEqual(['r1.2/1 published', 'r1.1/1 published'])
    const since = await publishedChanges(db.reader, { since: '2025-06-01T00:00:00.000Z', limit: 5 })
    expect(since).toHaveLength(1)
  })

  it('tell of corrections with their note', async () => {
    const news = await aReport()
    await corrected(news)
    const [change] = await publishedChanges(news.db.reader, { limit: 5 })
    expect(change).toMatchObject({ key: 'r1.1/2', why: 'corrected', kind: 'correction', claim: { key: 'r1.1' } })
    expect(change?.note).toContain('harbour master')
    const report = here(await publishedArticle(news.db.reader, 'port-ellery'))
    expect(report.corrections).toMatchObject([{ claim: 'r1.1', kind: 'correction' }])
  })
})
