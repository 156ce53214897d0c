import { describe, expect, it } from 'vitest'
import { articles, claimAnchors, claims as claimRows, events, versions } from '../../db/schema/index.ts'
import { write } from '../../db/write.ts'
import { readArticle } from '../../server/articles/article.ts'
import { signOff } from '../../server/articles/sign-off.ts'
import { claimsInVersion } from '../../server/claims/place.ts'
import { aReport, first, second } from './a-report.ts'

const wordsOf = (text: string) =>
  text
    .replaceAll(/<[^>]*>/g, ' ')
    .replaceAll(/\s+/g, ' ')
    .trim()
const placesIn = (page: string) => [...page.matchAll(/name="place" value="([^"]*)"/g)].map(([, value = '']) => value)

describe('looking at a new version first', () => {
  it('shows what is different and what becomes of each claim, and writes nothing', async () => {
    const { as, cleo, path, db } = await aReport()
    const browser = await as(cleo)
    const before = await db.reader.select().from(events)
    const { text } = await browser.post(`${path}/preview`, { text: second }).expect(200)
    const words = wordsOf(text)
    expect(words).toContain('Version 2: look first')
    expect(text).toContain('<del><span class="unseen" lang="en">removed: </span>300</del>')
    expect(text).toContain('<ins><span class="unseen" lang="en">added: </span>301</ins>')
    expect(words).toContain('2 sentences are unchanged and keep what was decided. 3 sentences are new or changed')
    expect(words).toMatch(/Perhaps still there: look at each 1 .*Said: 300 people were rescued/)
    expect(words).toMatch(/Their words are not found 2 .*Said: The company owns nine ferries.*Said: Four of them/)
    expect(words).toContain('1 claim stands unchanged and follows by itself')
    expect(text).not.toMatch(/name="place"[^>]*checked/)
    expect(await db.reader.select().from(versions)).toHaveLength(1)
    expect(await db.reader.select().from(events)).toHaveLength(before.length)
  })

  it('says so when it is the same text, or none, and keeps what was typed', async () => {
    const { as, cleo, path, db } = await aReport()
    const browser = await as(cleo)
    const same = await browser.post(`${path}/preview`, { text: first }).expect(422)
    expect(wordsOf(same.text)).toContain('This is the text of version 1 again, to the letter. Nothing was taken in.')
    expect(same.text).toContain('The harbour master said that nobody was told')
    await browser.post(`${path}/preview`, { text: ' ' }).expect(422)
    await browser.post(path, { text: first, base: 1 }).expect(422)
    expect(await db.reader.select().from(versions)).toHaveLength(1)
  })

  it('is for checkers', async () => {
    const { as, rita, path } = await aReport()
    const browser = await as(rita)
    await browser.get(`${path}/new`).expect(403)
    await browser.post(`${path}/preview`, { text: second }).expect(403)
    await browser.post(path, { text: second, base: 1 }).expect(403)
    await browser.get(path).expect(200)
  })
})

describe('taking a new version in', () => {
  it('freezes it, and anchors nothing that nobody has confirmed', async () => {
    const { as, cleo, path, at, claims, articleId, db } = await aReport()
    const browser = await as(cleo)
    const told = await at(claims.told)
    await browser.post(path, { text: second, base: 1 }).expect(303)
    const [, newest] = await db.reader.select().from(versions)
    expect(newest).toMatchObject({ number: 2, text: second, addedById: cleo.id })
    const { quoteStart, quoteEnd, quote, versionNumber, standing } = await at(claims.told)
    expect(second.slice(quoteStart, quoteEnd)).toBe('nobody was told of the storm')
    expect({ quote, versionNumber, standing }).toEqual({ quote: told.quote, versionNumber: 2, standing: 'here' })
    for (const id of [claims.rescued, claims.ferries, claims.older])
      expect(await at(id)).toMatchObject({ standing: 'lost', versionNumber: 1 })
    expect((await readArticle(db.reader, articleId)).version).toBe(1)
  })

  it('anchors a claim where a person has confirmed it, and keeps the words it had', async () => {
    const { as, cleo, path, at, claims, db } = await aReport()
    const browser = await as(cleo)
    const [place = ''] = placesIn((await browser.post(`${path}/preview`, { text: second })).text)
    await browser.post(path, { text: second, base: 1, place }).expect(303)
    expect(await at(claims.rescued)).toMatchObject({
      quote: '301 people were rescued',
      versionNumber: 2,
      standing: 'here',
    })
    const kept = await db.reader.select().from(claimAnchors)
    expect(kept.map(({ claimId, quote }) => [claimId, quote])).toEqual([
      [claims.told, 'nobody was told of the storm'],
      [claims.rescued, '300 people were rescued'],
    ])
    const page = await browser.get(`/claims/${claims.rescued}`).expect(200)
    expect(wordsOf(page.text)).toMatch(/It stood in 1 earlier place Version 1 : 300 people were rescued until/)
    expect(wordsOf(page.text)).toContain('found claim 1-2 in version 2 of its article: 301 people were rescued')
  })

  it('refuses a place that was not proposed, and two for one claim', async () => {
    const { as, cleo, path, claims, db } = await aReport()
    const browser = await as(cleo)
    const [place = ''] = placesIn((await browser.post(`${path}/preview`, { text: second })).text)
    await browser.post(path, { text: second, base: 1, place: `${claims.ferries}:0-4` }).expect(422)
    await browser.post(path, { text: second, base: 1, place: [place, `${claims.rescued}:0-4`] }).expect(422)
    await browser.post(path, { text: second, base: 1, place: 'anything' }).expect(422)
    expect(await db.reader.select().from(versions)).toHaveLength(1)
  })

  it('is lost to whoever takes another one in first', async () => {
    const { as, cleo, ben, path, db } = await aReport()
    await (await as(ben)).post(path, { text: `${first}\n\nMore.`, base: 1 }).expect(303)
    const late = await (await as(cleo)).post(path, { text: second, base: 1 }).expect(409)
    expect(wordsOf(late.text)).toContain('A colleague has taken in another version meanwhile.')
    expect(wordsOf(late.text)).toContain('Version 3: look first')
    const again = await (await as(cleo)).post(path, { text: `${first}\n\nMore.`, base: 1 }).expect(422)
    expect(wordsOf(again.text)).toContain('This is the text of version 2 again')
    expect(await db.reader.select().from(versions)).toHaveLength(2)
  })

  it('lets unchanged sentences keep what was decided, and counts those of the newest version alone', async () => {
    const { as, cleo, path, triage, articleId, db } = await aReport()
    await (await as(cleo)).post(path, { text: second, base: 1 }).expect(303)
    expect(await triage()).toEqual([
      ['This article was corrected on 6 May.', 'untouched', null],
      ['The ferry across Ellery Sound sank on 4 May, and 301 people were rescued.', 'untouched', null],
      ['The harbour master said that nobody was told of the storm.', 'claim', null],
      ['It is a disgrace.', 'not_a_claim', 'opinion'],
      ['The company has published its accounts.', 'untouched', null],
    ])
    expect(await readArticle(db.reader, articleId)).toMatchObject({ sentenceCount: 5, lookedAtCount: 2, claimCount: 4 })
  })

  it('ends a sign-off when sentences wait to be looked at, and only then', async () => {
    const { as, cleo, path, articleId, db } = await aReport()
    const browser = await as(cleo)
    await signOff(db, cleo, { articleId, waiver: null })
    const shorter = first.split('\n\n').slice(0, 2).join('\n\n')
    await browser.post(path, { text: shorter, base: 1 }).expect(303)
    expect((await readArticle(db.reader, articleId)).signedOffAt).not.toBeNull()
    await browser.post(path, { text: second, base: 2 }).expect(303)
    expect((await readArticle(db.reader, articleId)).signedOffAt).toBeNull()
  })

  it('tells whoever checks a claim that has lost its words, and puts it on their desk', async () => {
    const { as, cleo, ben, path, claims } = await aReport()
    await (await as(cleo)).post(path, { text: second, base: 1 }).expect(303)
    const his = await as(ben)
    const notices = wordsOf((await his.get('/notifications')).text)
    expect(notices.match(/A claim of yours has lost its words/g)).toHaveLength(2)
    const desk = await his.get('/')
    expect(wordsOf(desk.text)).toContain('Find their place 2')
    expect(desk.text).toContain(`/claims/${claims.older}/place`)
    expect(desk.text).not.toContain(`/claims/${claims.ferries}/place`)
    expect((await (await as(cleo)).get('/')).text).toContain(`/claims/${claims.ferries}/place`)
  })

  it('tells the history in one line, with every place that followed', async () => {
    const { as, cleo, path, claims, articleId, db } = await aReport()
    const browser = await as(cleo)
    await browser.post(path, { text: second, base: 1 }).expect(303)
    const page = wordsOf((await browser.get(`/articles/${articleId}/history`)).text)
    expect(page).toContain('took in version 2 of A ferry sinks : 1 claim stands in it, 3 lost their words.')
    const lines = await db.reader.select().from(events)
    const added = lines.find(({ type }) => type === 'article.version_added')
    const { data } = JSON.parse(String(added?.body)) as { data: { followed: number[][] } }
    const start = second.indexOf('nobody was told')
    expect(data.followed).toEqual([[claims.told, start, start + 'nobody was told of the storm'.length]])
  })
})

describe('older versions', () => {
  it('are listed, read with the claims they had, and compared', async () => {
    const { as, rita, cleo, path, claims, versionId, db } = await aReport()
    const editor = await as(cleo)
    const [place = ''] = placesIn((await editor.post(`${path}/preview`, { text: second })).text)
    await editor.post(path, { text: second, base: 1, place }).expect(303)
    const browser = await as(rita)
    expect(wordsOf((await browser.get(path).expect(200)).text)).toMatch(
      /Version 2 the newest .* by Cleo.*Version 1 taken in/,
    )
    const old = await browser.get(`${path}/1`).expect(200)
    expect(old.text).toMatch(new RegExp(`id="m-${claims.rescued}".*<mark[^>]*>300 people were rescued</mark>`))
    expect(wordsOf(old.text)).toContain('This is version 1 of 2')
    const then = await claimsInVersion(db.reader, versionId)
    expect(then.map(({ id }) => id)).toEqual([claims.rescued, claims.told, claims.ferries, claims.older])
    const compared = await browser.get(`${path}/compare?from=1&to=2`).expect(200)
    expect(compared.text).toContain('added: </span>301</ins>')
    await browser.get(`${path}/compare?from=1&to=3`).expect(404)
    await browser.get(`${path}/3`).expect(404)
    await browser.get(`${path}/none`).expect(404)
  })

  it('and their sentences and places never change', async () => {
    const { as, cleo, path, articleId, db, claims } = await aReport()
    await (await as(cleo)).post(path, { text: second, base: 1 }).expect(303)
    const run = (sql: string) => () => db.writer.sqlite.prepare(sql).run()
    expect(run(`UPDATE sentences SET triage = 'untouched' WHERE version_id = 1`)).toThrow(/never changed/)
    expect(run(`UPDATE claim_anchors SET quote = 'other'`)).toThrow(/append-only/)
    expect(run(`DELETE FROM claim_anchors`)).toThrow(/append-only/)
    expect(run(`UPDATE claims SET quote_start = 1 WHERE id = ${claims.told}`)).toThrow(/must be kept/)
    await (await as(cleo)).post('/sentences/3/triage', { triage: 'untouched' }).expect(409)
    const counts = await db.reader.select({ n: articles.lookedAtCount }).from(articles)
    expect(counts).toEqual([{ n: 2 }])
    expect(articleId).toBe(1)
    expect(await write(db, (tx) => tx.select({ id: claimRows.id }).from(claimRows))).toHaveLength(4)
  })
})
