import { describe, expect, it } from 'vitest'
import { peer } from '../fetching/peer.ts'
import { newsroom } from '../support/newsroom.ts'
import { newestSnapshots, snapshotText } from '../../server/snapshots/snapshot.ts'
import { sentFields } from './sent-fields.ts'
import { readSource } from '../../server/sources/source.ts'

const paper = `<!doctype html><html lang="en"><head><title>Ice in harbours</title>
  <meta name="citation_title" content="Ice in harbours: a survey"><meta name="citation_author" content="Durand, Anne">
  <meta name="citation_date" content="2024/11"><meta name="citation_journal_title" content="Journal of Ice">
  <meta name="citation_doi" content="10.5555/ICE.17"></head><body><p>The harbour froze on Tuesday.</p></body></html>`

const filled = (page: string) => sentFields(page, '/sources')

async function room() {
  const site = await peer((req, res) => {
    if (req.url === '/gone') return void res.writeHead(410).end()
    if (req.url === '/old') return void res.writeHead(301, { Location: '/paper' }).end()
    if (req.url === '/note.txt') return void res.setHeader('Content-Type', 'text/plain').end('Just a note.')
    if (req.url === '/picture.gif') return void res.end('GIF89a....')
    res.setHeader('Content-Type', 'text/html').end(paper)
  })
  const news = await newsroom({ FETCH_ALLOW: site.host })
  return { ...news, site, browser: await news.as(news.cleo) }
}

describe('the form of a new source', () => {
  it('says what fetching gives away before anything is fetched', async () => {
    const { browser, site } = await room()
    const { text } = await browser.get('/sources/new').expect(200)
    expect(text).toContain('shows the newsroom’s network address to the site’s owner')
    expect(text).toContain('upload or paste it as a copy')
    expect(text).not.toContain('name="keep"')
    expect(site.requests).toEqual([])
  })

  it('comes back filled in from the page, each field with where it was found, and nothing is saved', async () => {
    const { browser, site, db, cleo } = await room()
    const { text } = await browser.post('/sources/description', { url: `${site.address}/old` }).expect(200)
    expect(filled(text)).toMatchObject({
      url: `${site.address}/old`,
      title: 'Ice in harbours: a survey',
      author: 'Durand, Anne',
      publisher: 'Journal of Ice',
      publishedOn: '2024-11',
      language: 'en',
      doi: '10.5555/ice.17',
      kind: 'study',
      keep: 'yes',
    })
    expect(text.match(/Filled in from the page’s citation tags\./g)?.length).toBe(6)
    expect(text).toContain('Filled in from the page itself.')
    expect(text).toContain(`It led to ${site.address}/paper.`)
    await expect(readSource(db.reader, cleo, 1)).rejects.toThrow('no such source')
  })

  it('keeps what somebody has typed', async () => {
    const { browser, site } = await room()
    const typed = { url: site.address, title: 'My own title', publishedOn: '2023', kind: 'report', interest: 'Grants' }
    const { text } = await browser.post('/sources/description', typed).expect(200)
    expect(filled(text)).toMatchObject({ ...typed, publisher: 'Journal of Ice' })
    expect(text.match(/Filled in/g)?.length).toBe(4)
  })

  it('is saved together with a copy of the page, which was fetched once', async () => {
    const { browser, site, db, cleo } = await room()
    const { text } = await browser.post('/sources/description', { url: site.address }).expect(200)
    const answer = await browser.post('/sources', filled(text)).expect(303)
    expect(answer.headers.location).toBe('/sources/1')
    expect(await readSource(db.reader, cleo, 1)).toMatchObject({ doi: '10.5555/ice.17', language: 'en', isbn: null })
    const kept = (await newestSnapshots(db.reader, [1])).get(1)
    expect(kept).toMatchObject({ origin: 'fetch', address: site.address, finalAddress: `${site.address}/` })
    expect((await snapshotText(db.reader, kept?.id ?? 0))?.text).toContain('The harbour froze on Tuesday.')
    expect(site.requests.length).toBe(1)
    expect((await browser.get('/sources/1').expect(200)).text).toContain('https://doi.org/10.5555/ice.17')
  })

  it('is saved without one when nobody wants it', async () => {
    const { browser, site, db } = await room()
    const { keep: _keep, ...fields } = filled((await browser.post('/sources/description', { url: site.address })).text)
    await browser.post('/sources', fields).expect(303)
    expect((await newestSnapshots(db.reader, [1])).size).toBe(0)
  })

  it('keeps no copy of another address, of another person, or of long ago, and says so', async () => {
    const { browser, site, as, ben, clock } = await room()
    const fields = filled((await browser.post('/sources/description', { url: site.address })).text)
    const other = await browser.post('/sources', { ...fields, url: 'https://other.example/' }).expect(422)
    expect(other.text).toContain('The address was changed after its page was fetched.')
    const stranger = await (await as(ben)).post('/sources', fields).expect(422)
    expect(stranger.text).toContain('no longer at hand')
    expect(filled(stranger.text)).toMatchObject({ title: 'Ice in harbours: a survey' })
    clock.advance(3_600_001)
    await browser.post('/sources', fields).expect(422)
  })

  it.each([
    ['/gone', 'The site says that this page is gone (410).'],
    ['/picture.gif', 'This is a GIF picture.'],
  ])('shows beside the address why nothing came of %s, with everything typed', async (path, message) => {
    const { browser, site } = await room()
    const typed = { url: site.address + path, title: 'Typed', publisher: 'By hand' }
    const { text } = await browser.post('/sources/description', typed).expect(422)
    expect(text).toContain(`id="f-url-problem">${message}`)
    expect(filled(text)).toMatchObject(typed)
  })

  it.each([
    ['', 'Give the address of the page, or the DOI.'],
    ['example.org', 'Give the whole address'],
    ['http://127.0.0.1/', 'leads into a private network'],
    ['http://169.254.169.254/latest/meta-data', 'leads into a private network'],
    ['978-0-306-40615-7', 'This is an ISBN, not an address.'],
  ])('refuses to fetch “%s”', async (url, message) => {
    const { browser } = await room()
    expect((await browser.post('/sources/description', { url }).expect(422)).text).toContain(message)
  })

  it('takes a text for what it is', async () => {
    const { browser, site, db } = await room()
    const fields = filled((await browser.post('/sources/description', { url: `${site.address}/note.txt` })).text)
    await browser.post('/sources', { ...fields, title: 'A note', kind: 'document' }).expect(303)
    const kept = (await newestSnapshots(db.reader, [1])).get(1)
    expect(kept?.mediaType).toBe('text/plain')
  })

  it('may be fetched for so many times a minute', async () => {
    const { browser, site } = await room()
    for (let time = 0; time < 20; time++) await browser.post('/sources/description', { url: `${site.address}/gone` })
    const { text } = await browser.post('/sources/description', { url: site.address, title: 'Kept' }).expect(422)
    expect(text).toContain('You have fetched many addresses in the last minute.')
    expect(filled(text)).toMatchObject({ title: 'Kept' })
  })
})

describe('a DOI', () => {
  const source = { title: 'Ice', kind: 'study' }

  it('is understood as an address, and stored as one', async () => {
    const { browser, db, cleo } = await room()
    await browser.post('/sources', { ...source, url: 'doi:10.5555/ICE.17' }).expect(303)
    expect(await readSource(db.reader, cleo, 1)).toMatchObject({
      url: 'https://doi.org/10.5555/ice.17',
      doi: '10.5555/ice.17',
    })
  })

  it('leads to the source that has it already', async () => {
    const { browser } = await room()
    await browser.post('/sources', { ...source, url: 'https://journal.example/17', doi: '10.5555/ice.17' }).expect(303)
    for (const [field, value] of [
      ['doi', 'https://doi.org/10.5555/ICE.17'],
      ['url', '10.5555/ice.17'],
    ] as const) {
      const { text } = await browser.post('/sources', { ...source, [field]: value, title: 'Other' }).expect(409)
      expect(text).toContain('is already kept as <a href="/sources/1"')
    }
  })

  it('of a known source is told after fetching', async () => {
    const { browser, site } = await room()
    await browser.post('/sources', { ...source, doi: '10.5555/ice.17' }).expect(303)
    const { text } = await browser.post('/sources/description', { url: site.address }).expect(200)
    expect(text).toContain('is already kept as <a href="/sources/1"')
  })

  it('that is none is refused, like an ISBN and a language that are none', async () => {
    const { browser } = await room()
    const wrong = { doi: 'see the footnote', isbn: '978-0-306-40615-8', language: 'gibberish!' }
    const { text } = await browser.post('/sources', { ...source, ...wrong }).expect(422)
    for (const field of ['doi', 'isbn', 'language']) expect(text).toContain(`id="f-${field}-problem"`)
    expect(filled(text)).toMatchObject(wrong)
  })

  it('is found in the list, as an ISBN is', async () => {
    const { browser } = await room()
    await browser.post('/sources', { ...source, doi: '10.5555/ice.17', isbn: '0-306-40615-2' }).expect(303)
    for (const q of ['10.5555/ICE', '9780306406157'])
      expect((await browser.get(`/sources?q=${q}`).expect(200)).text).toContain('/sources/1')
  })
})
