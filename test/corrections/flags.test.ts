import { describe, expect, it } from 'vitest'
import { notifications } from '../../db/schema/index.ts'
import { withdrawEvidence } from '../../server/evidence/change.ts'
import { openFlags } from '../../server/corrections/flag.ts'
import { assignClaim } from '../../server/claims/assignment.ts'
import { wordsOf } from '../accounts/cookies.ts'
import { aSource, anItem, harbour } from '../evidence/harbour.ts'
import { newsroom } from '../support/newsroom.ts'
import { decided, published, typedCorrection } from './published.ts'

/** Three claims, the first of them published; `correct` has its decision corrected. */
async function threeClaims() {
  const news = await newsroom()
  const { claims } = await harbour(news.db, 3)
  const [first = 0, second = 0, third = 0] = claims
  const decision = await published(news, first)
  const correct = async () => {
    await (await news.as(news.cleo)).post(`/claims/${first}/corrections`, typedCorrection(decision)).expect(303)
    await (await news.as(news.edith)).post('/proposals/1/review', { outcome: 'approved' }).expect(303)
  }
  return { ...news, first, second, third, correct }
}

describe('a correction flags', () => {
  it('what uses a source of the claim, for whoever has it', async () => {
    const { db, cleo, ben, first, second, third, correct, as } = await threeClaims()
    const log = await aSource(db, 'The secret log', { confidential: true })
    await anItem(db, cleo, first, log)
    await anItem(db, cleo, second, log)
    await anItem(db, cleo, third, await aSource(db, 'Another log'))
    await assignClaim(db, ben, second, ben.id)
    await correct()
    expect(await openFlags(db.reader, ben.id, 9)).toMatchObject([
      { id: second, why: 'same_source', kind: 'correction' },
    ])
    const page = await (await as(ben)).get(`/claims/${second}`)
    expect(wordsOf(page)).toContain('This claim uses a source of claim 1-1')
    const [, flags = ''] = /id="flags-title"([^]*?)<\/section>/.exec(page.text) ?? []
    expect(flags).not.toContain('secret')
    expect(page.text.indexOf('flags-title')).toBeLessThan(page.text.indexOf('quote-title'))
    expect(wordsOf(await (await as(ben)).get(`/claims/${third}`))).not.toContain('Look at this again')
  })

  it('nothing by evidence that is withdrawn, and shows nothing to readers', async () => {
    const { db, cleo, first, second, third, correct, as, rita } = await threeClaims()
    const log = await aSource(db, 'The log')
    await anItem(db, cleo, first, log)
    await anItem(db, cleo, second, log)
    await anItem(db, cleo, third, log)
    await withdrawEvidence(db, cleo, { id: 2, reason: 'Another harbour.' })
    await assignClaim(db, cleo, second, cleo.id)
    await assignClaim(db, cleo, third, cleo.id)
    await correct()
    expect((await openFlags(db.reader, cleo.id, 9)).map(({ id }) => id)).toEqual([third])
    expect(wordsOf(await (await as(rita)).get(`/claims/${third}`))).not.toContain('Look at this again')
  })

  it('what cites the claim, once, for its checker where nobody has it', async () => {
    const { db, cleo, first, second, correct, as, ...news } = await threeClaims()
    const log = await aSource(db, 'The log')
    await anItem(db, cleo, first, log)
    await anItem(db, cleo, second, log)
    await decided({ ...news, db, cleo, as }, second)
    await (await as(cleo)).post(`/claims/${second}/citations`, { cited: '1-1' }).expect(303)
    await correct()
    expect(await openFlags(db.reader, cleo.id, 9)).toMatchObject([{ id: second, why: 'cites' }])
    const told = await db.reader.select().from(notifications)
    expect(told.filter(({ reason }) => reason === 'flagged')).toMatchObject([{ personId: cleo.id, claimId: second }])
  })
})

describe('a flag', () => {
  it('is taken off once, with what was found', async () => {
    const { db, cleo, first, second, correct, as, rita } = await threeClaims()
    const log = await aSource(db, 'The log')
    await anItem(db, cleo, first, log)
    await anItem(db, cleo, second, log)
    await assignClaim(db, cleo, second, cleo.id)
    await correct()
    const cleos = await as(cleo)
    expect(wordsOf(await cleos.post('/flags/1/clearing', { note: ' ' }).expect(422))).toContain('Say what you found')
    await (await as(rita)).post('/flags/1/clearing', { note: 'Fine.' }).expect(403)
    await cleos.post('/flags/1/clearing', { note: 'Another page of the log.' }).expect(303)
    expect(await openFlags(db.reader, cleo.id, 9)).toEqual([])
    expect(wordsOf(await cleos.get(`/claims/${second}`))).toMatch(/looked at .* again .*Another page of the log/)
    expect(wordsOf(await cleos.post('/flags/1/clearing', { note: 'Again.' }).expect(409))).toContain('Cleo has cleared')
    await cleos.post('/flags/9/clearing', { note: 'None.' }).expect(404)
  })
})
