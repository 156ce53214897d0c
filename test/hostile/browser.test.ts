import { expect, it } from 'vitest'
import type { Page } from 'playwright-core'
import { aNewsroom } from '../exports/a-newsroom.ts'
import { crawl } from '../support/crawl.ts'
import { sitDown } from '../support/browser.ts'

// Each would set a flag, ask the server for something or load something if it were ever taken for more than text.
const payload = [
  '"><script>window.taken=1</script>',
  '<img src="/taken-img" onerror="window.taken=2">',
  '<svg onload="window.taken=3"><use href="/taken-use"></svg>',
  '<button hx-post="/taken-hx" hx-trigger="load" hx-on::load="window.taken=4">x</button>',
  '<i data-hx-get="/taken-data" data-hx-trigger="load" hx-get="/taken-get" hx-trigger="revealed"></i>',
  '</textarea></title></select><base href="https://evil.example/"><link rel=stylesheet href="/taken-css">',
  '<meta http-equiv="refresh" content="0;url=/taken-meta"><form action="/taken-form"><input name=htmx id=htmx>',
  '<hx-partial hx-target="body"><b>x</b></hx-partial><template hx type="partial" hx-target="body">x</template>',
  "' onfocus='window.taken=5' autofocus x='",
  '{{constructor.constructor("window.taken=6")()}}',
].join(' ')
const short = '"><img src="/taken-img" onerror="window.taken=7"><b hx-get="/taken-get" hx-trigger="load">'
const link = 'https://example.org/"><script>window.taken=8</script>'
const markdown = `${payload}\n\n[a](javascript:window.taken=9) [b](data:text/html,x) ![c](/taken-md) <script>window.taken=10</script>\n\n| a |\n|---|\n| <b hx-get="/taken-md" hx-trigger="load"> |`

it('text in any field is nothing but text in the browser, on every page', async () => {
  const news = await aNewsroom()
  const ada = await news.as(news.ada)
  const post = async (path: string, fields: Record<string, string>) => {
    const { status } = await ada.post(path, fields)
    expect([path, status]).toEqual([path, 303])
  }
  await post('/articles', {
    title: short,
    outlet: short,
    byline: short,
    url: link,
    kind: 'article',
    text: `${payload}\n\n${payload}. And more.`,
    language: 'en',
  })
  await post('/claims', {
    article: '2',
    text: '2',
    start: '0',
    end: '80',
    statement: payload.slice(0, 1_000),
    kind: 'event',
    priority: '1',
    claimant: short,
    claimantRole: short,
    reportedBy: short,
    claimedPlace: short,
    tags: '<b hx-get="/taken-get">, "onload="',
  })
  await post('/claims/3/evidence', {
    source: 'new',
    title: short,
    kind: 'report',
    url: link,
    archivedUrl: link,
    publisher: short,
    author: short,
    interest: payload.slice(0, 1_000),
    stance: 'supports',
    passage: payload,
    locator: short,
    note: payload,
  })
  await post('/claims/3/verdicts', {
    rating: '1',
    rationale: payload.slice(0, 600),
    explanation: markdown,
    override: payload.slice(0, 1_000),
    version: '1',
    after: '0',
  })
  await post('/claims/1/evidence', { source: '5', stance: 'refutes', note: payload })
  await post('/evidence/6/withdrawal', { reason: payload.slice(0, 1_000) })
  await (
    await news.as(news.cleo)
  )
    .post('/verdicts/2/review', { outcome: 'returned', reason: payload.slice(0, 1_000) })
    .expect(303)
  await post('/claims/2/state', { state: 'set_aside', reason: payload.slice(0, 500), version: '1' })
  await post('/settings', { newsroom: short.slice(0, 100), deciding: 'alone', version: '1' })
  await post('/account/name', { name: short.slice(0, 100), version: '1' })
  await ada.post('/invitations', { name: short.slice(0, 100), role: 'reader' }).expect(201)

  const { page, address, problems } = await sitDown(news, news.ada)
  const asked: string[] = []
  page.on('request', (sent) => void asked.push(sent.url()))
  const visits = await crawl(
    async (path) => {
      const answer = await ada.get(path).buffer(true)
      const { location, 'content-type': type = '' } = answer.headers
      return { status: answer.status, text: answer.text ?? '', type, location }
    },
    { each: 3 },
  )
  const pages = visits.filter(({ answer }) => answer.status === 200 && answer.type.startsWith('text/html'))
  for (const { path } of pages) {
    await page.goto(address + path, { waitUntil: 'load' })
    expect([path, await told(page)]).toEqual([path, []])
  }
  // The same once more as a form that was refused, with everything in it.
  await page.goto(`${address}/sources/new`)
  await page.getByLabel('Title').fill(payload)
  await page.getByLabel('Address', { exact: false }).first().fill(payload)
  await page.locator('main form button:not([name])').last().click()
  await page.waitForLoadState()
  expect(await told(page)).toEqual([])

  expect(pages.length).toBeGreaterThan(30)
  expect(asked.filter((url) => /taken-|evil/.test(new URL(url).pathname) || !url.startsWith(address))).toEqual([])
  // The form was refused, and pieces of pages, opened by themselves, name no icon.
  expect(problems.filter((problem) => !/status of (?:422|404)/.test(problem))).toEqual([])
}, 240_000)

/** What the page has let happen that text cannot do. */
const told = (page: Page) => page.evaluate<string[]>(inPage)

// As text, because the types of the page are not those of the server.
const inPage = `(() => {
  const found = 'taken' in window ? ['script ' + window.taken] : []
  for (const name of ['onerror', 'onload', 'onfocus', 'hx-on::load', 'data-hx-get', 'style'])
    for (const element of document.querySelectorAll('*')) if (element.hasAttribute(name)) found.push(name)
  for (const element of document.querySelectorAll('base, object, iframe, template, hx-partial')) found.push(element.outerHTML)
  // An address of ours may hold the words that are searched for behind its ?, never in its path.
  for (const name of ['hx-get', 'hx-post', 'src', 'action'])
    for (const element of document.querySelectorAll('[' + name + '*=taken]'))
      if (element.getAttribute(name).split('?')[0].includes('taken')) found.push(element.outerHTML)
  for (const element of document.querySelectorAll('a[href]'))
    if (!/^(https?|mailto):$/.test(element.protocol)) found.push(element.outerHTML)
  return found
})()`
