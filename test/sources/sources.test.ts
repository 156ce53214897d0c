import { expect, it } from 'vitest'
import { readSource } from '../../server/sources/source.ts'
import { eventsAfter } from '../../server/history/store.ts'
import { aSource, anItem, harbour, typedSource } from '../evidence/harbour.ts'
import { newsroom } from '../support/newsroom.ts'

async function desk() {
  const room = await newsroom()
  return { ...room, browser: await room.as(room.cleo) }
}

const events = async ({ db }: Awaited<ReturnType<typeof newsroom>>) =>
  (await eventsAfter(db.reader, 0, 500)).map(({ body }) => JSON.parse(body.toString()))

it('is added with everything known about it, and shown on its page', async () => {
  const room = await desk()
  const answer = await room.browser.post('/sources', typedSource).expect(303)
  const page = (await room.browser.get(answer.headers.location ?? '').expect(200)).text
  const shown = [
    'Harbour log',
    'Harbour office',
    'The warden',
    'May 2025',
    'Official record, primary',
    'Paid by the council',
  ]
  for (const words of [...shown, 'https://log.example/2025?day=12', 'https://archive.example/log', 'On no claim yet'])
    expect(page).toContain(words)
  expect((await events(room)).at(-1)).toMatchObject({
    type: 'source.added',
    data: { kind: 'record', primary: true, confidential: false },
  })
})

it('links out without telling where from, and names the host', async () => {
  const { db, browser } = await desk()
  const id = await aSource(db, 'Log', { url: 'https://log.example/a?b=1&c=2' })
  const page = (await browser.get(`/sources/${id}`)).text
  expect(page).toContain('href="https://log.example/a?b=1&amp;c=2" rel="noreferrer noopener">log.example')
})

it('is taken without an address, but never with one that is not of the web', async () => {
  const { browser } = await desk()
  await browser.post('/sources', { title: 'Interview with a diver', kind: 'interview' }).expect(303)
  for (const url of ['javascript:alert(1)', 'ftp://log.example/', 'data:text/html,x', 'log.example', 'https://']) {
    const page = (await browser.post('/sources', { title: 'A', kind: 'news', url }).expect(422)).text
    expect(page).toContain('Give the whole address')
    await browser.post('/sources', { title: 'A', kind: 'news', archivedUrl: url }).expect(422)
  }
})

it('comes back as typed when something is wrong with it', async () => {
  const { browser } = await desk()
  const typed = { ...typedSource, title: '', confidential: 'yes', publishedOn: '2025-02-30' }
  const page = (await browser.post('/sources', typed).expect(422)).text
  for (const words of ['Give the source a title', '2025-02 has no day 30']) expect(page).toContain(words)
  const { url, archivedUrl, publisher, author, interest, publishedOn } = typed
  for (const value of [url, archivedUrl, publisher, author, interest, publishedOn])
    expect(page).toContain(`value="${value}"`)
  expect(page).toMatch(/<option value="record" selected>/)
  expect(page).toMatch(/name="primary" value="yes" checked/)
  expect(page).toMatch(/name="confidential" value="yes" checked/)
})

it('is recognised by its address however it is spelt, and the one that is there is offered', async () => {
  const { db, browser } = await desk()
  const there = await aSource(db, 'The log as kept', { url: 'https://log.example/2025?day=12' })
  for (const url of ['http://log.example/2025?day=12', 'https://www.LOG.example:443/2025/?day=12&utm_medium=x#p3']) {
    const page = (await browser.post('/sources', { ...typedSource, url }).expect(409)).text
    expect(page).toContain('A source with this address is there already: “The log as kept”.')
    expect(page).toContain(`<a class="button" href="/sources/${there}">Use that one</a>`)
    expect(page).toContain('value="Paid by the council"')
  }
  await browser.post('/sources', { ...typedSource, url: 'https://log.example/2025?day=13' }).expect(303)
})

it('is edited, and the history names the fields but not what is in them', async () => {
  const room = await desk()
  const id = await aSource(room.db, 'Log')
  const form = (await room.browser.get(`/sources/${id}/edit`).expect(200)).text
  expect(form).toContain('value="Log"')
  const typed = { ...typedSource, confidential: 'yes', version: '1' }
  expect((await room.browser.post(`/sources/${id}`, typed).expect(303)).headers.location).toBe(`/sources/${id}`)
  expect(await readSource(room.db.reader, room.cleo, id)).toMatchObject({
    title: 'Harbour log',
    confidential: true,
    version: 2,
  })
  const event = (await events(room)).at(-1)
  expect(event).toMatchObject({ type: 'source.edited', source: id, actor: room.cleo.id })
  expect(event.data.fields).toContain('confidential')
  expect(JSON.stringify(event)).not.toContain('Harbour log')
})

it('keeps its own address on an edit, and cannot take another’s', async () => {
  const { db, browser } = await desk()
  const id = await aSource(db, 'Log', { url: 'https://log.example/' })
  const other = await aSource(db, 'Tide table', { url: 'https://tide.example/' })
  await browser
    .post(`/sources/${id}`, { title: 'Log 2', kind: 'record', url: 'https://log.example', version: '1' })
    .expect(303)
  const taken = { title: 'Log 3', kind: 'record', url: 'https://tide.example', version: '2' }
  expect((await browser.post(`/sources/${id}`, taken).expect(409)).text).toContain(`href="/sources/${other}"`)
})

it('shows the loser of a race both versions, ticks in words, and lets them save again', async () => {
  const { as, ben, cleo, db, browser } = await desk()
  const id = await aSource(db, 'Log')
  await (
    await as(ben)
  )
    .post(`/sources/${id}`, { title: 'Log by Ben', kind: 'news', confidential: 'yes', version: '1' })
    .expect(303)
  const mine = { title: 'Log by Cleo', kind: 'record', interest: 'Mine', version: '1' }
  const lost = (await browser.post(`/sources/${id}`, mine).expect(409)).text
  for (const words of ['value="Log by Cleo"', 'value="Mine"', '>Log by Ben<', '>News item<', '>ticked<'])
    expect(lost).toContain(words)
  expect((await readSource(db.reader, cleo, id)).title).toBe('Log by Ben')
  const version = /name="version" value="(\d+)"/.exec(lost)?.[1] ?? ''
  await browser.post(`/sources/${id}`, { ...mine, version }).expect(303)
  expect((await readSource(db.reader, cleo, id)).title).toBe('Log by Cleo')
})

it('shows where it is used: each claim, its stance, what was withdrawn', async () => {
  const { db, cleo, browser } = await desk()
  const { claims } = await harbour(db, 2)
  const [first = 0, second = 0] = claims
  const id = await aSource(db, 'Log')
  await anItem(db, cleo, first, id)
  const item = await anItem(db, cleo, second, id, 'Twelve.')
  await browser.post(`/evidence/${item}/withdrawal`, { reason: 'Miscounted.' }).expect(303)
  const page = (await browser.get(`/sources/${id}`).expect(200)).text
  for (const words of [
    'The harbour closed on Monday.',
    'Closed on Monday.',
    'Supports',
    'Twelve boats',
    'Withdrawn',
    'Miscounted.',
    'Port Ellery',
  ])
    expect(page).toContain(words)
  expect((await browser.get('/sources')).text).toContain('Used on 1 claim')
})

it('is added and changed by checkers only', async () => {
  const { as, rita, db } = await desk()
  const id = await aSource(db, 'Log')
  const reader = await as(rita)
  for (const path of ['/sources/new', `/sources/${id}/edit`, '/evidence/source-matches'])
    await reader.get(path).expect(403)
  await reader.post('/sources', typedSource).expect(403)
  await reader.post(`/sources/${id}`, { ...typedSource, version: '1' }).expect(403)
  const page = (await reader.get(`/sources/${id}`).expect(200)).text
  expect(page).not.toContain('/edit')
  expect((await reader.get('/sources')).text).not.toContain('/sources/new')
})
