import { describe, expect, it } from 'vitest'
import { citationsOf, readClaimNumber } from '../../server/corrections/citation.ts'
import { wordsOf } from '../accounts/cookies.ts'
import { harbour } from '../evidence/harbour.ts'
import { newsroom } from '../support/newsroom.ts'
import { decided } from './published.ts'

async function twoClaims() {
  const news = await newsroom()
  const { claims } = await harbour(news.db, 3)
  const [earlier = 0, later = 0] = claims
  await decided(news, earlier)
  return { ...news, earlier, later, cleos: await news.as(news.cleo), path: `/claims/${later}/citations` }
}

describe('resting on an earlier check', () => {
  it('is shown on both claims, and can be taken off', async () => {
    const { db, earlier, later, cleos, path } = await twoClaims()
    await cleos.post(path, { cited: 'claim 1-1' }).expect(303)
    expect(wordsOf(await cleos.get(`/claims/${later}`))).toMatch(/Rests on The harbour closed on Monday\. .*Claim 1-1/)
    expect(wordsOf(await cleos.get(`/claims/${earlier}`))).toMatch(/Rest on this one .*Claim 1-2/)
    await cleos.post(`${path}/removal`, { cited: earlier }).expect(303)
    expect(await citationsOf(db.reader, later)).toEqual({ cited: [], citing: [] })
    expect(wordsOf(await cleos.get(`/claims/${later}`))).toContain('no longer rests on claim 1-1')
    await cleos.post(`${path}/removal`, { cited: earlier }).expect(404)
  })

  it.each([
    ['twelve', 'such as 3-12'],
    ['9-9', 'There is no claim 9-9'],
    ['1-2', 'This is the claim itself'],
    ['1-3', 'has no decision yet'],
  ])('is not on %s', async (cited, told) => {
    const { db, later, cleos, path } = await twoClaims()
    const page = await cleos.post(path, { cited }).expect(422)
    expect(wordsOf(page)).toContain(told)
    expect(page.text).toContain(`value="${cited}"`)
    expect((await citationsOf(db.reader, later)).cited).toEqual([])
  })

  it('is noted once, and not by a reader', async () => {
    const { as, rita, cleos, path } = await twoClaims()
    await cleos.post(path, { cited: '1-1' }).expect(303)
    expect(wordsOf(await cleos.post(path, { cited: '1–1' }).expect(422))).toContain('listed already')
    await (await as(rita)).post(path, { cited: '1-1' }).expect(403)
    await (await as(rita)).post(`${path}/removal`, { cited: 1 }).expect(403)
  })
})

it('reads the number of a claim as people write it', () => {
  expect(readClaimNumber(' Claim 3 – 12 ')).toEqual({ articleId: 3, number: 12 })
  expect(['3', '3-', '0-1', '3-12-1', '', '3-1e2'].map(readClaimNumber)).toEqual(Array(6).fill(undefined))
})
