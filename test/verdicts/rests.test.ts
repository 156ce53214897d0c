import { describe, expect, it } from 'vitest'
import { withdrawEvidence } from '../../server/evidence/change.ts'
import { eventsAfter } from '../../server/history/store.ts'
import { verdictsOf } from '../../server/verdicts/verdict.ts'
import { aSource, anItem, harbour } from '../evidence/harbour.ts'
import { newsroom } from '../support/newsroom.ts'
import { aVerdict, typedVerdict } from './harbour.ts'

async function oneClaim() {
  const news = await newsroom()
  const { claims } = await harbour(news.db)
  const [claim = 0] = claims
  return { ...news, claim, cleos: await news.as(news.cleo) }
}

describe('what a verdict rests on', () => {
  it('is all evidence until something is unticked, and is kept', async () => {
    const { db, cleo, claim, cleos } = await oneClaim()
    const [used, unused] = [
      await anItem(db, cleo, claim, await aSource(db, 'Harbour log')),
      await anItem(db, cleo, claim, await aSource(db, 'Tide table')),
    ]
    const { text } = await cleos.get(`/claims/${claim}/verdicts/new`).expect(200)
    expect(text.match(/name="evidence"[^>]*checked/g)).toHaveLength(2)
    await cleos.post(`/claims/${claim}/verdicts`, { ...typedVerdict, evidence: String(used) }).expect(303)
    expect((await verdictsOf(db.reader, cleo, claim))[0]?.evidence).toEqual([used])
    expect(unused).not.toBe(used)
  })

  it('stays as it was ticked when the form comes again', async () => {
    const { db, cleo, claim, cleos } = await oneClaim()
    const item = await anItem(db, cleo, claim, await aSource(db, 'Harbour log'))
    const path = `/claims/${claim}/verdicts`
    const some = await cleos.post(path, { ...typedVerdict, rationale: '', evidence: [String(item)] }).expect(422)
    expect(some.text).toMatch(/name="evidence"[^>]*checked/)
    const none = await cleos.post(path, { ...typedVerdict, rationale: '' }).expect(422)
    expect(none.text).not.toMatch(/name="evidence"[^>]*checked/)
  })

  it('is evidence of this claim that stands, and nothing else', async () => {
    const { db, cleo, claim, cleos } = await oneClaim()
    const item = await anItem(db, cleo, claim, await aSource(db, 'Harbour log'))
    await withdrawEvidence(db, cleo, { id: item, reason: 'Another harbour.' })
    const path = `/claims/${claim}/verdicts`
    const gone = await cleos.post(path, { ...typedVerdict, evidence: String(item) }).expect(422)
    expect(gone.text).toContain('was withdrawn meanwhile')
    await cleos.post(path, { ...typedVerdict, evidence: '99' }).expect(422)
    await cleos.post(path, { ...typedVerdict, evidence: 'x' }).expect(422)
    expect(await verdictsOf(db.reader, cleo, claim)).toEqual([])
  })

  it('is told in the history by the ids of the evidence', async () => {
    const { db, cleo, claim, cleos } = await oneClaim()
    const item = await anItem(db, cleo, claim, await aSource(db, 'Harbour log'))
    await cleos.post(`/claims/${claim}/verdicts`, { ...typedVerdict, evidence: String(item) }).expect(303)
    const bodies = (await eventsAfter(db.reader, 0, 50)).map(({ body }) => JSON.parse(body.toString()))
    expect(bodies.find(({ type }) => type === 'verdict.given')?.data.evidence).toEqual([item])
  })
})

describe('the page of a review', () => {
  it('shows the claim in its sentence, and which evidence the verdict rests on', async () => {
    const { db, as, ben, cleo, claim } = await oneClaim()
    const used = await anItem(db, cleo, claim, await aSource(db, 'Harbour log'))
    await anItem(db, cleo, claim, await aSource(db, 'Tide table'))
    const { verdictId } = await aVerdict(db, cleo, claim, { evidence: [used] })
    const { text } = await (await as(ben)).get(`/verdicts/${verdictId}/review`).expect(200)
    expect(text).toContain('<mark>The harbour closed on Monday.</mark>')
    const rests = text.slice(text.indexOf('class="rests-on"'), text.indexOf('Approve</button>'))
    expect(rests).toContain('Harbour log')
    expect(rests).not.toContain('Tide table')
    expect(rests).toContain('One other piece of evidence was not used.')
  })
})
