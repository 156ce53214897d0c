import { expect, it } from 'vitest'
import { evidenceOf } from '../../server/evidence/evidence.ts'
import { newsroom } from '../support/newsroom.ts'
import { aCopy } from './copies.ts'
import { aSource, harbour, typedEvidence } from './harbour.ts'

const log = ['Log of the harbour office', 'The gates were shut at six on Monday, by order of the warden.']
const address = 'https://log.example/12'
const typed = { ...typedEvidence, passage: '', locator: '', note: '' }

async function withClaim() {
  const news = await newsroom()
  const [claim = 0] = (await harbour(news.db)).claims
  return { ...news, claim, browser: await news.as(news.cleo) }
}

it('takes the passage from the address, and keeps the address without it', async () => {
  const { db, cleo, claim, browser } = await withClaim()
  await browser.post(`/claims/${claim}/evidence`, { ...typed, url: `${address}#:~:text=shut%20at%20six` }).expect(303)
  const [item] = await evidenceOf(db.reader, cleo, claim)
  expect(item).toMatchObject({ passage: 'shut at six', source: { url: address } })
  const page = (await browser.get(`/claims/${claim}`).expect(200)).text
  expect(page).toContain(`href="${address}#:~:text=shut%20at%20six"`)
  expect((await browser.get('/evidence.json').expect(200)).text).toContain(
    `"passage_url":"${address}#:~:text=shut%20at%20six"`,
  )
})

it('takes a range whole from the copy that is kept, with its place; without a copy it says that words are left out', async () => {
  const { db, cleo, claim, browser } = await withClaim()
  const url = `${address}#:~:text=The%20gates,the%20warden`
  await browser.post(`/claims/${claim}/evidence`, { ...typed, url }).expect(303)
  const source = (await evidenceOf(db.reader, cleo, claim))[0]?.source.id ?? 0
  await aCopy(db, source, log)
  await browser.post(`/claims/${claim}/evidence`, { ...typed, stance: 'context', url }).expect(303)
  const items = await evidenceOf(db.reader, cleo, claim)
  expect(items.map(({ passage }) => passage)).toEqual([
    'The gates […] the warden',
    'The gates were shut at six on Monday, by order of the warden',
  ])
  expect(items[1]).toMatchObject({ passageMatch: 'exact', locator: 'paragraph 2' })
})

it('leaves a passage that was typed as it is', async () => {
  const { db, cleo, claim, browser } = await withClaim()
  await browser
    .post(`/claims/${claim}/evidence`, { ...typed, passage: 'by order', url: `${address}#:~:text=shut` })
    .expect(303)
  expect((await evidenceOf(db.reader, cleo, claim))[0]).toMatchObject({ passage: 'by order', source: { url: address } })
})

it('fills the form from the words marked in a copy, for those who may see its source', async () => {
  const { db, as, rita, claim, browser } = await withClaim()
  const source = await aSource(db, 'Harbour log')
  const secret = await aSource(db, 'Secret log', { confidential: true })
  const [copy, hidden] = [await aCopy(db, source, log), await aCopy(db, secret, ['A name that nobody may know.'])]
  const start = log.join('\n\n').indexOf('shut at six')
  const form = `/claims/${claim}/evidence/new`
  const page = (await browser.get(`${form}?source=${source}&copy=${copy}&mark=${start}-${start + 11}`).expect(200)).text
  expect(page).toMatch(/>\s*shut at six<\/textarea/)
  expect(page).toContain('value="paragraph 2"')
  for (const query of [
    `source=${source}&copy=${hidden}&mark=0-20`,
    `source=${source}&copy=${copy}&mark=9-2`,
    'copy=x&mark=0-9',
  ])
    expect((await browser.get(`${form}?${query}`).expect(200)).text).not.toMatch(/A name|Log of/)
  await (await as(rita)).get(`${form}?source=${secret}&copy=${hidden}&mark=0-20`).expect(403)
})

it('goes from the page of a copy to the form, by selected words or the number of a paragraph, and back to the claim', async () => {
  const { db, as, rita, claim, browser } = await withClaim()
  const source = await aSource(db, 'Harbour log')
  const copy = await aCopy(db, source, log)
  const page = (await browser.get(`/sources/${source}/snapshots/${copy}?claim=${claim}`).expect(200)).text
  expect(page).toContain('name="claim" value="1-1"')
  const way = (query: string) =>
    browser.get(`/evidence/from-copy?source=${source}&copy=${copy}&claim=1-1&${query}`).expect(303)
  const form = `/claims/${claim}/evidence/new?source=${source}`
  const start = log.join('\n\n').indexOf('The gates')
  const marked = `${form}&copy=${copy}&mark=${start}-${start + 9}`
  expect((await way(`mark=${start}-${start + 9}&paragraph=`)).headers.location).toBe(marked)
  expect((await way('mark=&paragraph=2')).headers.location).toBe(
    `${form}&copy=${copy}&mark=${start}-${start + (log[1]?.length ?? 0)}`,
  )
  expect((await way('mark=&paragraph=')).headers.location).toBe(form)
  await browser.get(`/evidence/from-copy?source=${source}&copy=${copy}&claim=9-9`).expect(404)
  const reader = await as(rita)
  expect((await reader.get(`/sources/${source}/snapshots/${copy}`).expect(200)).text).not.toContain('use-as-evidence')
  await reader.get(`/evidence/from-copy?source=${source}&copy=${copy}&claim=1-1`).expect(403)
})
