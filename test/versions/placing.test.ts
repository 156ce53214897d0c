import { parse } from 'csv-parse/sync'
import { describe, expect, it } from 'vitest'
import { events } from '../../db/schema/index.ts'
import { write } from '../../db/write.ts'
import { claims as claimRows } from '../../db/schema/index.ts'
import { eq } from 'drizzle-orm'
import { aReport, first, second } from './a-report.ts'

/** The report in its second version: three of its claims have lost their words. */
async function aTray() {
  const report = await aReport()
  const browser = await report.as(report.cleo)
  await browser.post(report.path, { text: second, base: 1 }).expect(303)
  const where = (words: string, text = second) => {
    const start = text.indexOf(words)
    return { text: 2, start, end: start + words.length }
  }
  const wasOf = async (id: number) => {
    const { versionId, quoteStart, quoteEnd, standing } = await report.at(id)
    return `${versionId}-${quoteStart}-${quoteEnd}-${standing}`
  }
  return { ...report, browser, where, wasOf }
}

const wordsOf = (text: string) => text.replaceAll(/<[^>]*>/g, ' ').replaceAll(/\s+/g, ' ')

describe('the tray of an article', () => {
  it('holds the claims that have lost their words, away from the text and its counts', async () => {
    const { browser, articleId, claims } = await aTray()
    const page = await browser.get(`/articles/${articleId}`).expect(200)
    expect(wordsOf(page.text)).toContain('3 claims have lost their words')
    expect(page.text).toContain(`id="m-${claims.told}"`)
    expect(page.text).not.toContain(`id="m-${claims.rescued}"`)
    const card = await browser.get(`/articles/${articleId}?claim=${claims.rescued}`).expect(200)
    expect(wordsOf(card.text)).toContain(
      'Its words were not found in the newest version of the article. They stood in version 1',
    )
    const record = await browser.get(`/claims/${claims.rescued}`).expect(200)
    expect(wordsOf(record.text)).toContain('In version 1 of the article')
    expect(record.text).toContain(`href="/articles/${articleId}/versions/1#m-${claims.rescued}"`)
  })

  it('proposes places, finds other words, and takes what was selected', async () => {
    const { browser, claims, where } = await aTray()
    const proposed = await browser.get(`/claims/${claims.rescued}/place`).expect(200)
    expect(proposed.text).toContain('<mark>301 people were rescued</mark>')
    const nothing = await browser.get(`/claims/${claims.ferries}/place`).expect(200)
    expect(wordsOf(nothing.text)).toContain('Its words are not in version 2, nor any that are much like them.')
    const found = await browser.get(`/claims/${claims.ferries}/place?words=has%20published%20its`).expect(200)
    expect(found.text).toContain('<mark>has published its</mark>')
    const { start, end } = where('The company has published')
    const selected = await browser.get(`/claims/${claims.ferries}/place?text=2&start=${start}&end=${end}`).expect(200)
    expect(selected.text).toContain('<mark>The company has published</mark>')
    await browser.get(`/claims/${claims.ferries}/place?start=0&end=99999`).expect(422)
  })

  it('anchors a claim where somebody says, and marks its sentence', async () => {
    const { browser, claims, where, wasOf, at, triage } = await aTray()
    const was = await wasOf(claims.rescued)
    const place = where('301 people were rescued')
    await browser.post(`/claims/${claims.rescued}/place`, { ...place, was }).expect(303)
    expect(await at(claims.rescued)).toMatchObject({
      quote: '301 people were rescued',
      standing: 'here',
      versionNumber: 2,
    })
    expect((await triage())[1]).toEqual([second.split('\n\n')[1], 'claim', null])
    await browser.post(`/claims/${claims.rescued}/place`, { ...place, was }).expect(409)
  })

  it('refuses a place in an older version, and one that is none', async () => {
    const { browser, claims, where, wasOf, at } = await aTray()
    const was = await wasOf(claims.rescued)
    const old = { ...where('300 people were rescued', first), text: 1 }
    const late = await browser.post(`/claims/${claims.rescued}/place`, { ...old, was }).expect(409)
    expect(wordsOf(late.text)).toContain('A newer version of the article was taken in meanwhile.')
    await browser.post(`/claims/${claims.rescued}/place`, { text: 2, start: 5, end: 5, was }).expect(422)
    expect((await at(claims.rescued)).standing).toBe('lost')
  })

  it('lets somebody say that the words are gone, and place the claim later all the same', async () => {
    const { browser, claims, wasOf, at, where, articleId, db } = await aTray()
    const was = await wasOf(claims.older)
    await browser.post(`/claims/${claims.older}/absence`, { was }).expect(303)
    expect(await at(claims.older)).toMatchObject({ standing: 'gone', versionNumber: 1 })
    await browser.post(`/claims/${claims.older}/absence`, { was }).expect(409)
    expect(wordsOf((await browser.get(`/articles/${articleId}`)).text)).toContain('1 claim no longer in the article')
    expect(wordsOf((await browser.get(`/claims/${claims.older}`)).text)).toContain('No longer in the article')
    const place = where('This article was corrected')
    await browser.post(`/claims/${claims.older}/place`, { ...place, was: await wasOf(claims.older) }).expect(303)
    const types = (await db.reader.select({ type: events.type }).from(events)).map(({ type }) => type)
    expect(types.slice(-2)).toEqual(['claim.gone', 'claim.anchored'])
  })

  it('keeps what was published where it stands', async () => {
    const { browser, claims, wasOf, where, db } = await aTray()
    await write(db, (tx) => tx.update(claimRows).set({ state: 'published' }).where(eq(claimRows.id, claims.told)))
    const place = { ...where('It is a disgrace.'), was: await wasOf(claims.told) }
    const refused = await browser.post(`/claims/${claims.told}/place`, place).expect(409)
    expect(wordsOf(refused.text)).toContain('What was published is changed by a correction.')
  })

  it('offers a claim again when its words come back', async () => {
    const { browser, path, claims, at } = await aTray()
    const preview = await browser.post(`${path}/preview`, { text: first }).expect(200)
    expect(wordsOf(preview.text)).toContain('From the tray: perhaps there again 3')
    const places = [...preview.text.matchAll(/name="place" value="([^"]*)"/g)].map(([, value = '']) => value)
    expect(places).toHaveLength(3)
    await browser.post(path, { text: first, base: 2, place: places }).expect(303)
    for (const id of Object.values(claims)) expect(await at(id)).toMatchObject({ standing: 'here', versionNumber: 3 })
  })

  it('leads on without a script: from the sentence to the place', async () => {
    const { browser, articleId, claims } = await aTray()
    const page = await browser.get(`/articles/${articleId}?placing=${claims.rescued}`).expect(200)
    expect(wordsOf(page.text)).toContain('Where does claim 1-2 stand now?')
    const [, handle = ''] = /class="handle"[^>]*href="([^"]*)"/.exec(page.text) ?? []
    const sentence = await browser.get(handle.replaceAll('&amp;', '&').replace(/#.*/, '')).expect(200)
    const [, onwards = ''] =
      /href="(\/claims\/2\/place\?[^"]*)">Claim 2 stands in this sentence/.exec(sentence.text) ?? []
    const placing = await browser.get(onwards.replaceAll('&amp;', '&')).expect(200)
    expect(placing.text).toContain('<mark>This article was corrected on 6 May.</mark>')
  })

  it('names the version in exports and in JSON', async () => {
    const { browser, claims } = await aTray()
    const { body } = await browser.get(`/claims/${claims.rescued}.json`)
    expect(body).toMatchObject({ versionNumber: 1, standing: 'lost', quote: '300 people were rescued' })
    const { text } = await browser.get('/claims.csv?article=1&variant=raw')
    const rows: Record<string, string>[] = parse(text, { columns: true })
    expect(rows.map((row) => [row['article_version'], row['quote_standing']])).toEqual([
      ['2', 'here'],
      ['1', 'lost'],
      ['1', 'lost'],
      ['1', 'lost'],
    ])
  })
})
