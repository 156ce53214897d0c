import request from 'supertest'
import { describe, expect, it } from 'vitest'
import { publishReport } from '../../server/reports/report.ts'
import { aReport } from '../reports/a-report.ts'
import { corrected } from '../reports/corrected.ts'
import { JsonFeed, readAtom } from './read-feed.ts'

async function aFeed() {
  const news = await aReport({ PUBLIC_URL: 'https://stet.example' })
  const ediths = await news.as(news.edith)
  const edit = { statement: 'Twelve boats stayed outside.', kind: 'event', priority: 2, version: 1 }
  await ediths.post(`/claims/${news.other}`, { ...edit, claimant: 'Zoë O’Neil', tags: 'Fishing rights' }).expect(303)
  const get = (path: string) => request(news.app).get(path).set('Host', 'stet.example').buffer(true)
  const publishOther = () =>
    publishReport(news.db, news.edith, news.article, {
      slug: 'port-ellery',
      others: false,
      claims: [{ id: news.other, decision: news.otherDecision }],
    })
  return { ...news, get, publishOther, atom: async (path: string) => readAtom((await get(path).expect(200)).text) }
}

describe('the feed of everything', () => {
  it('tells of publications and corrections, the newest first, in two formats that say the same', async () => {
    const news = await aFeed()
    news.clock.set('2025-06-01T10:00:00.000Z')
    await corrected(news)
    const atom = await news.atom('/feeds/checks.atom')
    expect(atom).toMatchObject({ self: 'https://stet.example/feeds/checks.atom', updated: '2025-06-01T10:00:00.000Z' })
    expect(atom.entries.map(({ title }) => title)).toEqual([
      'Correction: The harbour closed on Monday.',
      'Half true: The harbour closed on Monday.',
    ])
    const [correction, check] = atom.entries
    expect(correction?.content).toContain('overlooked the harbour master’s log')
    expect(check?.updated).toBe('2025-06-01T10:00:00.000Z')
    expect(check?.published).toBe('2025-05-12T09:00:00.000Z')
    const json = JsonFeed.parse(JSON.parse((await news.get('/feeds/checks.json').expect(200)).text))
    expect(json.items.map(({ id, title, date_modified }) => ({ id, title, updated: date_modified }))).toEqual(
      atom.entries.map(({ id, title, updated }) => ({ id, title, updated })),
    )
  })

  it('keeps the ids of its entries through a correction, and tells a withdrawn check as withdrawn', async () => {
    const news = await aFeed()
    const [before] = (await news.atom('/feeds/checks.atom')).entries
    await corrected(news, 'withdrawal')
    const { entries } = await news.atom('/feeds/checks.atom')
    expect(entries.map(({ title }) => title)).toEqual([
      'Withdrawn: The harbour closed on Monday.',
      'Withdrawn: The harbour closed on Monday.',
    ])
    expect(entries[1]?.id).toBe(before?.id)
    expect(entries[1]?.content).toContain('no longer stand by')
    expect(JSON.stringify(entries)).not.toContain('Ships all day')
  })

  it('is sent again only when it changed', async () => {
    const news = await aFeed()
    for (const path of ['/feeds/checks.atom', '/feeds/checks.json']) {
      const { headers } = await news.get(path).expect(200)
      expect(headers['content-type']).toMatch(/^application\/(atom\+xml|feed\+json); charset=utf-8$/)
      expect(headers['cache-control']).toBe('public, max-age=0, must-revalidate')
      await news
        .get(path)
        .set('If-None-Match', headers['etag'] ?? '')
        .expect(304)
    }
  })

  it('is there, and empty, before anything is published', async () => {
    const news = await aFeed()
    expect((await news.atom('/feeds/checks.atom')).entries).toHaveLength(1)
    await news.get('/feeds/none.atom').expect(404)
  })
})

describe('the feed of a claimant or a tag', () => {
  it('holds what is published of it, and is found from the page of the claim', async () => {
    const news = await aFeed()
    await news.get('/feeds/claimants/zoe-oneil.atom').expect(404)
    await news.publishOther()
    for (const [path, title] of [
      ['/feeds/claimants/zoe-oneil.atom', /: Zoë O’Neil$/],
      ['/feeds/tags/fishing-rights.atom', /: Fishing rights$/],
    ] as const) {
      const feed = await news.atom(path)
      expect(feed.title).toMatch(title)
      expect(feed.entries.map((entry) => entry.title)).toEqual(['False: Twelve boats stayed outside.'])
    }
    const page = (await news.get('/reports/port-ellery/2-twelve-boats-stayed-outside').expect(200)).text
    const links =
      page.match(/<link rel="alternate" type="application\/(atom\+xml|feed\+json)"[^>]* href="([^"]+)"/g) ?? []
    expect(links).toHaveLength(6)
    for (const link of links) await news.get(/href="([^"]+)"/.exec(link)?.[1] ?? '').expect(200)
    expect((await news.get('/reports/port-ellery').expect(200)).text).toContain('href="/feeds/checks.atom"')
  })
})
