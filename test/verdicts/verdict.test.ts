import { ne } from 'drizzle-orm'
import { describe, expect, it } from 'vitest'
import { people } from '../../db/schema/index.ts'
import { write } from '../../db/write.ts'
import { readArticle } from '../../server/articles/article.ts'
import { readClaim } from '../../server/claims/claim.ts'
import { changeState } from '../../server/claims/progress.ts'
import { historyOf } from '../../server/history/history.ts'
import { canonical, sha256 } from '../../server/history/record.ts'
import { eventsAfter } from '../../server/history/store.ts'
import { verdictsOf } from '../../server/verdicts/verdict.ts'
import { aSource, anItem, harbour } from '../evidence/harbour.ts'
import { newsroom } from '../support/newsroom.ts'
import { aVerdict, letDecide, rated, typedVerdict } from './harbour.ts'

async function oneClaim() {
  const news = await newsroom()
  const { article, claims } = await harbour(news.db)
  const [claim = 0] = claims
  return { ...news, article, claim, cleos: await news.as(news.cleo) }
}

describe('the form', () => {
  it('offers every rating with its definition, in two groups', async () => {
    const { claim, cleos } = await oneClaim()
    const { text } = await cleos.get(`/claims/${claim}/verdicts/new`).expect(200)
    expect(text.match(/type="radio"/g)).toHaveLength(9)
    expect(text).toContain('The evidence that can be had neither confirms nor refutes the claim.')
    expect(text.indexOf('On the scale')).toBeLessThan(text.indexOf('rating-full'))
    expect(text.indexOf('Off the scale')).toBeGreaterThan(text.indexOf('rating-cross'))
    expect(text.indexOf('Off the scale')).toBeLessThan(text.indexOf('rating-bend'))
  })

  it('shows the claim, its quote and how much evidence there is', async () => {
    const { db, cleo, claim, cleos } = await oneClaim()
    await anItem(db, cleo, claim, await aSource(db, 'Harbour log'))
    const { text } = await cleos.get(`/claims/${claim}/verdicts/new`).expect(200)
    expect(text).toContain('The harbour closed on Monday.')
    expect(text).toMatch(/<span class="number">1<\/span> supports/)
    expect(text).not.toContain('There is no evidence')
  })

  it('warns when there is no evidence, and takes the verdict all the same', async () => {
    const { claim, cleos } = await oneClaim()
    const { text } = await cleos.get(`/claims/${claim}/verdicts/new`).expect(200)
    expect(text).toContain('There is no evidence on this claim.')
    await cleos.post(`/claims/${claim}/verdicts`, typedVerdict).expect(303)
  })

  it('is a piece for htmx and a page for everyone else', async () => {
    const { claim, cleos } = await oneClaim()
    const piece = await cleos.get(`/claims/${claim}/verdicts/new`).set('HX-Request-Type', 'partial').expect(200)
    expect(piece.text.trim()).toMatch(/^<section class="verdict-form" id="verdict-form-1"/)
    expect(piece.headers.vary).toContain('HX-Request-Type')
    const page = await cleos.get(`/claims/${claim}/verdicts/new`)
    expect(page.text).toMatch(/^<!doctype html>/)
  })

  it('says whether the verdict decides at once', async () => {
    const { db, claim, cleos } = await oneClaim()
    expect((await cleos.get(`/claims/${claim}/verdicts/new`)).text).toContain('A second person reviews your verdict')
    await letDecide(db, 'always')
    expect((await cleos.get(`/claims/${claim}/verdicts/new`)).text).toContain('the newsroom’s decision at once')
  })

  it('is not for readers', async () => {
    const { as, rita, claim } = await oneClaim()
    const ritas = await as(rita)
    await ritas.get(`/claims/${claim}/verdicts/new`).expect(403)
    await ritas.post(`/claims/${claim}/verdicts`, typedVerdict).expect(403)
    expect((await ritas.get(`/claims/${claim}`)).text).not.toContain('Give a verdict')
  })
})

describe('a verdict', () => {
  it('needs a rating and a rationale of at most 600 characters, and keeps what was typed', async () => {
    const { claim, cleos } = await oneClaim()
    const { rating: _rating, ...unrated } = typedVerdict
    const none = await cleos.post(`/claims/${claim}/verdicts`, unrated).expect(422)
    expect(none.text).toContain('Choose a rating.')
    expect(none.text).toContain('The log shows ships all day.')
    const empty = await cleos.post(`/claims/${claim}/verdicts`, { ...typedVerdict, rationale: '  ' }).expect(422)
    expect(empty.text).toMatch(/value="5" required checked/)
    const long = await cleos.post(`/claims/${claim}/verdicts`, { ...typedVerdict, rationale: 'a'.repeat(601) })
    expect(long.status).toBe(422)
    await cleos.post(`/claims/${claim}/verdicts`, { ...typedVerdict, rating: 99 }).expect(422)
    await cleos.post(`/claims/${claim}/verdicts`, { ...typedVerdict, author: 5 }).expect(422)
  })

  it('is numbered, kept with its author, and superseded by the next one', async () => {
    const { db, cleo, claim, cleos } = await oneClaim()
    await cleos.post(`/claims/${claim}/verdicts`, typedVerdict).expect(303)
    const second = { ...typedVerdict, rating: rated.unproven, rationale: 'The log has a gap.', after: 1 }
    await cleos.post(`/claims/${claim}/verdicts`, second).expect(303)
    const verdicts = await verdictsOf(db.reader, { id: 0 }, claim)
    expect(verdicts.map(({ number, rating }) => [number, rating.key])).toEqual([
      [2, 'unproven'],
      [1, 'false'],
    ])
    expect(verdicts[1]?.author).toEqual({ id: cleo.id, name: 'Cleo' })
    const { text } = await cleos.get(`/claims/${claim}`)
    expect(text).toContain('One earlier verdict')
    expect(text).toContain('The log shows ships all day.')
  })

  it('is recorded with the SHA-256 of what it says', async () => {
    const { db, claim, cleos } = await oneClaim()
    await cleos.post(`/claims/${claim}/verdicts`, { ...typedVerdict, explanation: 'See *both* logs.' }).expect(303)
    const events = await eventsAfter(db.reader, 0, 1_000)
    const given = events.find(({ type }) => type === 'verdict.given')
    const said = { rating: 'false', rationale: 'The log shows ships all day.', explanation: 'See *both* logs.' }
    const body: unknown = JSON.parse(given?.body.toString() ?? '')
    expect(body).toMatchObject({ claim, data: { number: 1, sha256: sha256(canonical(said)).toString('hex') } })
  })

  it('sent twice is stored once, and the second one is told so with its text kept', async () => {
    const { db, claim, cleos } = await oneClaim()
    const twice = [typedVerdict, typedVerdict].map((typed) => cleos.post(`/claims/${claim}/verdicts`, typed))
    const answers = await Promise.all(twice)
    expect(answers.map(({ status }) => status).sort((a, b) => a - b)).toEqual([303, 409])
    const lost = answers.find(({ status }) => status === 409)
    expect(lost?.text).toContain('You have given verdict 1 on this claim since you opened this form')
    expect(lost?.text).toContain('The log shows ships all day.')
    expect(await verdictsOf(db.reader, { id: 0 }, claim)).toHaveLength(1)
  })

  it('that a colleague overtook shows theirs, and can be sent again knowingly', async () => {
    const { db, ben, claim, cleos } = await oneClaim()
    await aVerdict(db, ben, claim, { ratingId: rated.true, rationale: 'Nobody came in.' })
    const lost = await cleos.post(`/claims/${claim}/verdicts`, typedVerdict).expect(409)
    expect(lost.text).toContain('Ben has given verdict 1')
    expect(lost.text).toContain('Nobody came in.')
    const after = /name="after" value="(\d+)"/.exec(lost.text)?.[1] ?? ''
    await cleos.post(`/claims/${claim}/verdicts`, { ...typedVerdict, after }).expect(303)
    expect(await verdictsOf(db.reader, { id: 0 }, claim)).toHaveLength(2)
  })

  it('on a claim that was edited meanwhile is not taken unread', async () => {
    const { claim, cleos } = await oneClaim()
    const edit = { statement: 'The harbour closed on Tuesday.', kind: 'event', priority: 2, version: 1 }
    await cleos.post(`/claims/${claim}`, edit).expect(303)
    const lost = await cleos.post(`/claims/${claim}/verdicts`, typedVerdict).expect(409)
    expect(lost.text).toContain('The claim was edited since you opened this form')
    expect(lost.text).toContain('The harbour closed on Tuesday.')
    expect(lost.text).toContain('name="version" value="2"')
  })

  it('waits until a claim that is set aside is taken up again', async () => {
    const { db, edith, claim, cleos } = await oneClaim()
    await changeState(db, edith, claim, { state: 'set_aside', reason: 'An opinion.', version: 1 })
    expect((await cleos.get(`/claims/${claim}/verdicts/new`)).text).toContain('This claim is set aside.')
    await cleos.post(`/claims/${claim}/verdicts`, { ...typedVerdict, version: 2 }).expect(409)
    expect(await verdictsOf(db.reader, { id: 0 }, claim)).toEqual([])
  })

  it('is refused whole when anything in it fails', async () => {
    const { db, cleo, claim } = await oneClaim()
    const failing = aVerdict(db, cleo, claim, { explanation: 'a lone half: \uD800' })
    await expect(failing).rejects.toThrow()
    expect(await verdictsOf(db.reader, { id: 0 }, claim)).toEqual([])
    const lines = await historyOf(db.reader, cleo, { claim }, { limit: 9 })
    expect(lines.map(({ type }) => type)).toEqual(['claim.added'])
  })
})

describe('deciding', () => {
  it('waits for a second person while there are several checkers', async () => {
    const { db, article, claim, cleos } = await oneClaim()
    await cleos.post(`/claims/${claim}/verdicts`, typedVerdict).expect(303)
    expect(await readClaim(db.reader, claim)).toMatchObject({ state: 'in_review', rating: null, decisionId: null })
    expect((await readArticle(db.reader, article)).decidedCount).toBe(0)
  })

  it('is done at once by the only active checker', async () => {
    const { db, cleo, article, claim, cleos } = await oneClaim()
    await write(db, (tx) => tx.update(people).set({ deactivatedAt: tx.now }).where(ne(people.id, cleo.id)))
    await cleos.post(`/claims/${claim}/verdicts`, typedVerdict).expect(303)
    expect(await readClaim(db.reader, claim)).toMatchObject({ state: 'decided', rating: { key: 'false' } })
    expect((await verdictsOf(db.reader, { id: 0 }, claim))[0]?.decision).toMatchObject({ number: 1, basis: 'single' })
    expect((await readArticle(db.reader, article)).decidedCount).toBe(1)
  })

  it('is done at once where the newsroom says so', async () => {
    const { db, claim, cleos } = await oneClaim()
    await letDecide(db, 'always')
    await cleos.post(`/claims/${claim}/verdicts`, typedVerdict).expect(303)
    const second = { ...typedVerdict, rating: rated.halfTrue, after: 1 }
    await cleos.post(`/claims/${claim}/verdicts`, second).expect(303)
    expect(await readClaim(db.reader, claim)).toMatchObject({ state: 'decided', rating: { key: 'half-true' } })
    const numbers = (await verdictsOf(db.reader, { id: 0 }, claim)).map(({ decision }) => decision?.number)
    expect(numbers).toEqual([2, 1])
  })

  it('is never done alone where a second person is always wanted', async () => {
    const { db, cleo, claim, cleos } = await oneClaim()
    await letDecide(db, 'second')
    await write(db, (tx) => tx.update(people).set({ deactivatedAt: tx.now }).where(ne(people.id, cleo.id)))
    await cleos.post(`/claims/${claim}/verdicts`, typedVerdict).expect(303)
    expect((await readClaim(db.reader, claim)).state).toBe('in_review')
  })

  it('leaves the old decision standing while a new verdict waits', async () => {
    const { db, claim, cleos } = await oneClaim()
    await letDecide(db, 'always')
    await cleos.post(`/claims/${claim}/verdicts`, typedVerdict).expect(303)
    await letDecide(db, 'second')
    await cleos.post(`/claims/${claim}/verdicts`, { ...typedVerdict, rating: rated.true, after: 1 }).expect(303)
    expect(await readClaim(db.reader, claim)).toMatchObject({ state: 'in_review', rating: { key: 'false' } })
    const { text } = await cleos.get(`/claims/${claim}`)
    expect(text).toContain('Decision 1: one checker')
    expect(text).toContain('Waiting for a review')
  })
})
