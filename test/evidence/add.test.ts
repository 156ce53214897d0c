import { expect, it } from 'vitest'
import { canonical, sha256 } from '../../server/history/record.ts'
import { eventsAfter } from '../../server/history/store.ts'
import { evidenceOf } from '../../server/evidence/evidence.ts'
import { newsroom } from '../support/newsroom.ts'
import { aSource, anItem, harbour, typedEvidence } from './harbour.ts'

async function desk() {
  const room = await newsroom()
  const { article, claims } = await harbour(room.db, 3)
  return { ...room, article, claim: claims[0] ?? 0, claims, browser: await room.as(room.cleo) }
}

const eventsOn = async ({ db }: Awaited<ReturnType<typeof newsroom>>, claim: number) => {
  const found = await eventsAfter(db.reader, 0, 500)
  const bodies = found.map(({ body }) => JSON.parse(body.toString()))
  return bodies.filter((event) => event.claim === claim).reverse()
}

it('makes source and evidence with one form, and shows both in the ledger', async () => {
  const { db, browser, claim, cleo } = await desk()
  const answer = await browser.post(`/claims/${claim}/evidence`, typedEvidence).expect(303)
  const [item] = await evidenceOf(db.reader, cleo, claim)
  expect(answer.headers.location).toBe(`/claims/${claim}#evidence-${item?.id}`)
  expect(item).toMatchObject({ stance: 'supports', passage: 'Gates shut at six.', locator: 'p. 12', addedBy: 'Cleo' })
  expect(item?.source).toMatchObject({
    title: 'Harbour log',
    publishedOn: '2025-05',
    primary: true,
    confidential: false,
  })
  const page = (await browser.get(`/claims/${claim}`).expect(200)).text
  for (const words of [
    'Harbour log',
    'Gates shut at six.',
    'p. 12',
    'Primary source',
    'Paid by the council',
    'log.example',
  ])
    expect(page).toContain(words)
})

it('tells the history of claim, article and source, with a fingerprint of what was said', async () => {
  const room = await desk()
  await room.browser.post(`/claims/${room.claim}/evidence`, typedEvidence).expect(303)
  const [item] = await evidenceOf(room.db.reader, room.cleo, room.claim)
  const [event] = await eventsOn(room, room.claim)
  const said = { stance: 'supports', passage: 'Gates shut at six.', locator: 'p. 12', note: 'Signed by the warden.' }
  const hash = sha256(canonical({ ...said, source: item?.source.id })).toString('hex')
  expect(event).toMatchObject({
    type: 'evidence.added',
    article: room.article,
    claim: room.claim,
    source: item?.source.id,
  })
  expect(event.data).toEqual({ evidence: item?.id, stance: 'supports', sha256: hash })
})

it('uses a source that is chosen, whatever stands in the fields of a new one', async () => {
  const { db, browser, claim, cleo } = await desk()
  const source = await aSource(db, 'Tide table')
  const typed = { ...typedEvidence, source: String(source), url: 'not an address', kind: '' }
  await browser.post(`/claims/${claim}/evidence`, typed).expect(303)
  expect((await evidenceOf(db.reader, cleo, claim))[0]?.source.title).toBe('Tide table')
})

it('uses the source that is kept under the address already, and says so', async () => {
  const { db, browser, claim, cleo } = await desk()
  const source = await aSource(db, 'The log as kept', { url: 'http://www.log.example/2025/?utm_source=x&day=12#top' })
  const typed = { ...typedEvidence, url: 'https://log.example/2025?day=12' }
  const answer = await browser.post(`/claims/${claim}/evidence`, typed).expect(303)
  expect((await evidenceOf(db.reader, cleo, claim))[0]?.source).toMatchObject({ id: source, title: 'The log as kept' })
  expect(decodeURIComponent(String(answer.headers['set-cookie']))).toContain('The address was known already')
})

it('does not put what was meant to be confidential under a source everybody sees', async () => {
  const { db, browser, claim, cleo } = await desk()
  await aSource(db, 'The log as kept', { url: typedEvidence.url })
  const answer = await browser.post(`/claims/${claim}/evidence`, { ...typedEvidence, confidential: 'yes' }).expect(409)
  expect(answer.text).toContain('The log as kept')
  expect(await evidenceOf(db.reader, cleo, claim)).toEqual([])
})

it('takes nothing without a passage or a note, and gives every field back', async () => {
  const { db, browser, claim, cleo } = await desk()
  const typed = { ...typedEvidence, passage: '', note: '', publishedOn: '2025-13', locator: 'table <3>' }
  const page = (await browser.post(`/claims/${claim}/evidence`, typed).expect(422)).text
  expect(page).toContain('Quote a passage, or write a note')
  expect(page).toContain('There is no month 13')
  const values = [
    typed.title,
    typed.url,
    typed.archivedUrl,
    typed.publisher,
    typed.author,
    typed.interest,
    typed.publishedOn,
  ]
  for (const value of [...values, 'table &lt;3&gt;']) expect(page).toContain(`value="${value}"`)
  expect(page).toMatch(/<option value="record" selected>/)
  expect(page).toMatch(/value="supports"[^>]* checked/)
  expect(page).toMatch(/name="primary" value="yes" checked/)
  expect(await evidenceOf(db.reader, cleo, claim)).toEqual([])
})

it('asks for stance, title and kind at once', async () => {
  const { browser, claim } = await desk()
  const page = (await browser.post(`/claims/${claim}/evidence`, { source: 'new' }).expect(422)).text
  for (const words of ['Say what the source does', 'Give the source a title', 'Choose what kind', 'Quote a passage'])
    expect(page).toContain(words)
})

it('refuses the same source, stance and passage twice, but not after a withdrawal', async () => {
  const { db, browser, claim, cleo } = await desk()
  const source = await aSource(db, 'Tide table')
  const item = await anItem(db, cleo, claim, source)
  const same = { source: String(source), stance: 'supports', passage: 'Closed on Monday.', note: 'again' }
  const refused = await browser.post(`/claims/${claim}/evidence`, same).expect(409)
  expect(refused.text).toContain('already has this source with the same stance and passage')
  expect(refused.text).toContain('again')
  await browser.post(`/evidence/${item}/withdrawal`, { reason: 'Wrong page' }).expect(303)
  await browser.post(`/claims/${claim}/evidence`, same).expect(303)
})

it('takes none on a claim that is set aside, and says what to do', async () => {
  const { db, browser, claim } = await desk()
  const { claims } = await import('../../db/schema/index.ts')
  const { write } = await import('../../db/write.ts')
  await write(db, (tx) => tx.update(claims).set({ state: 'set_aside', setAsideReason: 'opinion' }))
  expect((await browser.get(`/claims/${claim}/evidence/new`).expect(200)).text).toContain('Take it up again first')
  const refused = await browser.post(`/claims/${claim}/evidence`, typedEvidence).expect(409)
  expect(refused.text).toContain('This claim is set aside')
  expect(refused.text).toContain('Gates shut at six.')
})

it('leaves the state of the claim alone, and counts', async () => {
  const { browser, claim } = await desk()
  await browser.post(`/claims/${claim}/evidence`, typedEvidence).expect(303)
  const record = JSON.parse((await browser.get(`/claims/${claim}.json`)).text)
  expect(record).toMatchObject({ state: 'open', evidenceCount: 1 })
})

it('refuses readers, fields it does not know, and claims that are not there', async () => {
  const { as, rita, browser, claim } = await desk()
  const reader = await as(rita)
  await reader.get(`/claims/${claim}/evidence/new`).expect(403)
  await reader.post(`/claims/${claim}/evidence`, typedEvidence).expect(403)
  await browser.post(`/claims/${claim}/evidence`, { ...typedEvidence, addedById: '1' }).expect(422)
  await browser.get('/claims/999/evidence/new').expect(404)
  await browser.post('/claims/999/evidence', typedEvidence).expect(404)
  await browser.post(`/claims/${claim}/evidence`, { ...typedEvidence, source: '999' }).expect(422)
})
