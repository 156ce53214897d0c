import { describe, expect, it } from 'vitest'
import { readClaim } from '../../server/claims/claim.ts'
import { historyOf } from '../../server/history/history.ts'
import { verdictsOf } from '../../server/verdicts/verdict.ts'
import { aVerdict, rated } from '../verdicts/harbour.ts'
import { bothIn, openedRound } from './two-checkers.ts'

const decided = { stands: 'first', difference: 'evidence', note: 'Ben had the tide table too.', rationale: '' }

describe('two verdicts side by side', () => {
  it('show what each says, what its rating means, and which evidence it used', async () => {
    const { ritas, path } = await bothIn(rated.false, rated.halfTrue)
    const { text } = await ritas.get(path).expect(200)
    expect(text).toContain('Cleo saw ships.')
    expect(text).toContain('Ben counted boats.')
    expect(text.match(/What the rating means:/g)).toHaveLength(2)
    const [before = '', both = '', onlyBen = ''] = text.slice(text.indexOf('id="used-title"')).split('<h3>').slice(1)
    expect(before).toContain('Nothing.')
    expect(both).toContain('Harbour log')
    expect(onlyBen).toContain('Tide table')
  })

  it('are there for nobody before both are in, and only under their claim', async () => {
    const { cleos, ediths, path, other } = await openedRound()
    await cleos.get(path).expect(404)
    await ediths.get(path).expect(404)
    await ediths.get(`/claims/${other}/rounds/1`).expect(404)
  })

  it('offer a reader nothing to settle', async () => {
    const { ritas, path } = await bothIn()
    const { text } = await ritas.get(path)
    expect(text).toContain('A checker or editor confirms the rating')
    expect(text).not.toContain('<button class="main"')
  })
})

describe('confirming two verdicts that agree', () => {
  it('makes one of them the decision, with the name of whoever confirmed it', async () => {
    const { db, claim, edith, cleo, ediths, path } = await bothIn()
    await ediths.post(`${path}/agreement`, { verdict: 1 }).expect(303)
    expect(await readClaim(db.reader, claim)).toMatchObject({ state: 'decided', rating: { key: 'false' } })
    const standing = (await verdictsOf(db.reader, edith, claim)).find(({ decision }) => decision !== null)
    expect(standing).toMatchObject({
      author: { id: cleo.id },
      decision: { basis: 'agreed', reviewer: { id: edith.id } },
    })
    expect((await ediths.get(path)).text).toMatch(
      /They gave the same rating, and <span dir="auto">Edith<\/span> confirmed it/,
    )
  })

  it('is done by one of the two only for the other’s', async () => {
    const { db, claim, bens, path } = await bothIn()
    const { text } = await bens.get(path)
    expect(text).toMatch(/value="2" required[^>]*disabled/)
    const own = await bens.post(`${path}/agreement`, { verdict: 2 }).expect(422)
    expect(own.text).toContain('You gave this verdict yourself')
    await bens.post(`${path}/agreement`, { verdict: 1 }).expect(303)
    expect(await readClaim(db.reader, claim)).toMatchObject({ state: 'decided' })
  })

  it('is done once, of one of the two, and only when they agree', async () => {
    const { adas, ediths, path } = await bothIn()
    await ediths.post(`${path}/agreement`, { verdict: 9 }).expect(422)
    await ediths.post(`${path}/agreement`, { verdict: '' }).expect(422)
    await ediths.post(`${path}/agreement`, { verdict: 1 }).expect(303)
    expect((await adas.post(`${path}/agreement`, { verdict: 2 }).expect(409)).text).toContain('settled already')
    const differing = await bothIn(rated.false, rated.true)
    const refused = await differing.ediths.post(`${path}/agreement`, { verdict: 1 }).expect(409)
    expect(refused.text).toContain('The two ratings differ')
  })
})

describe('deciding between two verdicts that differ', () => {
  it('upholds one, with the reason of the difference', async () => {
    const { db, claim, edith, ediths, bens, path } = await bothIn(rated.false, rated.halfTrue)
    await ediths.post(`${path}/adjudication`, decided).expect(303)
    expect(await readClaim(db.reader, claim)).toMatchObject({ state: 'decided', rating: { key: 'false' } })
    const types = (await historyOf(db.reader, edith, { claim }, { limit: 3 })).map(({ type }) => type)
    expect(types).toEqual(['round.adjudicated', 'claim.moved', 'decision.made'])
    const { text } = await bens.get(`/claims/${claim}`)
    expect(text).toContain('They had different evidence.')
    expect(text).toContain('Ben had the tide table too.')
    expect(text).toContain('another one stands.')
    const told = db.writer.sqlite.prepare("select person_id from notifications where reason = 'settled' order by 1")
    expect(told.pluck().all()).toEqual([3, 4])
  })

  it('can put the adjudicator’s own verdict in their place', async () => {
    const { db, claim, log, edith, ediths, cleos, path } = await bothIn(rated.false, rated.true)
    const own = { ...decided, stands: 'own', rating: rated.halfTrue, evidence: String(log), override: 'One log.' }
    const early = await ediths.post(`${path}/adjudication`, own).expect(422)
    expect(early.text).toContain('Say in one or two sentences why.')
    expect(early.text).toContain('Ben had the tide table too.')
    await ediths.post(`${path}/adjudication`, { ...own, rationale: 'Ships, but few.' }).expect(303)
    const [newest] = await verdictsOf(db.reader, edith, claim)
    expect(newest).toMatchObject({ author: { id: edith.id }, evidence: [log], decision: { basis: 'adjudicated' } })
    expect((await cleos.get(path)).text).toContain('What stands instead')
  })

  it('is an editor’s who gave neither', async () => {
    const { db, claim, ben, cleo, bens, adas, path, as, edith } = await bothIn(rated.false, rated.true)
    await bens.post(`${path}/adjudication`, decided).expect(403)
    expect((await bens.get(path)).text).toContain('An editor who gave neither of them decides')
    db.writer.sqlite.prepare("update people set role = 'editor' where id in (?, ?)").run(ben.id, cleo.id)
    await (await as(ben)).post(`${path}/adjudication`, decided).expect(403)
    await adas.post(`${path}/adjudication`, decided).expect(303)
    await (await as(edith)).post(`${path}/adjudication`, decided).expect(409)
    expect(await readClaim(db.reader, claim)).toMatchObject({ state: 'decided' })
  })

  it('needs a reason, and two ratings that differ', async () => {
    const { ediths, path } = await bothIn(rated.false, rated.true)
    const bare = await ediths.post(`${path}/adjudication`, { stands: 'second', note: ' ' }).expect(422)
    expect(bare.text).toContain('Say why they differed.')
    expect(bare.text).toContain('Say in a sentence or two what made the difference.')
    expect(bare.text).toMatch(/value="second"[^>]*checked/)
    const same = await bothIn()
    expect((await same.ediths.post(`${path}/adjudication`, decided).expect(409)).text).toContain('are the same')
  })

  it('does not happen once the claim has gone another way', async () => {
    const { db, claim, ada, ediths, path } = await bothIn(rated.false, rated.true)
    await ediths.post(`/claims/${claim}/independence`, { independent: 'no' }).expect(303)
    await aVerdict(db, ada, claim)
    const late = await ediths.post(`${path}/adjudication`, decided).expect(409)
    expect(late.text).toContain('gone another way')
  })
})
