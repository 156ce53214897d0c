import { expect, it } from 'vitest'
import { newsroom } from '../support/newsroom.ts'
import { aSource, anItem, harbour, typedEvidence } from './harbour.ts'

async function desk() {
  const room = await newsroom()
  const { article, claims } = await harbour(room.db, 2)
  const [claim = 0, other = 0] = claims
  const tide = await aSource(room.db, 'Tide table of Ellery', { publisher: 'Émile & Söhne' })
  const log = await aSource(room.db, 'Harbour log')
  return { ...room, article, claim, other, tide, log, browser: await room.as(room.cleo) }
}

it('offers sources that match the search, by title, publisher and without accents', async () => {
  const { browser, claim, tide, log } = await desk()
  const page = (await browser.get(`/claims/${claim}/evidence/new?source_q=emile+TIDE`).expect(200)).text
  expect(page).toContain(`id="f-source-${tide}"`)
  expect(page).not.toContain(`id="f-source-${log}"`)
})

it('offers what is used on the article already', async () => {
  const { db, browser, cleo, claim, other, log, tide } = await desk()
  await anItem(db, cleo, other, log)
  const page = (await browser.get(`/claims/${claim}/evidence/new`).expect(200)).text
  expect(page).toContain('Used on this article already')
  expect(page).toContain(`id="f-source-${log}"`)
  expect(page).not.toContain(`id="f-source-${tide}"`)
})

it('finds without JavaScript and keeps everything typed', async () => {
  const { browser, claim, tide } = await desk()
  const page = (await browser.post(`/claims/${claim}/evidence`, { ...typedEvidence, source_q: 'tide', find: 'yes' }))
    .text
  expect(page).toContain(`id="f-source-${tide}"`)
  expect(page).toContain('Gates shut at six.')
  expect(page).not.toContain('class="problem"')
})

it('takes Enter in the search field of an empty form for a search', async () => {
  const { browser, claim, tide } = await desk()
  const answer = await browser.post(`/claims/${claim}/evidence`, { source: 'new', source_q: 'tide', title: '' })
  expect(answer.status).toBe(200)
  expect(answer.text).toContain(`id="f-source-${tide}"`)
})

it('answers the search field with matches alone, the chosen one kept', async () => {
  const { browser, article, tide, log } = await desk()
  const piece = (await browser.get(`/evidence/source-matches?article=${article}&source_q=harbour&source=${tide}`)).text
  expect(piece.trim()).toMatch(/^<div id="source-matches">/)
  expect(piece).toContain(`id="f-source-${log}"`)
  expect(piece).toMatch(new RegExp(`id="f-source-${tide}" checked`))
})

it('says what to do when nothing matches, and takes signs as they are', async () => {
  const { browser, claim } = await desk()
  for (const q of ['%', '_', '\\', "'", '"<b>'])
    expect(
      (await browser.get(`/claims/${claim}/evidence/new?source_q=${encodeURIComponent(q)}`).expect(200)).text,
    ).toContain('No source matches')
})

it('is only the form when htmx asks for a piece', async () => {
  const { browser, claim } = await desk()
  const piece = await browser.get(`/claims/${claim}/evidence/new`).set('HX-Request-Type', 'partial').expect(200)
  expect(piece.text.trim()).toMatch(new RegExp(`^<section class="evidence-form" id="new-evidence-${claim}"`))
  expect(piece.text).not.toContain('<html')
  const wrong = await browser.post(`/claims/${claim}/evidence`, { source: 'new' }).set('HX-Request-Type', 'partial')
  expect(wrong.status).toBe(422)
  expect(wrong.text.trim()).toMatch(/^<section class="evidence-form"/)
  const good = await browser
    .post(`/claims/${claim}/evidence`, typedEvidence)
    .set('HX-Request-Type', 'partial')
    .expect(303)
  expect(good.headers.location).toBe(`/claims/${claim}`)
})
