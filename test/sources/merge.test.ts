import { getTableColumns } from 'drizzle-orm'
import { expect, it } from 'vitest'
import { sources } from '../../db/schema/index.ts'
import { sourceColumns } from '../../server/sources/columns.ts'
import { sourceFields } from '../../server/sources/fields.ts'
import { newDetails, readSource } from '../../server/sources/source.ts'
import { mergedFields } from '../../server/sources/words.ts'
import { aSource, anItem, harbour } from '../evidence/harbour.ts'
import { newsroom } from '../support/newsroom.ts'

const url = 'https://log.example/12'

/** Two entries for one thing: `kept` on two claims, `gone` on the second of them and on a third. */
async function twice(more: { kept?: object; gone?: object } = {}) {
  const room = await newsroom()
  const { db, ben } = room
  const { claims } = await harbour(db, 3)
  const kept = await aSource(db, 'Harbour log', { publisher: 'Harbour office', ...more.kept })
  const gone = await aSource(db, 'Log of the harbour', { url, author: 'The warden', ...more.gone })
  const on = (claim: number, source: number, passage: string) => anItem(db, ben, claims[claim] ?? 0, source, passage)
  await on(0, kept, 'One')
  await on(1, kept, 'Two')
  const moved = [await on(1, gone, 'Three'), await on(2, gone, 'Four')]
  const browser = await room.as(room.cleo)
  const merge = (fields: Record<string, string> = {}) =>
    browser.post(`/sources/${kept}/same/${gone}`, { stamp: '1.1', ...fields })
  const sourcesOf = () =>
    db.writer.sqlite.prepare<[], { sourceId: number }>('SELECT source_id AS sourceId FROM evidence ORDER BY id').all()
  const json = async (query = '') => JSON.parse((await browser.get(`/sources.json${query}`)).text)
  return { ...room, claims, kept, gone, moved, browser, reader: await room.as(room.rita), merge, sourcesOf, json }
}

it('shows beforehand what moves and which details differ, what is known chosen over what is not', async () => {
  const { browser, kept, gone } = await twice()
  const page = (await browser.get(`/sources/${kept}/same/${gone}`).expect(200)).text
  expect(page).toContain('2 pieces of evidence on 2 claims')
  expect(page).toContain('On 1 claim both are used')
  expect(page).toMatch(/name="title" value="kept" checked/)
  expect(page).toMatch(/name="url" value="gone" checked/)
  expect(page).toMatch(/name="publisher" value="kept" checked/)
  expect(page).not.toContain('name="kind"')
})

it('moves the evidence, keeps the chosen details, and leads from the old address to the new one', async () => {
  const { browser, kept, gone, merge, sourcesOf, json } = await twice()
  await merge({ url: 'gone', author: 'gone' }).expect(303)
  expect(sourcesOf().map(({ sourceId }) => sourceId)).toEqual([kept, kept, kept, kept])
  const list = await json()
  expect(list.sources).toHaveLength(1)
  expect(list.sources[0]).toMatchObject({ id: kept, title: 'Harbour log', url, author: 'The warden', claims: 3 })
  const led = await browser.get(`/sources/${gone}`).expect(303)
  expect(led.headers.location).toBe(`/sources/${kept}`)
  const page = (await browser.get(`/sources/${kept}`)).text
  expect(page).toContain(`<a href="/sources/${gone}/merger" dir="auto">Log of the harbour</a>`)
  expect((await browser.get(`/sources/${gone}/merger`)).text).toContain('2 pieces of evidence moved')
  const history = (await browser.get('/history')).text
  expect(history).toContain('2 pieces of evidence moved, and url, author taken over.')
})

const full = {
  title: 'Log of the harbour',
  url,
  archivedUrl: 'https://archive.example/log',
  publisher: 'The warden’s press',
  author: 'The warden',
  publishedOn: '2025-05',
  kind: 'report',
  language: 'pt-BR',
  doi: '10.1000/182',
  isbn: '9780306406157',
  primary: true,
  origin: 'Agency',
  interest: 'Paid by the council',
} as const

it('takes over each field that is chosen, and its usual choice keeps what only one of the two knows', async () => {
  const { db, cleo, browser, kept, gone, merge } = await twice({ gone: full })
  const page = (await browser.get(`/sources/${kept}/same/${gone}`)).text
  const usual = [...page.matchAll(/name="(\w+)" value="gone" checked/g)].map(([, name]) => name)
  const onlyThere = ['url', 'archivedUrl', 'author', 'publishedOn', 'language', 'doi', 'isbn', 'origin', 'interest']
  expect(usual).toEqual(onlyThere)
  await merge(Object.fromEntries(mergedFields.map((name) => [name, 'gone']))).expect(303)
  expect(newDetails(await readSource(db.reader, cleo, kept))).toEqual({ ...full, confidential: false })
})

it('has a choice for every column that says something of a source', () => {
  const bookkeeping = ['id', 'urlKey', 'searched', 'addedById', 'createdAt', 'version', 'originId', 'titleKey']
  const kept = [...bookkeeping, 'publisherKey', 'useCount', 'mergedIntoId']
  const said = Object.keys(getTableColumns(sources)).filter((name) => !kept.includes(name))
  const chosen = [...mergedFields, 'confidential'].toSorted()
  expect(chosen).toEqual(said.toSorted())
  expect(chosen).toEqual(Object.keys(sourceFields).toSorted())
  expect(chosen).toEqual([...Object.keys(sourceColumns).filter((name) => name !== 'id'), 'origin'].toSorted())
})

it('uses the kept one where somebody chooses or types the other', async () => {
  const { browser, claims, kept, gone, merge, sourcesOf } = await twice()
  await merge({}).expect(303)
  const evidence = { stance: 'context', note: 'See there.' }
  await browser.post(`/claims/${claims[0]}/evidence`, { ...evidence, source: String(gone) }).expect(303)
  const typed = { ...evidence, note: 'And there.', source: 'new', title: 'Log', kind: 'record', url }
  await browser.post(`/claims/${claims[1]}/evidence`, typed).expect(303)
  expect(new Set(sourcesOf().map(({ sourceId }) => sourceId))).toEqual(new Set([kept]))
  expect((await browser.post('/sources', { title: 'Again', kind: 'record', url }).expect(409)).text).toContain(
    'Harbour log',
  )
})

it('is taken apart again: evidence and details go back, what was added since stays', async () => {
  const { db, ben, browser, claims, kept, gone, moved, merge, sourcesOf, json } = await twice()
  await merge({ url: 'gone' }).expect(303)
  const since = await anItem(db, ben, claims[0] ?? 0, kept, 'Added since')
  await browser.post(`/sources/${gone}/separation`).expect(303)
  const under = sourcesOf().map(({ sourceId }) => sourceId)
  expect(moved.map((id) => under[id - 1])).toEqual([gone, gone])
  expect(under[since - 1]).toBe(kept)
  const list = await json('?sort=title')
  expect(list.sources).toEqual([
    expect.objectContaining({ id: kept, url: null, claims: 2 }),
    expect.objectContaining({ id: gone, url, claims: 2 }),
  ])
  await browser.get(`/sources/${gone}`).expect(200)
  await browser.get(`/sources/${gone}/merger`).expect(404)
  await browser.post(`/sources/${gone}/separation`).expect(404)
})

it('leaves the details as somebody edited them since, and says so', async () => {
  const { browser, kept, gone, merge, json } = await twice()
  await merge({ author: 'gone' }).expect(303)
  await browser.post(`/sources/${kept}`, { title: 'Log, all years', kind: 'record', version: '2' }).expect(303)
  expect((await browser.get(`/sources/${gone}/merger`)).text).toContain('its details stay as they are')
  await browser.post(`/sources/${gone}/separation`).expect(303)
  expect((await json()).sources.find(({ id }: { id: number }) => id === kept).title).toBe('Log, all years')
  expect((await browser.get('/history')).text).toContain('details stayed as they were edited since')
})

it.each([{ gone: { confidential: true } }, { kept: { confidential: true } }])(
  'is confidential when one of the two was: readers find neither, before and after taking apart (%j)',
  async (more) => {
    const { browser, reader, claims, kept, gone, merge } = await twice(more)
    expect((await browser.get(`/sources/${kept}/same/${gone}`)).text).toContain('so both are afterwards')
    await merge({ title: 'gone' }).expect(303)
    const isGone = async () => {
      for (const id of [kept, gone])
        for (const path of [`/sources/${id}`, `/sources/${id}/merger`, `/sources/${id}/history`])
          await reader.get(path).expect(404)
      const pages = [
        '/sources',
        '/history',
        ...claims.map((claim) => `/claims/${claim}`),
        '/sources.json',
        '/claims.json',
      ]
      for (const path of pages) expect((await reader.get(path).expect(200)).text).not.toMatch(/log of the|harbour log/i)
    }
    await isGone()
    await browser.post(`/sources/${gone}/separation`).expect(303)
    await isGone()
  },
)

it('does not name what is confidential still, when the kept one is confidential no more', async () => {
  const { browser, reader, kept, merge } = await twice({ gone: { confidential: true } })
  await merge({}).expect(303)
  await browser.post(`/sources/${kept}`, { title: 'Harbour log', kind: 'record', version: '2' }).expect(303)
  for (const path of [`/sources/${kept}`, `/sources/${kept}/history`, '/history']) {
    const page = (await reader.get(path).expect(200)).text
    expect(page).toContain('merged')
    expect(page).not.toContain('Log of the harbour')
  }
})

it('carries over what names the other as its origin, and back', async () => {
  const { db, browser, kept, gone, merge } = await twice()
  const fed = await aSource(db, 'Paper', { origin: `/sources/${gone}` })
  const origin = async () => (await browser.get(`/sources/${fed}/edit`)).text
  await merge({}).expect(303)
  expect(await origin()).toContain(`value="/sources/${kept}"`)
  expect((await browser.get(`/sources/${kept}`)).text).toContain('Named as where their information comes from by')
  await browser.post(`/sources/${gone}/separation`).expect(303)
  expect(await origin()).toContain(`value="/sources/${gone}"`)
})

it('is refused when one was changed since it was shown, twice, with itself, and out of order', async () => {
  const { db, browser, kept, gone, merge } = await twice()
  expect((await merge({ stamp: '1.2' }).expect(409)).text).toContain('changed meanwhile')
  await browser.get(`/sources/${kept}/same/${kept}`).expect(409)
  await browser.get(`/sources/${kept}/same/99`).expect(404)
  await merge({ title: 'neither' }).expect(422)
  await merge({}).expect(303)
  await merge({}).expect(409)
  await browser.get(`/sources/${gone}/edit`).expect(409)
  const third = await aSource(db, 'Third')
  await browser.post(`/sources/${third}/same/${kept}`, { stamp: '1.1' }).expect(303)
  expect((await browser.post(`/sources/${gone}/separation`).expect(409)).text).toContain('Take those two apart first')
  expect((await browser.get(`/sources/${gone}`)).headers.location).toBe(`/sources/${kept}`)
})

it('proposes what has the same DOI or ISBN, and says which', async () => {
  const { db, browser } = await twice()
  const doi = '10.1000/182'
  const isbn = '9780306406157'
  const first = await aSource(db, 'Tides', { doi, isbn })
  await aSource(db, 'The book of tides', { isbn })
  // Two of one DOI are refused nowadays; an older database may hold them.
  const old = await aSource(db, 'Tides, a study')
  db.writer.sqlite.prepare('UPDATE sources SET doi = ? WHERE id = ?').run(doi, old)
  const page = (await browser.get(`/sources/${first}`)).text
  expect(page).toMatch(/The book of tides<\/a>\. It has the same ISBN\./)
  expect(page).toMatch(/Tides, a study<\/a>\. It has the same DOI\./)
})

it('proposes what has the same address, or the same title and publisher', async () => {
  const { db, browser, reader } = await twice()
  const first = await aSource(db, 'Tide tables', { publisher: 'Ämt' })
  const second = await aSource(db, 'TIDE TABLES', { publisher: 'amt' })
  await aSource(db, 'Tide tables', { publisher: 'Another' })
  const page = (await browser.get(`/sources/${first}`)).text
  expect([...page.matchAll(/Perhaps the same as/g)]).toHaveLength(1)
  expect(page).toContain(`<a href="/sources/${first}/same/${second}">Look at both</a>`)
  expect((await reader.get(`/sources/${first}`)).text).not.toContain('Perhaps the same as')
  const choose = (await browser.get(`/sources/${first}/same?q=harbour`).expect(200)).text
  expect(choose).toContain('It has the same title and publisher.')
  expect(choose).toContain('Log of the harbour')
})
