import { describe, expect, it } from 'vitest'
import { readClaim } from '../../server/claims/claim.ts'
import { historyOf } from '../../server/history/history.ts'
import { verdictsOf } from '../../server/verdicts/verdict.ts'
import { harbour } from '../evidence/harbour.ts'
import { newsroom } from '../support/newsroom.ts'
import { letDecide, rated } from '../verdicts/harbour.ts'
import { openedRound, typed } from './two-checkers.ts'

describe('how a claim is judged', () => {
  it('is said on the claim, else by its article', async () => {
    const news = await newsroom()
    const { claims, article } = await harbour(news.db)
    const [claim = 0] = claims
    const ediths = await news.as(news.edith)
    expect((await ediths.get(`/claims/${claim}/rounds`).expect(200)).text).toContain('As the article says: one checker')
    await ediths.post(`/articles/${article}`, { ...details, independent: 'yes' }).expect(303)
    expect((await ediths.get(`/claims/${claim}/rounds`)).text).toContain('Ask them both')
    await ediths.post(`/claims/${claim}/independence`, { independent: 'no' }).expect(303)
    expect((await ediths.get(`/claims/${claim}/rounds`)).text).not.toContain('Ask them both')
    await ediths.post(`/claims/${claim}/independence`, { independent: '' }).expect(303)
    expect((await ediths.get(`/claims/${claim}/rounds`)).text).toContain('Ask them both')
  })

  it('is changed by editors, and told in the history', async () => {
    const { db, claim, other, bens, ediths, edith } = await openedRound()
    await bens.post(`/claims/${other}/independence`, { independent: 'yes' }).expect(403)
    await ediths.post(`/claims/${other}/independence`, { independent: 'maybe' }).expect(422)
    const lines = await historyOf(db.reader, edith, { claim }, { limit: 5 })
    expect(lines.map(({ type }) => type)).toContain('claim.judged_independently')
  })
})

describe('naming two checkers', () => {
  it('starts the checking, and tells both', async () => {
    const { db, claim, cleo, cleos } = await openedRound()
    expect(await readClaim(db.reader, claim)).toMatchObject({ state: 'checking' })
    expect((await cleos.get(`/claims/${claim}`)).text).toContain(
      'You and a second checker judge this claim independently',
    )
    const told = db.writer.sqlite.prepare('select person_id, reason from notifications order by person_id').raw().all()
    expect(told).toEqual([
      [cleo.id, 'assigned'],
      [cleo.id + 1, 'assigned'],
    ])
  })

  it('needs two different people who can check', async () => {
    const { other, ediths, cleo, rita } = await openedRound()
    await ediths.post(`/claims/${other}/independence`, { independent: 'yes' }).expect(303)
    const same = await ediths.post(`/claims/${other}/rounds`, { first: cleo.id, second: cleo.id }).expect(422)
    expect(same.text).toContain('Choose two different people.')
    const reader = await ediths.post(`/claims/${other}/rounds`, { first: cleo.id, second: rita.id }).expect(422)
    expect(reader.text).toContain('This person cannot check claims.')
    await ediths.post(`/claims/${other}/rounds`, { first: '', second: cleo.id }).expect(422)
  })

  it('is done once, and only where two are to judge', async () => {
    const { claim, other, ediths, cleo, ben } = await openedRound()
    const two = { first: cleo.id, second: ben.id }
    expect((await ediths.post(`/claims/${claim}/rounds`, two).expect(409)).text).toContain(
      'named for this claim already',
    )
    expect((await ediths.post(`/claims/${other}/rounds`, two).expect(409)).text).toContain(
      'One checker judges this claim',
    )
  })

  it('begins again where two verdicts are not settled, and leaves a decision standing', async () => {
    const { db, claim, path, cleo, ada, cleos, bens, ediths } = await openedRound()
    await cleos.post(`/claims/${claim}/verdicts`, typed).expect(303)
    await bens.post(`/claims/${claim}/verdicts`, typed).expect(303)
    const two = { first: cleo.id, second: ada.id }
    await ediths.post(`/claims/${claim}/rounds`, two).expect(303)
    expect(await readClaim(db.reader, claim)).toMatchObject({ state: 'checking' })
    expect((await ediths.post(`${path}/agreement`, { verdict: 1 }).expect(409)).text).toContain('gone another way')
    await ediths.post(`/claims/${claim}/rounds/2/cancellation`, { reason: 'One pair is enough.' }).expect(303)
    await ediths.post(`/claims/${claim}/independence`, { independent: 'no' }).expect(303)
    await letDecide(db, 'always')
    await cleos.post(`/claims/${claim}/verdicts`, { ...typed, after: 2 }).expect(303)
    await ediths.post(`/claims/${claim}/independence`, { independent: 'yes' }).expect(303)
    await ediths.post(`/claims/${claim}/rounds`, two).expect(303)
    await cleos.post(`/claims/${claim}/verdicts`, { ...typed, after: 3 }).expect(303)
    expect(await readClaim(db.reader, claim)).toMatchObject({ state: 'decided', rating: { key: 'false' } })
  })

  it('is an editor’s', async () => {
    const { claim, bens, cleo, ben } = await openedRound()
    await bens.post(`/claims/${claim}/rounds`, { first: cleo.id, second: ben.id }).expect(403)
    expect((await bens.get(`/claims/${claim}/rounds`).expect(200)).text).not.toContain('Call it off')
  })
})

describe('a verdict on a claim that two judge', () => {
  it('waits for the checkers to be named', async () => {
    const { other, ediths, cleos } = await openedRound()
    await ediths.post(`/claims/${other}/independence`, { independent: 'yes' }).expect(303)
    expect((await cleos.get(`/claims/${other}/verdicts/new`)).text).toContain('An editor names them first')
    const early = await cleos.post(`/claims/${other}/verdicts`, typed).expect(409)
    expect(early.text).toContain('An editor names them first')
  })

  it('is given by the two alone', async () => {
    const { db, claim, ediths, edith } = await openedRound()
    const refused = await ediths.post(`/claims/${claim}/verdicts`, typed).expect(409)
    expect(refused.text).toContain('you are not one of them')
    expect((await ediths.get(`/claims/${claim}`)).text).not.toContain('Give a verdict')
    expect(await verdictsOf(db.reader, edith, claim)).toEqual([])
  })

  it('moves nothing until the second is in, and is replaced by the next of the same checker', async () => {
    const { db, claim, cleo, cleos } = await openedRound()
    const before = await readClaim(db.reader, claim)
    const given = await cleos.post(`/claims/${claim}/verdicts`, typed).expect(303)
    expect(given.headers.location).toBe(`/claims/${claim}#verdict-1`)
    expect(await readClaim(db.reader, claim)).toEqual(before)
    const again = { ...typed, rating: rated.halfTrue, after: 1 }
    await cleos.post(`/claims/${claim}/verdicts`, again).expect(303)
    expect(await readClaim(db.reader, claim)).toEqual(before)
    expect((await verdictsOf(db.reader, cleo, claim)).map(({ number, roundId }) => [number, roundId])).toEqual([
      [2, 1],
      [1, 1],
    ])
    expect((await cleos.get(`/claims/${claim}`)).text).toContain('Your verdict, sealed until the second is in')
  })

  it('opens both when the second is in', async () => {
    const { db, claim, rita, cleos, bens, ritas, path } = await openedRound()
    await cleos.post(`/claims/${claim}/verdicts`, typed).expect(303)
    const second = await bens.post(`/claims/${claim}/verdicts`, typed).expect(303)
    expect(second.headers.location).toBe(path)
    expect(await readClaim(db.reader, claim)).toMatchObject({ state: 'in_review' })
    expect(await verdictsOf(db.reader, rita, claim)).toHaveLength(2)
    const types = (await historyOf(db.reader, rita, { claim }, { limit: 5 })).map(({ type }) => type)
    expect(types).toEqual(['claim.moved', 'round.closed', 'verdict.given', 'verdict.given', 'claim.moved'])
    expect((await ritas.get(path).expect(200)).text).toContain('Two independent verdicts')
    const told = db.writer.sqlite.prepare("select person_id from notifications where reason = 'to_settle' order by 1")
    expect(told.pluck().all()).toEqual([2, 3])
  })

  it('cannot be reviewed like one that is alone', async () => {
    const { claim, cleos, bens, ediths } = await openedRound()
    await cleos.post(`/claims/${claim}/verdicts`, typed).expect(303)
    await bens.post(`/claims/${claim}/verdicts`, typed).expect(303)
    expect((await ediths.get('/verdicts/2/review').expect(200)).text).not.toContain('Approve</button>')
    const refused = await ediths.post('/verdicts/2/review', { outcome: 'approved' }).expect(409)
    expect(refused.text).toContain('settled together')
  })
})

describe('a round that is open', () => {
  it('can go on with somebody else, whose verdict is not in', async () => {
    const { db, claim, path, cleo, ben, ada, ediths, adas, cleos } = await openedRound()
    await cleos.post(`/claims/${claim}/verdicts`, typed).expect(303)
    const gone = await ediths.post(`${path}/checkers`, { first: ada.id, second: ben.id }).expect(409)
    expect(gone.text).toContain('is in already')
    await ediths.post(`${path}/checkers`, { first: cleo.id, second: ada.id }).expect(303)
    await adas.post(`/claims/${claim}/verdicts`, typed).expect(303)
    expect(await readClaim(db.reader, claim)).toMatchObject({ state: 'in_review' })
  })

  it('is changed by nobody who is in it', async () => {
    const { claim, other, ediths, adas, edith, cleo, ben } = await openedRound()
    await adas.post(`/claims/${other}/independence`, { independent: 'yes' }).expect(303)
    await adas.post(`/claims/${other}/rounds`, { first: edith.id, second: ben.id }).expect(303)
    await ediths.post(`/claims/${other}/rounds/2/checkers`, { first: edith.id, second: cleo.id }).expect(403)
    await ediths.post(`/claims/${other}/rounds/2/cancellation`, { reason: 'R' }).expect(403)
    const { text } = await ediths.get(`/claims/${other}/rounds`)
    expect(text).toContain('You are one of the two')
    expect(text).not.toContain('verdicts is in')
    await ediths.post(`/claims/${claim}/rounds/2/cancellation`, { reason: 'R' }).expect(404)
  })

  it('is called off with a reason; a verdict that is in is seen then', async () => {
    const { db, claim, path, rita, cleos, bens, ediths } = await openedRound()
    await cleos.post(`/claims/${claim}/verdicts`, typed).expect(303)
    expect((await ediths.post(`${path}/cancellation`, { reason: ' ' }).expect(422)).text).toContain('Say why')
    await ediths.post(`${path}/cancellation`, { reason: 'No second person.' }).expect(303)
    expect(await verdictsOf(db.reader, rita, claim)).toHaveLength(1)
    await bens.post(`/claims/${claim}/verdicts`, { ...typed, after: 1 }).expect(409)
    await ediths.post(`${path}/cancellation`, { reason: 'Again.' }).expect(409)
    await ediths.get(path).expect(404)
  })
})

const details = { title: 'Port Ellery', language: 'en', kind: 'article', version: 1 }
