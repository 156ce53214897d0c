import request from 'supertest'
import { describe, expect, it } from 'vitest'
import { articles, claims, settings } from '../../db/schema/index.ts'
import { write } from '../../db/write.ts'
import { unpublishReport } from '../../server/reports/report.ts'
import { wordsOf } from '../accounts/cookies.ts'
import { published } from '../corrections/published.ts'
import { aSource, anItem, harbour } from '../evidence/harbour.ts'
import { newsroom } from '../support/newsroom.ts'
import { validator } from '../support/validator.ts'
import { aReport } from './a-report.ts'

const report = '/reports/port-ellery'
const claimPage = `${report}/1-the-harbour-closed-on-monday`

describe('a public page', () => {
  it('tells readers what was found and on what, without a script, and is valid HTML', async () => {
    const { visitor } = await aReport()
    const page = await visitor.get(claimPage).expect(200)
    const words = wordsOf(page)
    expect(words).toContain('The harbour closed on Monday.')
    expect(words).toContain('Our finding False')
    expect(words).toContain('Ships all day.')
    expect(words).toContain('Harbour log')
    expect(words).toContain('One person checked this claim; a second person reviewed it')
    expect(page.text).toContain('href="https://log.example/2025#:~:text=Closed%20on%20Monday."')
    expect(page.text).not.toMatch(/whistle|told me|Cleo|<script(?! type="application\/ld\+json")|set-cookie/i)
    const all = await visitor.get(report).expect(200)
    expect(wordsOf(all)).toContain('1 claim checked')
    expect(all.text).toContain('role="img" aria-label="False: 1"')
    expect(wordsOf(all)).not.toMatch(/Twelve boats|council denied|more claim/)
    for (const { text } of [page, all]) {
      const { results } = await validator.validateString(text)
      expect(results.flatMap(({ messages }) => messages.map(({ message, line }) => `${line} ${message}`))).toEqual([])
    }
  })

  it('is the same for everybody, whatever cookie they send, and nobody gets one', async () => {
    const news = await aReport()
    const { app, as, edith } = news
    const { cookie } = await as(edith)
    for (const path of [
      claimPage,
      report,
      '/reports/none',
      `${report}/2-twelve-boats-stayed-outside`,
      '/reports/%E0%A4%A',
    ]) {
      const [without, signedIn] = [
        await request(app).get(path).set('Host', 'here.example'),
        await request(app).get(path).set('Host', 'here.example').set('Cookie', `${cookie}; notice=Hello`),
      ]
      expect([path, signedIn.status, signedIn.text]).toEqual([path, without.status, without.text])
      expect(signedIn.headers['set-cookie']).toBe(undefined)
    }
  })

  it('is kept by caches only until they ask again, which is answered with 304 while nothing changed', async () => {
    const { app, db } = await aReport()
    const first = await request(app).get(claimPage).set('Host', 'here.example').expect(200)
    const { etag = '', 'cache-control': cache } = first.headers
    expect(cache).toBe('public, max-age=0, must-revalidate')
    const again = () => request(app).get(claimPage).set('Host', 'here.example').set('If-None-Match', etag)
    expect((await again()).status).toBe(304)
    const head = await request(app).head(claimPage).set('Host', 'here.example').expect(200)
    expect(head.headers).toMatchObject({ etag, 'content-length': first.headers['content-length'] })
    await write(db, (tx) => tx.update(settings).set({ newsroom: 'Other name' }))
    const changed = await again()
    expect(changed.status).toBe(200)
    expect(changed.text).toContain('Other name')
  })

  it('asks the database for nothing but a stamp while nothing changed', async () => {
    const { app, queries } = await aReport()
    const get = () => request(app).get(claimPage).set('Host', 'here.example').expect(200)
    await get()
    queries.length = 0
    await get()
    expect(queries).toHaveLength(1)
    expect(queries[0]).toContain('public_stamp')
  })

  it('runs nothing by its policy, is refused to frames, and names itself for sharing', async () => {
    const { app } = await aReport()
    const { headers, text } = await request(app).get(claimPage).set('Host', 'here.example')
    expect(headers['content-security-policy']).toContain("default-src 'none'")
    expect(headers['content-security-policy']).not.toContain('script-src')
    expect(headers['x-content-type-options']).toBe('nosniff')
    expect(text).toContain('<meta property="og:title" content="False: The harbour closed on Monday." />')
    expect(text).toContain(`<meta property="og:url" content="http://here.example${claimPage}" />`)
    expect(text).toContain(`<link rel="canonical" href="http://here.example${claimPage}" />`)
  })
})

describe('an address', () => {
  it('of nothing is 404 with a page of its own, and does not tell what the desk has', async () => {
    const { app } = await aReport()
    const get = (path: string) => request(app).get(path).set('Host', 'here.example')
    const unpublished = await get(`${report}/2-twelve-boats-stayed-outside`).expect(404)
    const nothing = await get(`${report}/9-no-such-words-in-there-at-all`).expect(404)
    expect(unpublished.text.replaceAll('2-twelve-boats-stayed-outside', 'X')).toBe(
      nothing.text.replaceAll('9-no-such-words-in-there-at-all', 'X'),
    )
    for (const path of ['/reports', '/reports/', '/reports/a/b/c/d', `${report}/`, '/reports/%E0%A4%A'])
      expect([path, (await get(path)).status]).toEqual([path, 404])
  })

  it('that is old leads to where it is now; one that was taken down is gone, with the note', async () => {
    const { visitor, db, edith, article } = await aReport()
    const moved = await visitor.get(`${report}/1-other-words`).expect(301)
    expect(moved.headers.location).toBe(claimPage)
    await unpublishReport(db, edith, article, 'It was <b>not</b> about us.')
    const gone = await visitor.get(report).expect(410)
    expect(wordsOf(gone)).toContain('It was &lt;b&gt;not&lt;/b&gt; about us.')
    expect((await validator.validateString(gone.text)).valid).toBe(true)
    expect((await visitor.get(claimPage).expect(200)).text).not.toContain('All checks of')
  })
})

it('shows hostile texts as text, in every place that holds one', async () => {
  const news = await newsroom()
  const { db, cleo, visitor } = news
  const { claims: made } = await harbour(db)
  const hostile = `"><img src=x onerror=alert(1)>'</title></script>\u2028‮`
  await write(db, (tx) => tx.update(articles).set({ title: hostile, outlet: hostile, byline: hostile }))
  await write(db, (tx) => tx.update(claims).set({ statement: hostile, claimedPlace: hostile }))
  await write(db, (tx) => tx.update(settings).set({ newsroom: hostile, method: `[x](javascript:alert(1)) ${hostile}` }))
  const source = await aSource(db, hostile, { url: 'javascript:alert(1)', publisher: hostile, interest: hostile })
  await anItem(db, cleo, made[0] ?? 0, source, hostile)
  await published(news, made[0] ?? 0)
  const page = await visitor.get(
    '/reports/img-src-x-onerror-alert-1-title-script/1-img-src-x-onerror-alert-1-title-script',
  )
  expect(page.status).toBe(200)
  expect(page.text).not.toMatch(/<img|href="javascript/i)
  const [, block = ''] = /<script type="application\/ld\+json">(.*?)<\/script>/s.exec(page.text) ?? []
  expect(block).not.toMatch(/[<>&\u2028\u2029]/)
  expect(JSON.parse(block).claimReviewed).toBe(hostile)
  expect((await validator.validateString(page.text)).results.flatMap(({ messages }) => messages)).toEqual([])
})
