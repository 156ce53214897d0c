import { expect, it } from 'vitest'
import { jobKinds } from '../../server/job-kinds.ts'
import { runDueJobs } from '../../server/jobs/runner.ts'
import { harbour } from '../evidence/harbour.ts'
import { peer } from '../fetching/peer.ts'
import { sitDown } from '../support/browser.ts'
import { newsroom } from '../support/newsroom.ts'

const cited = 'The harbour of Port Ellery was closed on Monday for the first time since 2013.'
const pageWith = (
  sentence: string,
) => `<!doctype html><html lang="en"><head><title>Ice in the harbour | Ellery Post</title>
  <meta property="og:title" content="Ice in the harbour"><meta property="og:site_name" content="Ellery Post">
  <meta property="article:published_time" content="2025-05-10T08:00:00Z"><meta property="og:type" content="article"></head>
  <body><article><h1>Ice in the harbour</h1><p>Nobody had expected the frost, and nobody was ready for it when it came in the night.</p>
  <p>${sentence} Twelve boats stayed outside.</p><p>The warden of the port said that he could not say how long it would last.</p></article></body></html>`

it(
  'from the address of a page to evidence from it, and to the flag when the page changes',
  { timeout: 120_000 },
  async () => {
    const shown = { page: pageWith(cited) }
    const site = await peer((req, res) => {
      if (req.url !== '/ice') return void res.writeHead(404).end()
      res.writeHead(200, { 'Content-Type': 'text/html; charset=utf-8' }).end(shown.page)
    })
    const news = await newsroom({ FETCH_ALLOW: site.host })
    await harbour(news.db)
    const admin = await news.as(news.ada)
    await admin.post('/settings/watching', { watching: 'on', hours: '24' }).expect(303)
    const { page, problems } = await sitDown(news, news.cleo)
    const jobs = () => runDueJobs(news.world, jobKinds)

    // A source, filled in from its page, with a copy.
    await page.goto('/sources/new')
    await page.getByLabel('Address', { exact: false }).first().fill(`${site.address}/ice`)
    await page.getByRole('button', { name: 'Fetch and fill in' }).click()
    await expect.poll(() => page.getByLabel('Title').inputValue()).toBe('Ice in the harbour')
    expect(await page.getByLabel('Publisher').inputValue()).toBe('Ellery Post')
    expect(await page.getByLabel(/^Date/).inputValue()).toBe('2025-05-10')
    await page.getByLabel(/^Kind/).selectOption('news')
    await page.getByLabel('Keep a copy of the page').check()
    await page.getByRole('button', { name: 'Add source' }).click()
    await page.getByRole('heading', { name: 'Ice in the harbour', level: 1 }).waitFor()
    const source = new URL(page.url()).pathname

    // Words of the copy become evidence.
    await page.locator('a[href*="/snapshots/"]:not([href$="/new"])').first().click()
    const paragraph = page.locator('p[data-start]', { hasText: cited })
    await paragraph.evaluate((node, words) => {
      const text = node.firstChild
      const at = node.textContent.indexOf(words)
      if (text) node.ownerDocument.getSelection()?.setBaseAndExtent(text, at, text, at + words.length)
    }, cited)
    await page.getByLabel('as evidence on claim').fill('1-1')
    await page.getByRole('button', { name: 'Use as evidence' }).click()
    await expect.poll(() => page.getByLabel(/^Passage/).inputValue()).toBe(cited)
    await page.getByLabel('Supports', { exact: true }).check()
    await page.getByRole('button', { name: 'Add evidence' }).last().click()
    await page.getByText('Found word for word').waitFor()
    expect(new URL(page.url()).pathname).toBe('/claims/1')

    // It is watched, and unchanged at first.
    await page.goto(source)
    await page.getByRole('link', { name: 'Watch this source' }).click()
    await page.getByRole('button', { name: 'Watch this source' }).click()
    await page.getByText('The source is watched.').waitFor()
    await jobs()
    await page.reload()
    await page.getByText('Unchanged.').waitFor()

    // The page changes by one year.
    shown.page = pageWith(cited.replace('2013', '2003'))
    news.clock.advance(61_000)
    await page.getByRole('button', { name: 'Look now' }).click()
    await page.getByText('as soon as its site may be asked').waitFor()
    await jobs()
    await page.goto('/notifications')
    await page.getByText('A source of a claim of yours needs another look').waitFor()
    await page.getByRole('button', { name: /Open/ }).first().click()
    expect(new URL(page.url()).pathname).toBe('/claims/1')
    await page.getByText('A passage that is cited from this page is no longer there as it was.').waitFor()

    // What changed can be looked at, and the flag goes when somebody says what they found.
    await page.getByRole('link', { name: 'What changed' }).click()
    await page.getByRole('heading', { name: /^What changed in/ }).waitFor()
    await expect.poll(() => page.locator('del').allTextContents()).toContain('2013')
    await expect.poll(() => page.locator('ins').allTextContents()).toContain('2003')
    await page.goto('/claims/1')
    await page.getByText('I have looked into it').click()
    await page.getByLabel('What you found').fill('They corrected the year; our claim has to change.')
    await page.getByRole('button', { name: 'Take the flag off' }).click()
    await page.getByText('The flag is off.').waitFor()
    await page.goto(`${source}/history`)
    await page.getByText('They corrected the year; our claim has to change.').waitFor()
    expect(problems).toEqual([])
  },
)
