import fc from 'fast-check'
import { expect, it } from 'vitest'
import { write } from '../../db/write.ts'
import { searchable } from '../../server/search-words.ts'
import { filterQuery, readFilter } from '../../server/sources/filter.ts'
import { addSource } from '../../server/sources/source.ts'
import { sourceKinds } from '../../server/sources/words.ts'
import { aSource } from '../evidence/harbour.ts'
import { newsroom } from '../support/newsroom.ts'

type Listed = { total: number; next: string | null; sources: { id: number; title: string }[] }

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

it('goes on by keyset: every source once, whatever is added meanwhile', async () => {
  const { db, list, browser } = await desk()
  const rest = { url: null, archivedUrl: null, publisher: null, author: null, publishedOn: null, interest: null }
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
