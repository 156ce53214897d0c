import { describe, expect, it } from 'vitest'
import { decisions, policies, verdicts } from '../../db/schema/index.ts'
import { write } from '../../db/write.ts'
import { readinessOf } from '../../server/readiness/readiness.ts'
import { updateLevel } from '../../server/readiness/store.ts'
import type { PolicyLevel, PolicyRule } from '../../server/readiness/words.ts'
import { eventsAfter } from '../../server/history/store.ts'
import { withdrawEvidence } from '../../server/evidence/change.ts'
import { aSource, anItem, harbour } from '../evidence/harbour.ts'
import { wordsOf } from '../accounts/cookies.ts'
import { type Newsroom, newsroom } from '../support/newsroom.ts'
import { letDecide, typedVerdict } from '../verdicts/harbour.ts'

async function oneClaim() {
  const news = await newsroom()
  const { claims } = await harbour(news.db)
  const [claim = 0] = claims
  return { ...news, claim, path: `/claims/${claim}/verdicts`, cleos: await news.as(news.cleo) }
}

const set = ({ db }: Pick<Newsroom, 'db'>, rule: PolicyRule, level: PolicyLevel) =>
  write(db, (tx) => updateLevel(tx, rule, level))

const { override: reason, ...bare } = typedVerdict

describe('a rule that warns', () => {
  it('asks for a reason, naming what is missing, and keeps what was typed', async () => {
    const { db, claim, path, cleos } = await oneClaim()
    const asked = await cleos.post(path, bare).expect(422)
    expect(wordsOf(asked)).toContain('Say why you give the verdict anyway. There is no evidence on this claim.')
    expect(asked.text).toContain('The log shows ships all day.')
    await cleos.post(path, { ...bare, override: ' ' }).expect(422)
    expect(await db.reader.select().from(verdicts)).toEqual([])
    await cleos.post(path, typedVerdict).expect(303)
    expect(wordsOf(await cleos.get(`/claims/${claim}`))).toContain(
      `Given although something was missing by the newsroom’s rules: ${reason}`,
    )
  })

  it('has its reason kept with the verdict, the decision and the history', async () => {
    const { db, path, cleos } = await oneClaim()
    await letDecide(db, 'always')
    await cleos.post(path, typedVerdict).expect(303)
    expect(await db.reader.select().from(verdicts)).toMatchObject([{ overrideReason: reason }])
    expect(await db.reader.select().from(decisions)).toMatchObject([{ overrideReason: reason }])
    const bodies = (await eventsAfter(db.reader, 0, 1_000)).map(({ body }) => JSON.parse(body.toString()))
    expect(bodies.find(({ type }) => type === 'verdict.given')?.data.override).toBe(reason)
  })

  it('asks for nothing once it is met, and keeps no reason that was not needed', async () => {
    const { db, cleo, claim, path, cleos } = await oneClaim()
    const item = await anItem(db, cleo, claim, await aSource(db, 'Harbour log', { primary: true }))
    const form = await cleos.get(`${path}/new`)
    expect(wordsOf(form)).not.toContain('Not ready for a verdict yet')
    expect(form.text).not.toContain('name="override"')
    await cleos.post(path, typedVerdict).expect(303)
    expect(await db.reader.select().from(verdicts)).toMatchObject([{ overrideReason: null }])
    await withdrawEvidence(db, cleo, { id: item, reason: 'Another harbour.' })
    await cleos.post(path, { ...bare, after: 1 }).expect(422)
  })

  it('stands in the form with what is missing, the field for the reason, and the way to add it', async () => {
    const { db, cleo, claim, path, cleos } = await oneClaim()
    await anItem(db, cleo, claim, await aSource(db, 'Tunnel bill'))
    const form = await cleos.get(`${path}/new`)
    expect(wordsOf(form)).toContain('“Tunnel bill” is the only source, and it is not primary.')
    expect(wordsOf(form)).toContain('Why give the verdict anyway')
    expect(form.text).toContain(`href="/claims/${claim}/evidence/new"`)
  })
})

describe('a rule that bars', () => {
  it('refuses the verdict whatever the reason, and shows no form that could not be sent', async () => {
    const world = await oneClaim()
    await set(world, 'evidence', 'bar')
    const form = await world.cleos.get(`${world.path}/new`)
    expect(wordsOf(form)).toContain('not yet, and no verdict without it')
    expect(form.text).not.toContain('Give this verdict')
    const refused = await world.cleos.post(world.path, typedVerdict).expect(409)
    expect(wordsOf(refused)).toContain('This claim is not ready for a verdict. There is no evidence on this claim.')
    expect(refused.text).toContain('The log shows ships all day.')
    expect(await world.db.reader.select().from(verdicts)).toEqual([])
  })

  it('lets it through when it is met', async () => {
    const world = await oneClaim()
    for (const rule of ['evidence', 'weight', 'both_sides', 'claimant_asked'] as const) await set(world, rule, 'bar')
    const source = await aSource(world.db, 'Harbour log', { primary: true })
    await anItem(world.db, world.cleo, world.claim, source)
    const refused = await world.cleos.post(world.path, bare).expect(409)
    expect(wordsOf(refused)).toContain('Nothing refutes the claim, and nobody has noted that they looked.')
    await world.cleos.post(`/claims/${world.claim}/searches`, { side: 'refutes', note: 'Two archives.' }).expect(303)
    await world.cleos.post(world.path, bare).expect(303)
  })
})

describe('the claimant', () => {
  it('was asked when an attempt to get a reply stands, and not by a request to correct', async () => {
    const world = await oneClaim()
    await set(world, 'claimant_asked', 'warning')
    const asked = async () =>
      (await readinessOf(world.db.reader, world.claim)).find(({ rule }) => rule === 'claimant_asked')
    expect(await asked()).toMatchObject({ met: true, because: 'No claimant is named, so nobody has to be asked.' })
    const edit = { statement: 'S', kind: 'event', priority: 2, version: 1, claimant: 'Ann Gull' }
    await world.cleos.post(`/claims/${world.claim}`, edit).expect(303)
    expect(await asked()).toMatchObject({ met: false })
    const attempt = { purpose: 'correction', whom: 'Ann', way: 'email', askedOn: '2025-05-01', outcome: 'waiting' }
    await world.cleos.post(`/claims/${world.claim}/attempts`, attempt).expect(303)
    expect(await asked()).toMatchObject({ met: false })
    await world.cleos.post(`/claims/${world.claim}/attempts`, { ...attempt, purpose: 'reply' }).expect(303)
    expect(await asked()).toMatchObject({ met: true })
    await world.cleos.post('/attempts/2/withdrawal', { reason: 'Never sent.' }).expect(303)
    expect(await asked()).toMatchObject({ met: false })
  })
})

describe('the list on the claim', () => {
  it('is read by whoever reviews the verdict, with the reason that was given', async () => {
    const { as, ben, rita, path, cleos } = await oneClaim()
    await cleos.post(path, typedVerdict).expect(303)
    const words = wordsOf(await (await as(ben)).get('/verdicts/1/review').expect(200))
    expect(words).toContain('Before a verdict')
    expect(words).toContain('There is no evidence on this claim.')
    expect(words).toContain(reason)
    expect(wordsOf(await (await as(rita)).get('/verdicts/1/review').expect(200))).not.toContain('Before a verdict')
  })

  it('is there for those who give verdicts, while one is waited for', async () => {
    const { db, as, rita, claim, path, cleos } = await oneClaim()
    expect(wordsOf(await cleos.get(`/claims/${claim}`))).toContain('Before a verdict')
    expect((await (await as(rita)).get(`/claims/${claim}`)).text).not.toContain('Before a verdict')
    await letDecide(db, 'always')
    await cleos.post(path, typedVerdict).expect(303)
    expect((await cleos.get(`/claims/${claim}`)).text).not.toContain('Before a verdict')
  })

  it('counts a confidential source and never names it', async () => {
    const { db, cleo, claim, cleos } = await oneClaim()
    const secret = { confidential: true, publisher: 'The mole' }
    await anItem(db, cleo, claim, await aSource(db, 'Talk with the mole', secret))
    await anItem(db, cleo, claim, await aSource(db, 'Tunnel bill', { publisher: 'The mole' }), 'Another passage.')
    const told = (await readinessOf(db.reader, claim)).map(({ missing, because }) => `${missing} ${because}`).join('\n')
    expect(told).toContain('2 pieces of evidence.')
    expect(told).toContain('both have the same publisher')
    expect(told).not.toContain('mole')
    const { text } = await cleos.get(`/claims/${claim}`)
    expect(text).toContain('“Tunnel bill” and another source count as one')
  })

  it('is gone when every rule is off, and says so when nothing is missing', async () => {
    const world = await oneClaim()
    const source = await aSource(world.db, 'Harbour log', { primary: true })
    await anItem(world.db, world.cleo, world.claim, source)
    const address = `/claims/${world.claim}`
    expect(wordsOf(await world.cleos.get(address))).toContain('Nothing is missing by the newsroom’s rules.')
    for (const { rule } of await world.db.reader.select().from(policies)) await set(world, rule, 'off')
    expect((await world.cleos.get(address)).text).not.toContain('Before a verdict')
  })
})
