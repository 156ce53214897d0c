import { describe, expect, it } from 'vitest'
import { readClaim } from '../../server/claims/claim.ts'
import { historyOf } from '../../server/history/history.ts'
import { wordsOf } from '../accounts/cookies.ts'
import { harbour } from '../evidence/harbour.ts'
import { newsroom } from '../support/newsroom.ts'
import { aPublishedClaim, decided } from './published.ts'

async function aDecidedClaim() {
  const news = await newsroom()
  const { claims } = await harbour(news.db)
  const [claim = 0] = claims
  return { ...news, claim, decision: await decided(news, claim), path: `/claims/${claim}/publication` }
}

describe('publishing', () => {
  it('is done by an editor, told in the history, and closes the decision against change', async () => {
    const { as, edith, cleo, db, claim, decision, path, clock } = await aDecidedClaim()
    clock.set('2025-05-13T10:00:00.000Z')
    const ediths = await as(edith)
    expect(wordsOf(await ediths.get(`/claims/${claim}`))).toContain('Publish the decision')
    await ediths.post(path, { decision }).expect(303)
    expect(await readClaim(db.reader, claim)).toMatchObject({
      state: 'published',
      publishedAt: '2025-05-13T10:00:00.000Z',
    })
    const [line] = await historyOf(db.reader, edith, { claim }, { limit: 1 })
    expect(line).toMatchObject({ type: 'claim.published' })
    const page = await (await as(cleo)).get(`/claims/${claim}`)
    expect(wordsOf(page)).toContain('closed against change')
    expect(page.text).not.toContain(`/claims/${claim}/verdicts/new`)
    await (await as(cleo)).get(`/claims/${claim}/corrections`).expect(200)
  })

  it.each(['cleo', 'ben', 'rita'] as const)('is not done by %s', async (name) => {
    const news = await aDecidedClaim()
    const browser = await news.as(news[name])
    await browser.post(news.path, { decision: news.decision }).expect(403)
    expect((await browser.get(`/claims/${news.claim}`)).text).not.toContain('/publication"')
    expect(await readClaim(news.db.reader, news.claim)).toMatchObject({ state: 'decided', publishedAt: null })
  })

  it('is of the decision that was read, and of a claim that has one', async () => {
    const { as, edith, db, claim, other, decision } = await aPublishedClaim()
    const ediths = await as(edith)
    const again = await ediths.post(`/claims/${claim}/publication`, { decision }).expect(409)
    expect(wordsOf(again)).toContain('cannot become “published”')
    await ediths.post('/claims/999/publication', { decision }).expect(404)
    await ediths.post(`/claims/${other}/publication`, { decision }).expect(409)
    const room = await aDecidedClaim()
    const stale = await (await room.as(room.edith)).post(room.path, { decision: room.decision + 1 }).expect(409)
    expect(wordsOf(stale)).toContain('another decision by now')
    expect((await readClaim(db.reader, claim)).state).toBe('published')
  })
})
