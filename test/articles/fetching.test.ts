import { describe, expect, it } from 'vitest'
import { readArticle, readText } from '../../server/articles/article.ts'
import { peer } from '../fetching/peer.ts'
import { sentFields } from '../sources/sent-fields.ts'
import { newsroom } from '../support/newsroom.ts'

const sentence = 'The harbour froze on Tuesday, and nobody sailed before the ice was broken by two ships of the board.'
const story = `<!doctype html><html lang="en"><head><meta charset="utf-8"><title>Nobody sailed - The Ellery Post</title>
  <meta property="og:site_name" content="The Ellery Post"><meta property="article:published_time" content="2025-04-19T06:00:00Z">
  <meta name="author" content="Ann Other"></head><body><nav><a href="/">Home</a></nav><article><h1>Nobody sailed</h1>
  ${`<p>${sentence}</p>`.repeat(8)}</article></body></html>`

const paper = `<!doctype html><html><head><meta name="citation_author" content="Durand, Anne">
  <meta name="citation_date" content="2024/11"><meta name="citation_journal_title" content="Journal of Ice"></head>
  <body><article>${`<p>${sentence}</p>`.repeat(4)}</article></body></html>`

async function room() {
  const site = await peer((req, res) => {
    if (req.url === '/gone') return void res.writeHead(404).end()
    if (req.url === '/paper') return void res.setHeader('Content-Type', 'text/html').end(paper)
    if (req.url === '/speech.txt')
      return void res.setHeader('Content-Type', 'text/plain').end('We waited.\nNobody sailed.')
    if (req.url === '/long.txt') return void res.setHeader('Content-Type', 'text/plain').end('x'.repeat(400_001))
    res.setHeader('Content-Type', 'text/html').end(story)
  })
  const news = await newsroom({ FETCH_ALLOW: site.host })
  return { ...news, site, browser: await news.as(news.cleo) }
}

const filled = (page: string) => sentFields(page, '/articles')

describe('an article by its address', () => {
  it('is offered with what fetching gives away, and with other ways', async () => {
    const { browser, site } = await room()
    const { text } = await browser.get('/articles/new').expect(200)
    expect(text).toContain('shows the newsroom’s network address to the site’s owner')
    expect(text).toContain('paste the text below, or save the page in your browser and choose the file')
    expect(site.requests).toEqual([])
  })

  it('comes back filled in for somebody to confirm, and is taken in then', async () => {
    const { browser, site, db } = await room()
    const asked = { url: `${site.address}/story`, kind: 'article' }
    const { text } = await browser.post('/articles/fetch', asked).expect(200)
    const fields = filled(text)
    expect(fields).toMatchObject({
      ...asked,
      title: 'Nobody sailed',
      outlet: 'The Ellery Post',
      byline: 'Ann Other',
      publishedOn: '2025-04-19',
      language: 'en',
    })
    expect(fields.text).toContain(sentence)
    expect(fields.text).not.toContain('Home')
    await expect(readArticle(db.reader, 1)).rejects.toThrow('no such article')
    await browser.post('/articles', fields).expect(303)
    expect(await readArticle(db.reader, 1)).toMatchObject({ title: 'Nobody sailed', url: asked.url })
    expect((await readText(db.reader, 1)).text).toContain(sentence)
    expect(site.requests.length).toBe(1)
  })

  it('is known by its tags for citing where it says nothing else', async () => {
    const { browser, site } = await room()
    const { text } = await browser.post('/articles/fetch', { url: `${site.address}/paper` }).expect(200)
    expect(filled(text)).toMatchObject({ byline: 'Durand, Anne', publishedOn: '2024-11', outlet: 'Journal of Ice' })
  })

  it('may be a plain text', async () => {
    const { browser, site } = await room()
    const { text } = await browser.post('/articles/fetch', { url: `${site.address}/speech.txt` }).expect(200)
    expect(filled(text).text).toBe('We waited.\nNobody sailed.')
  })

  it('overwrites nothing that somebody has typed', async () => {
    const { browser, site } = await room()
    const typed = { url: site.address, title: 'My title', byline: 'Somebody' }
    expect(filled((await browser.post('/articles/fetch', typed).expect(200)).text)).toMatchObject(typed)
    const { text } = await browser.post('/articles/fetch', { ...typed, text: 'My own text.' }).expect(422)
    expect(text).toContain('There is another text in the field below.')
    expect(filled(text)).toMatchObject({ ...typed, text: 'My own text.' })
  })

  it.each([
    ['/gone', 'The site says that there is no such page (404).'],
    ['/long.txt', 'longer than the 400,000 characters'],
  ])('that is %s is refused beside the address, with everything typed', async (path, message) => {
    const { browser, site } = await room()
    const typed = { url: site.address + path, title: 'Typed', outlet: 'By hand' }
    const { text } = await browser.post('/articles/fetch', typed).expect(422)
    expect(text.slice(text.indexOf('id="f-url-problem"'))).toContain(message)
    expect(filled(text)).toMatchObject(typed)
  })

  it.each([
    ['', 'Give the address of the page.'],
    ['example.org', 'Give the whole address'],
    ['http://127.0.0.1/', 'leads into a private network'],
    ['http://[::1]/', 'leads into a private network'],
    ['http://localhost/', 'leads into a private network'],
  ])('is not fetched from “%s”', async (url, message) => {
    const { browser } = await room()
    expect((await browser.post('/articles/fetch', { url }).expect(422)).text).toContain(message)
  })
})
