import { expect, it } from 'vitest'
import { aSource, anItem } from '../evidence/harbour.ts'
import { newsroom } from '../support/newsroom.ts'
import { idsIn, linkIn, someClaims } from './list-claims.ts'
import { aClaim, anArticle } from './port-ellery.ts'

it('shows what is to be known of a claim in one row', async () => {
  const { as, db, cleo, ben } = await newsroom()
  const article = await anArticle(db, cleo)
  const claimed = { claimant: 'The harbour master', assigneeId: ben.id, dueOn: '2025-05-09', priority: 1 as const }
  await aClaim(db, cleo, article, { ...claimed, statement: 'Sand <moves> & settles.' })
  const { text } = await (await as(cleo)).get('/claims').expect(200)
  for (const shown of [
    '1-1',
    'Sand &lt;moves&gt; &amp; settles.',
    'The harbour master',
    'Port Ellery argues',
    'The Bell',
  ])
    expect(text).toContain(shown)
  expect(text).toMatch(/Ben[\s\S]*9 May 2025[\s\S]*overdue/)
  expect(text).toMatch(/No verdict yet[\s\S]*Open/)
  expect(text).toContain('High priority')
})

it('says what to do when there is nothing at all, and when nothing matches', async () => {
  const { as, db, cleo } = await newsroom()
  const browser = await as(cleo)
  const nothing = (await browser.get('/claims')).text
  expect(nothing).toContain('There are no claims to show yet')
  expect(nothing).toContain('href="/articles/new"')
  expect(nothing).not.toContain('Export CSV')
  await aClaim(db, cleo, await anArticle(db, cleo))
  const none = (await browser.get('/claims?kind=quote')).text
  expect(none).toContain('No claim matches all of these filters')
  expect(none).toContain('<a href="/claims">clear them all</a>')
})

it('leaves out what is set aside, says so, and shows it on request', async () => {
  const news = await newsroom()
  const states = ['open', 'candidate', 'set_aside', 'published'] as const
  const [open, candidate, aside, published] = await someClaims(news, 4, (index) => ({ state: states[index] ?? 'open' }))
  const browser = await news.as(news.rita)
  const usual = (await browser.get('/claims')).text
  expect(idsIn(usual)).toEqual([published, candidate, open])
  expect(usual).toContain('Those set aside are left out')
  expect(idsIn((await browser.get('/claims?state=all')).text)).toEqual([published, aside, candidate, open])
  expect(idsIn((await browser.get('/claims?state=set_aside')).text)).toEqual([aside])
})

it('finds by every filter', async () => {
  const news = await newsroom()
  const { db, cleo, ben } = news
  const first = await anArticle(db, cleo)
  const said = {
    claimant: 'Ann',
    reportedBy: 'The Bell',
    tags: ['Sand & silt'],
    statement: '50 % of the sand_bank has gone.',
  }
  const wanted = await aClaim(db, cleo, first, {
    ...said,
    kind: 'numerical',
    priority: 1,
    assigneeId: ben.id,
    dueOn: '2025-05-14',
  })
  await aClaim(db, cleo, first, {
    words: 'less sand moved',
    statement: 'Nothing in common with it.',
    priority: 3,
    claimant: 'Bob',
  })
  const browser = await news.as(ben)
  const queries = [
    'state=open&claimant=1',
    'rating=none&kind=numerical',
    'claimant=1',
    'reported_by=2',
    'article=1&priority=1',
    'tag=SAND+%26+silt',
    'assignee=me',
    `assignee=${ben.id}`,
    'kind=numerical',
    'priority=1',
    'due=week',
    'evidence=none&assignee=me',
    'q=50+%25',
    'q=sand_bank',
    'q=gone+SAND',
    'tag=sand+%26+silt&claimant=1&sort=due',
  ]
  for (const query of queries)
    expect([query, idsIn((await browser.get(`/claims?${query}`)).text)]).toEqual([query, [wanted]])
  expect(idsIn((await browser.get('/claims?assignee=none')).text)).not.toContain(wanted)
  expect(idsIn((await browser.get('/claims?due=none')).text)).not.toContain(wanted)
  expect((await browser.get('/claims?q=100%25')).text).toContain('No claim matches')
})

it('knows what is overdue: due before today, and not decided', async () => {
  const news = await newsroom()
  const dues = ['2025-05-11', '2025-05-12', '2025-05-18', '2025-05-19', null, '2025-05-01'] as const
  const [late, today, sunday, monday, never, decided] = await someClaims(news, 6, (index) => ({
    dueOn: dues[index] ?? null,
    state: index === 5 ? ('decided' as const) : ('open' as const),
  }))
  const browser = await news.as(news.cleo)
  const found = async (query: string) => idsIn((await browser.get(`/claims?${query}`)).text)
  expect(await found('due=overdue')).toEqual([late])
  expect(await found('due=week')).toEqual([today, sunday])
  expect(await found('due=none')).toEqual([never])
  expect(await found('sort=due')).toEqual([decided, late, today, sunday, monday, never])
})

it('says what it does not understand, and still shows the list', async () => {
  const news = await newsroom()
  await someClaims(news, 1)
  const browser = await news.as(news.cleo)
  const cases = {
    'colour=red': 'The list knows no filter “colour”',
    'state=done': '“state” can be candidate, open',
    'claimant=x': '“claimant” is a number',
    'claimant=99': 'There is no claimant “99”',
    'rating=wrong': 'There is no rating “wrong”',
    'tag=none+such': 'There is no tag “none such”',
    'after=x': 'does not belong to this list',
  }
  for (const [query, message] of Object.entries(cases)) {
    const { text } = await browser.get(`/claims?${query}`).expect(200)
    expect(text).toContain(message)
    expect(idsIn(text)).toHaveLength(1)
  }
})

it('counts to a thousand, and no further', async () => {
  const news = await newsroom()
  await someClaims(news, 1_000)
  const browser = await news.as(news.cleo)
  expect((await browser.get('/claims')).text).toContain('<b>1,000 claims</b>')
  const more = { words: 'less sand moved', statement: 'One more.' }
  await aClaim(news.db, news.cleo, { articleId: 1, versionId: 1 }, more)
  expect((await browser.get('/claims')).text).toContain('<b>1,000+ claims</b>')
})

it('shows what is chosen as chips, each with an address that is without it', async () => {
  const news = await newsroom()
  await someClaims(news, 1)
  const { text } = await (await news.as(news.cleo)).get('/claims?article=1&state=open&kind=event&assignee=none')
  const chips = [...text.matchAll(/class="chip" href="([^"]+)"><span dir="auto">([^<]+)/g)].map(([, href, words]) => [
    words,
    href,
  ])
  expect(chips).toEqual([
    ['State: Open', '/claims?article=1&amp;assignee=none&amp;kind=event'],
    ['Article: Port Ellery argues', '/claims?state=open&amp;assignee=none&amp;kind=event'],
    ['Assigned to: nobody', '/claims?state=open&amp;article=1&amp;kind=event'],
    ['Kind: Event or property', '/claims?state=open&amp;article=1&amp;assignee=none'],
  ])
  expect(text).toContain('<a href="/claims">Clear all</a>')
})

it('answers a form sent without JavaScript with the short address of what was chosen', async () => {
  const { as, cleo } = await newsroom()
  const answer = await (await as(cleo)).get('/claims?q=&state=open&rating=&sort=newest&tag=').expect(303)
  expect(answer.headers.location).toBe('/claims?state=open')
})

it('gives htmx the list alone, and the address to show', async () => {
  const news = await newsroom()
  await someClaims(news, 1)
  const browser = await news.as(news.cleo)
  const answer = await browser.get('/claims?q=&state=open&sort=newest').set('HX-Request-Type', 'partial').expect(200)
  expect(answer.text.trim()).toMatch(/^<section id="claim-list"/)
  expect(answer.headers['hx-push-url']).toBe('/claims?state=open')
  expect(answer.headers.vary).toContain('HX-Request-Type')
})

it('turns pages forth and back', async () => {
  const news = await newsroom()
  const ids = (await someClaims(news, 120)).reverse()
  const browser = await news.as(news.cleo)
  const first = (await browser.get('/claims')).text
  expect(idsIn(first)).toEqual(ids.slice(0, 50))
  expect(linkIn(first, 'prev')).toBeUndefined()
  const second = (await browser.get(linkIn(first, 'next') ?? '')).text
  const third = (await browser.get(linkIn(second, 'next') ?? '')).text
  expect([...idsIn(second), ...idsIn(third)]).toEqual(ids.slice(50))
  expect(linkIn(third, 'next')).toBeUndefined()
  expect(idsIn((await browser.get(linkIn(third, 'prev') ?? '')).text)).toEqual(ids.slice(50, 100))
  const back = (await browser.get(linkIn(second, 'prev') ?? '')).text
  expect(idsIn(back)).toEqual(ids.slice(0, 50))
  expect(linkIn(back, 'prev')).toBeUndefined()
})

it('counts evidence of confidential sources only for those who may see it', async () => {
  const news = await newsroom()
  const { db, cleo } = news
  const claimId = await aClaim(db, cleo, await anArticle(db, cleo))
  await anItem(db, cleo, claimId, await aSource(db, 'The log'))
  await anItem(db, cleo, claimId, await aSource(db, 'The letter', { confidential: true }))
  const countIn = (text: string) => /<td class="count">(\d+)/.exec(text)?.[1]
  expect(countIn((await (await news.as(cleo)).get('/claims')).text)).toBe('2')
  expect(countIn((await (await news.as(news.rita)).get('/claims')).text)).toBe('1')
})

it('does not tell readers by the filter that there is confidential evidence', async () => {
  const news = await newsroom()
  const { db, cleo, rita } = news
  const articleId = await anArticle(db, cleo)
  const secret = await aClaim(db, cleo, articleId, { statement: 'It froze on Monday.' })
  const both = await aClaim(db, cleo, articleId, { statement: 'It froze on Tuesday.' })
  const bare = await aClaim(db, cleo, articleId, { statement: 'It thawed.' })
  const letter = await aSource(db, 'The letter', { confidential: true })
  for (const claimId of [secret, both]) await anItem(db, cleo, claimId, letter)
  await anItem(db, cleo, both, await aSource(db, 'The log'))
  const without = async (person: typeof rita) =>
    idsIn((await (await news.as(person)).get('/claims?evidence=none')).text)
  expect(await without(cleo)).toEqual([bare])
  expect(await without(rita)).toEqual([bare, secret])
})
