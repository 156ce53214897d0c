import fc from 'fast-check'
import { expect, it } from 'vitest'
import { write } from '../../db/write.ts'
import { filterQuery, readFilter } from '../../server/sources/filter.ts'
import { addSource } from '../../server/sources/source.ts'
import { sourceKinds, sourceSorts } from '../../server/sources/words.ts'
import { searchable } from '../../server/text/search-words.ts'
import { aSource, anItem, harbour } from '../evidence/harbour.ts'
import { aSnapshot } from '../snapshots/copies.ts'
import { newsroom } from '../support/newsroom.ts'

type Listed = { total: number; next: string | null; sources: { id: number; title: string; claims: number }[] }

async function desk() {
  const room = await newsroom()
  const browser = await room.as(room.cleo)
  const list = async (query = ''): Promise<Listed> =>
    JSON.parse((await browser.get(`/sources.json${query}`).expect(200)).text)
  const titles = async (query: string) => (await list(query)).sources.map(({ title }) => title)
  return { ...room, browser, list, titles }
}

it('lists the newest first, as page and as JSON', async () => {
  const { db, browser, titles } = await desk()
  for (const title of ['First', 'Second', 'Third']) await aSource(db, title)
  expect(await titles('')).toEqual(['Third', 'Second', 'First'])
  const page = (await browser.get('/sources').expect(200)).text
  expect(page.indexOf('Third')).toBeLessThan(page.indexOf('First'))
  expect(page).toMatch(/3<\/span>\s+sources/)
})

it('is filtered by kind, by primary, and by words of title, publisher, author and address', async () => {
  const { db, titles } = await desk()
  await aSource(db, 'Tide table', { kind: 'dataset', primary: true, publisher: 'Émile & Söhne' })
  await aSource(db, 'Harbour 100%_log', { kind: 'record', author: 'ΣΟΦΙΑ', url: 'https://log.example/tides' })
  expect(await titles('?kind=dataset')).toEqual(['Tide table'])
  expect(await titles('?primary=yes')).toEqual(['Tide table'])
  expect(await titles('?primary=no')).toEqual(['Harbour 100%_log'])
  expect(await titles('?q=emile+sohne')).toEqual(['Tide table'])
  expect(await titles('?q=σοφια')).toEqual(['Harbour 100%_log'])
  expect(await titles('?q=tide')).toHaveLength(2)
  expect(await titles('?q=tide&kind=record')).toEqual(['Harbour 100%_log'])
  expect(await titles('?q=%25_')).toEqual(['Harbour 100%_log'])
  expect(await titles('?q=table+log')).toEqual([])
})

it('is filtered by publisher, by who added it, and by how many claims it is used on', async () => {
  const { db, titles, cleo, ben, browser } = await desk()
  const { claims } = await harbour(db, 3)
  const [used, twice] = [await aSource(db, 'Used', { publisher: 'Ä Press' }), await aSource(db, 'Twice')]
  await anItem(db, ben, claims[0] ?? 0, used)
  for (const claim of claims.slice(0, 2)) await anItem(db, ben, claim, twice)
  await anItem(db, ben, claims[0] ?? 0, twice, 'A second passage on the same claim.')
  await browser.post('/sources', { title: 'Own', kind: 'report', publisher: 'Other' }).expect(303)
  expect(await titles('?publisher=a+press')).toEqual(['Used'])
  expect(await titles('?publisher=a')).toEqual([])
  expect(await titles('?use=yes')).toEqual(['Twice', 'Used'])
  expect(await titles('?use=2')).toEqual(['Twice'])
  expect(await titles('?use=3')).toEqual([])
  expect(await titles('?use=no')).toEqual(['Own'])
  expect(await titles(`?by=${cleo.id}`)).toEqual(['Own'])
  expect((await browser.get('/sources')).text).toContain(`<option value="${cleo.id}" >Cleo</option>`)
})

it('is filtered by whether a copy is kept, of what was merged into it too, in page, JSON and CSV', async () => {
  const { db, titles, browser, as, rita } = await desk()
  const [first, second, third] = [await aSource(db, 'First'), await aSource(db, 'Second'), await aSource(db, 'Third')]
  await aSource(db, 'Bare')
  await aSnapshot(db, first, 'Closed on Monday.')
  expect(await titles('?copy=yes')).toEqual(['First'])
  expect(await titles('?copy=no&sort=title')).toEqual(['Bare', 'Second', 'Third'])
  await browser.post(`/sources/${second}/same/${first}`, { stamp: '1.1' }).expect(303)
  await browser.post(`/sources/${third}/same/${second}`, { stamp: '1.1' }).expect(303)
  expect(await titles('?copy=yes')).toEqual(['Third'])
  expect(await titles('?copy=no')).toEqual(['Bare'])
  const page = (await browser.get('/sources?copy=no')).text
  expect(page).toMatch(/<details open>\s*<summary>More filters/)
  expect(page).toContain('<option value="no" selected>Without one</option>')
  expect(page).not.toContain('Third')
  expect((await browser.get('/sources')).text).toMatch(/<details >\s*<summary>More filters/)
  const file = (await browser.get('/sources.csv?copy=yes')).text
  expect([file.includes('Third'), file.includes('Bare')]).toEqual([true, false])
  // A copy that only some may know of must not be told by the filter.
  db.writer.sqlite.prepare('UPDATE sources SET confidential = 1 WHERE id = ?').run(first)
  const reader = await as(rita)
  expect((await reader.get('/sources.json?copy=yes')).text).not.toContain('Third')
  expect((await reader.get('/sources.json?copy=no')).text).toContain('Third')
  expect(await titles('?copy=yes')).toEqual(['Third'])
})

it('counts a claim once, and no longer when all evidence on it is withdrawn', async () => {
  const { db, ben, list, browser } = await desk()
  const { claims } = await harbour(db, 1)
  const source = await aSource(db, 'Log')
  const counted = async () => (await list()).sources[0]?.claims
  const first = await anItem(db, ben, claims[0] ?? 0, source)
  const second = await anItem(db, ben, claims[0] ?? 0, source, 'Twelve boats.')
  expect(await counted()).toBe(1)
  await browser.post(`/evidence/${first}/withdrawal`, { reason: 'Wrong page' }).expect(303)
  expect(await counted()).toBe(1)
  await browser.post(`/evidence/${second}/withdrawal`, { reason: 'Wrong page' }).expect(303)
  expect(await counted()).toBe(0)
})

it.each([
  ['title', ['Alpha', 'älter', 'Beta', 'beta']],
  ['used', ['Beta', 'beta', 'älter', 'Alpha']],
])('is ordered by %s, page after page the same', async (sort, expected) => {
  const { db, ben, titles, list } = await desk()
  const { claims } = await harbour(db, 2)
  const made = [
    await aSource(db, 'Alpha'),
    await aSource(db, 'Beta'),
    await aSource(db, 'beta'),
    await aSource(db, 'älter'),
  ]
  for (const claim of claims) await anItem(db, ben, claim, made[1] ?? 0)
  await anItem(db, ben, claims[0] ?? 0, made[2] ?? 0)
  expect(await titles(`?sort=${sort}`)).toEqual(expected)
  for (const [index, { id }] of (await list(`?sort=${sort}`)).sources.entries())
    expect(await titles(`?sort=${sort}&before=${id}`)).toEqual(expected.slice(index + 1))
})

it('has a CSV twin: the whole list in its order, in the history, without confidential sources', async () => {
  const { db, browser } = await desk()
  for (let number = 1; number <= 230; number++) await aSource(db, `=S ${String(number).padStart(3, '0')}`)
  await aSource(db, 'Secret talk', { confidential: true })
  const sent = await browser.post('/sources/export', { filter: 'sort=title&q=s' }).expect(303)
  expect(sent.headers.location).toBe('/sources.csv?q=s&sort=title')
  const file = (await browser.get(sent.headers.location ?? '').expect(200)).text
  const rows = file.trim().split('\r\n')
  expect(rows).toHaveLength(231)
  expect(rows[1]).toContain(",'=S 001,record,")
  expect(rows[230]).toContain(",'=S 230,record,")
  expect(file).not.toContain('Secret')
  expect((await browser.get('/sources.csv?variant=raw&q=230')).text).toContain(',=S 230,')
  expect((await browser.get('/history')).text).toContain('exported the sources as CSV (spreadsheet), filtered by')
})

it('counts no further than a thousand', async () => {
  const { db, browser, list } = await desk()
  const rest = { url: null, archivedUrl: null, publisher: null, author: null, publishedOn: null, interest: null }
  const plain = { ...rest, origin: null, kind: 'news', primary: false, confidential: false } as const
  await write(db, async (tx) => {
    for (let number = 1; number <= 1_001; number++) await addSource(tx, null, { ...plain, title: `S ${number}` })
  })
  expect(await list()).toMatchObject({ total: 1_000, more: true })
  expect((await browser.get('/sources')).text).toMatch(/1,000\+<\/span>\s+sources/)
  expect(await list('?q=7+s')).toMatchObject({ more: false })
})

it('goes on by keyset: every source once, whatever is added meanwhile', async () => {
  const { db, list, browser } = await desk()
  const rest = {
    url: null,
    archivedUrl: null,
    publisher: null,
    author: null,
    publishedOn: null,
    interest: null,
    origin: null,
  }
  await write(db, async (tx) => {
    for (let number = 1; number <= 120; number++)
      await addSource(tx, null, { ...rest, title: `S ${number}`, kind: 'news', primary: false, confidential: false })
  })
  const first = await list('?q=s')
  expect([first.total, first.sources.length]).toEqual([120, 50])
  await aSource(db, 'S newer')
  const second = await list(first.next?.replace('/sources.json', ''))
  const third = await list(second.next?.replace('/sources.json', ''))
  expect(third.next).toBeNull()
  const ids = [first, second, third].flatMap(({ sources }) => sources.map(({ id }) => id))
  expect(new Set(ids).size).toBe(120)
  const page = (await browser.get(first.next?.replace('.json', '') ?? '').expect(200)).text
  expect(page).toContain('S 70')
  expect(page).toContain('Newest')
  expect(page).toContain('Older')
})

it('says what to do when it is empty, and when nothing matches', async () => {
  const { browser, as, rita } = await desk()
  expect((await browser.get('/sources')).text).toContain('Add one here')
  expect((await (await as(rita)).get('/sources')).text).toContain('They appear here')
  expect((await browser.get('/sources?q=x')).text).toContain('No source matches')
})

it('opens old and broken addresses', async () => {
  const { browser } = await desk()
  for (const query of ['?kind=unheard', '?primary=maybe', '?before=-1', '?before=x', '?q=%00x'])
    expect((await browser.get(`/sources${query}`)).status).toBeLessThan(500)
})

it('asks no more of the database for fifty sources than for one', async () => {
  const { db, browser } = await desk()
  await aSource(db, 'One')
  const count = async () => {
    let asked = 0
    const statements = db.reader.select.bind(db.reader)
    Object.assign(db.reader, { select: (...given: Parameters<typeof statements>) => (asked++, statements(...given)) })
    await browser.get('/sources').expect(200)
    Object.assign(db.reader, { select: statements })
    return asked
  }
  await count()
  const one = await count()
  for (let number = 0; number < 30; number++) await aSource(db, `More ${number}`)
  expect(await count()).toBe(one)
})

it('a filter written to an address is read back the same', () => {
  const filter = fc.record({
    q: fc.string({ maxLength: 50 }).map((text) => text.trim()),
    kind: fc.constantFrom(undefined, ...sourceKinds),
    primary: fc.constantFrom(undefined, true, false),
    publisher: fc.string({ maxLength: 50 }).map((text) => text.trim()),
    use: fc.constantFrom(undefined, 0, 1, 2, 12),
    by: fc.constantFrom(undefined, 3),
    copy: fc.constantFrom(undefined, true, false),
    sort: fc.constantFrom(...sourceSorts),
    before: fc.constantFrom(undefined, 1, 77),
  })
  fc.assert(
    fc.property(filter, (wanted) => {
      const query = Object.fromEntries(new URLSearchParams(filterQuery(wanted)))
      expect(readFilter(query)).toEqual(wanted)
    }),
  )
})

it('folds case and accents away, and nothing twice', () => {
  expect(searchable('Éric ÅSE ﬁn')).toBe('eric ase fin')
  fc.assert(fc.property(fc.string({ unit: 'grapheme' }), (text) => searchable(searchable(text)) === searchable(text)))
})
