import { describe, expect, it } from 'vitest'
import { readClaim } from '../../server/claims/claim.ts'
import { correctionsOf } from '../../server/corrections/correction.ts'
import { historyOf } from '../../server/history/history.ts'
import { verdictsOf } from '../../server/verdicts/verdict.ts'
import { wordsOf } from '../accounts/cookies.ts'
import { aVerdict, letDecide, rated } from '../verdicts/harbour.ts'
import { aPublishedClaim, countsOf, decided, typedCorrection } from './published.ts'

async function asked(more: object = {}) {
  const news = await aPublishedClaim()
  const cleos = await news.as(news.cleo)
  const path = `/claims/${news.claim}/corrections`
  const typed = typedCorrection(news.decision)
  await cleos.post(path, { ...typed, ...more }).expect(303)
  return { ...news, cleos, ediths: await news.as(news.edith), path, typed, review: '/proposals/1/review' }
}

describe('asking for a correction', () => {
  it('leaves the published decision standing until an editor approves', async () => {
    const { db, claim, decision, cleos, ediths } = await asked()
    expect(await readClaim(db.reader, claim)).toMatchObject({ state: 'published', decisionId: decision })
    const own = wordsOf(await cleos.get(`/claims/${claim}`))
    expect(own).toContain('A change is proposed')
    expect(own).toContain('Ships by day, none by night.')
    expect(own).not.toContain('It takes effect at once, with both your names')
    expect((await ediths.get(`/claims/${claim}`)).text).toContain('action="/proposals/1/review"')
    expect(wordsOf(await ediths.get('/proposals/1/review'))).toMatch(
      /Before: decision 1 .*Ships all day.* After .*Half true/,
    )
  })

  it('starts from the decision as it stands, and keeps what was typed when something is missing', async () => {
    const { as, ben, claim, decision } = await aPublishedClaim()
    const bens = await as(ben)
    const empty = (await bens.get(`/claims/${claim}/corrections/new`)).text
    expect(empty).toContain('Ships all day.')
    expect(empty).toMatch(new RegExp(`value="${rated.false}" required checked`))
    const wrong = { ...typedCorrection(decision), note: ' ', kind: 'typo' }
    const page = await bens.post(`/claims/${claim}/corrections`, wrong).expect(422)
    expect(wordsOf(page)).toContain('Choose what kind of change it is.')
    expect(wordsOf(page)).toContain('Write what readers are told')
    expect(page.text).toContain('Ships by day, none by night.')
  })

  it.each([
    ['a rationale', { rationale: ' ' }, 'Say in one or two sentences why'],
    ['a rating of the scale', { rating: '99' }, 'Choose the rating that is right'],
    ['something that changes', { rating: rated.false, rationale: 'Ships all day.' }, 'Nothing would change yet'],
  ])('needs %s', async (_what, more, told) => {
    const { as, ben, claim, decision } = await aPublishedClaim()
    const sent = { ...typedCorrection(decision), ...more }
    expect(wordsOf(await (await as(ben)).post(`/claims/${claim}/corrections`, sent).expect(422))).toContain(told)
  })

  it('is not done twice at once, nor of what is not published, nor by a reader', async () => {
    const { as, rita, ben, cleos, path, typed, other, decision } = await asked()
    expect(wordsOf(await (await as(ben)).post(path, typed).expect(409))).toContain(
      'Cleo has asked for a change already',
    )
    expect(wordsOf(await cleos.post(`/claims/${other}/corrections`, typed).expect(409))).toContain('not published')
    expect(wordsOf(await cleos.get(`/claims/${other}/corrections/new`))).toContain('give a new verdict on it instead')
    await (await as(rita)).get(`${path}/new`).expect(403)
    await (await as(rita)).post(path, typedCorrection(decision)).expect(403)
  })
})

describe('approving a correction', () => {
  it('makes a new decision by who asked, keeps the old one, and says so in numbers', async () => {
    const { db, claim, decision, ediths, review, clock, ...news } = await asked()
    clock.set('2025-05-12T15:00:00.000Z')
    await ediths.post(review, { outcome: 'approved' }).expect(303)
    const after = await readClaim(db.reader, claim)
    expect(after).toMatchObject({ state: 'published', rating: { key: 'half-true' }, correctionCount: 1 })
    expect(after.decisionId).not.toBe(decision)
    expect(await countsOf({ ...news, db, clock }, claim)).toMatchObject({ count: 1, last: '2025-05-12T15:00:00.000Z' })
    const [correction] = await correctionsOf(db.reader, claim)
    expect(correction).toMatchObject({
      number: 1,
      kind: 'correction',
      author: 'Cleo',
      approver: 'Edith',
      before: { number: 1, rationale: 'Ships all day.', rating: { label: 'False' } },
      after: { number: 2, rationale: 'Ships by day, none by night.', rating: { label: 'Half true' } },
    })
    const [verdict] = await verdictsOf(db.reader, news.cleo, claim)
    expect(verdict).toMatchObject({ number: 2, author: { name: 'Cleo' }, decision: { number: 2, basis: 'agreed' } })
  })

  it('is told step by step, and shown on the claim side by side', async () => {
    const { db, claim, ediths, edith, review, as, rita } = await asked()
    await ediths.post(review, { outcome: 'approved' }).expect(303)
    const lines = await historyOf(db.reader, edith, { claim }, { limit: 5 })
    expect(lines.map(({ type }) => type).reverse()).toEqual([
      'proposal.made',
      'verdict.given',
      'verdict.approved',
      'decision.made',
      'correction.made',
    ])
    const page = wordsOf(await (await as(rita)).get(`/claims/${claim}`))
    expect(page).toMatch(/1 correction .*overlooked.*Before: decision 1 .*False.* After: decision 2 .*Half true/)
  })

  it('is not for who asked, also when they are an editor, and is done once', async () => {
    const { ediths, cleos, claim, decision, as, ada, review } = await asked()
    await cleos.post(review, { outcome: 'approved' }).expect(403)
    const both = await Promise.all([ediths, await as(ada)].map((one) => one.post(review, { outcome: 'approved' })))
    expect(both.map(({ status }) => status).sort((a, b) => a - b)).toEqual([303, 409])
    const stale = await cleos.post(`/claims/${claim}/corrections`, typedCorrection(decision)).expect(409)
    expect(wordsOf(stale)).toContain('The decision was corrected since you opened this form')
    expect(stale.text).toContain('overlooked')
    const own = { ...typedCorrection(decision + 1), kind: 'update', rating: rated.true }
    await ediths.post(`/claims/${claim}/corrections`, own).expect(303)
    await ediths.post('/proposals/2/review', { outcome: 'approved' }).expect(403)
  })

  it('keeps the rating of a clarification', async () => {
    const { db, claim, ediths, review } = await asked({ kind: 'clarification', rating: rated.true })
    await ediths.post(review, { outcome: 'approved' }).expect(303)
    expect(await readClaim(db.reader, claim)).toMatchObject({ state: 'published', rating: { key: 'false' } })
  })

  it('takes a withdrawn decision off, to be checked and decided again under the next number', async () => {
    const { db, claim, ediths, cleo, review, ...news } = await asked({ kind: 'withdrawal', rationale: '' })
    await ediths.post(review, { outcome: 'approved' }).expect(303)
    const withdrawn = { state: 'checking', decisionId: null, rating: null, publishedAt: null, correctionCount: 1 }
    expect(await readClaim(db.reader, claim)).toMatchObject(withdrawn)
    const page = wordsOf(await ediths.get(`/claims/${claim}`))
    expect(page).toContain('The decision on this claim was withdrawn')
    expect(page).toContain('No decision: the claim is checked again')
    await decided({ ...news, db, cleo }, claim)
    const [verdict] = await verdictsOf(db.reader, cleo, claim)
    expect(verdict?.decision).toMatchObject({ number: 2 })
  })
})

describe('returning a proposal', () => {
  it('needs a reason, leaves the decision, and lets the next one be asked for', async () => {
    const { db, claim, decision, cleos, ediths, review, path, typed } = await asked()
    expect(wordsOf(await ediths.post(review, { outcome: 'returned' }).expect(422))).toContain('Say why you return it')
    await ediths.post(review, { outcome: 'returned', reason: 'Which log?' }).expect(303)
    expect(await readClaim(db.reader, claim)).toMatchObject({ decisionId: decision, correctionCount: 0 })
    expect(wordsOf(await cleos.get(`/claims/${claim}`))).toMatch(/returned.*Which log\?/)
    await cleos.post(path, typed).expect(303)
  })
})

it('takes effect at once where the newsroom decides alone', async () => {
  const { as, db, cleo, claim, decision } = await aPublishedClaim()
  await letDecide(db, 'always')
  await (await as(cleo)).post(`/claims/${claim}/corrections`, typedCorrection(decision)).expect(303)
  expect(await readClaim(db.reader, claim)).toMatchObject({ state: 'published', rating: { key: 'half-true' } })
  expect((await correctionsOf(db.reader, claim))[0]).toMatchObject({ author: 'Cleo', approver: null })
})

it('is the only way: a verdict on a published claim is refused', async () => {
  const { db, ben, claim } = await aPublishedClaim()
  await expect(aVerdict(db, ben, claim)).rejects.toThrow('published')
})
