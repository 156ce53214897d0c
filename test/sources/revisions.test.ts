import { expect, it } from 'vitest'
import { aSource } from '../evidence/harbour.ts'
import { newsroom } from '../support/newsroom.ts'

async function desk() {
  const room = await newsroom()
  return { ...room, browser: await room.as(room.cleo), reader: await room.as(room.rita) }
}

it('says what an edit changed, before and after, on the page of the source and in the history', async () => {
  const { db, browser, reader } = await desk()
  const id = await aSource(db, 'Log')
  const edit = { title: 'Harbour log', kind: 'news', primary: 'yes', origin: 'Coast News Agency', version: '1' }
  await browser.post(`/sources/${id}`, edit).expect(303)
  for (const path of [`/sources/${id}`, `/sources/${id}/history`, '/history']) {
    const page = (await reader.get(path).expect(200)).text
    expect(page).toMatch(/<dt>title<\/dt><dd><del dir="auto">Log<\/del>.*<ins dir="auto">Harbour log<\/ins>/)
    expect(page).toMatch(/<del dir="auto">Official record<\/del>.*<ins dir="auto">News item<\/ins>/)
    expect(page).toMatch(/<dt>where its information comes from<\/dt><dd><del dir="auto">nothing<\/del>/)
  }
})

it('keeps what was confidential from readers after the source is no more', async () => {
  const { db, browser, reader } = await desk()
  const id = await aSource(db, 'Talk with QUAIL', { confidential: true })
  await browser.post(`/sources/${id}`, { title: 'A talk', kind: 'record', version: '1' }).expect(303)
  await browser.post(`/sources/${id}`, { title: 'A long talk', kind: 'record', version: '2' }).expect(303)
  const page = (await reader.get(`/sources/${id}`).expect(200)).text
  expect(page).not.toContain('QUAIL')
  expect(page).toContain('<ins dir="auto">A long talk</ins>')
  expect((await browser.get(`/sources/${id}`)).text).toContain('QUAIL')
})

it('is never changed or taken away', async () => {
  const { db, browser } = await desk()
  const id = await aSource(db, 'Log')
  await browser.post(`/sources/${id}`, { title: 'Log 2', kind: 'record', version: '1' }).expect(303)
  const run = (sql: string) => () => db.writer.sqlite.prepare(sql).run()
  expect(run(`UPDATE source_revisions SET before = '{}'`)).toThrow('append-only')
  expect(run('DELETE FROM source_revisions')).toThrow('append-only')
  expect(run('INSERT OR REPLACE INTO source_revisions SELECT * FROM source_revisions')).toThrow('append-only')
})

it('names another source as where its information comes from, for those who may know of it', async () => {
  const { db, browser, reader } = await desk()
  const wire = await aSource(db, 'Wire report')
  const paper = await aSource(db, 'Paper report')
  const said = { title: 'Paper report', kind: 'news', origin: `https://stet.example/sources/${wire}`, version: '1' }
  await browser.post(`/sources/${paper}`, said).expect(303)
  expect((await reader.get(`/sources/${paper}`)).text).toContain(
    `<a href="/sources/${wire}" dir="auto">Wire report</a>`,
  )
  const wireNow = { title: 'Wire report', kind: 'record', confidential: 'yes', version: '1' }
  await browser.post(`/sources/${wire}`, wireNow).expect(303)
  const page = (await reader.get(`/sources/${paper}`)).text
  expect(page).not.toContain('Wire report')
  expect(page).not.toContain(`/sources/${wire}"`)
  expect(page).not.toContain(`>/sources/${wire}<`)
  expect((await browser.get(`/sources/${paper}`)).text).toContain('Wire report')
})

it('does not name as its origin what is not there, itself, or what readers must not learn of', async () => {
  const { db, browser } = await desk()
  const secret = await aSource(db, 'Talk', { confidential: true })
  const id = await aSource(db, 'Paper report')
  const origins = { '/sources/99': 'no source under this address', [`/sources/${id}`]: 'the source itself' }
  for (const [origin, told] of Object.entries({ ...origins, [`/sources/${secret}`]: 'readers would learn of it' })) {
    const page = await browser.post(`/sources/${id}`, { title: 'P', kind: 'news', origin, version: '1' }).expect(422)
    expect(page.text).toContain(told)
  }
})
