import { describe, expect, it } from 'vitest'
import { rated } from '../verdicts/harbour.ts'
import { differing, photograph } from './photograph.ts'
import { openedRound, typed } from './two-checkers.ts'

const words = 'Cleo wrote of the wharf.'

async function newsroomWithLife() {
  const news = await openedRound({ returned: true })
  const { other, claim, ediths, bens, cleos } = news
  await cleos.post(`/claims/${other}/verdicts`, { ...typed, rationale: 'The other claim.' }).expect(303)
  await ediths.post('/verdicts/2/review', { outcome: 'returned', reason: 'Which council?' }).expect(303)
  await bens.post(`/claims/${claim}/threads`, { body: 'Who has the log?' }).expect(303)
  return news
}

type News = Awaited<ReturnType<typeof newsroomWithLife>>

/** Cleo's verdict, another one that takes its place, and what she notes on it, naming everybody. */
async function sealOne({ cleos, claim, clock }: News): Promise<void> {
  const now = clock.now().toISOString()
  clock.advance(60_000)
  await cleos
    .post(`/claims/${claim}/verdicts`, { ...typed, rationale: 'A first try.', rating: rated.true, after: 1 })
    .expect(303)
  const given = { ...typed, rationale: words, after: 2 }
  await cleos.post(`/claims/${claim}/verdicts`, given).expect(303)
  const noted = { verdict: '4', body: '@Ben @Edith @Rita @Ada, look at the wharf.' }
  await cleos.post(`/claims/${claim}/threads`, noted).expect(303)
  // Who looks does so at the same time as before.
  clock.set(now)
}

describe('one sealed verdict of two, with a comment on it', () => {
  it.each(['bens', 'ritas'] as const)('changes nothing that others can get to see (%s)', async (who) => {
    const news = await newsroomWithLife()
    const before = await photograph(news[who])
    await sealOne(news)
    const after = await photograph(news[who])
    expect(before.size).toBeGreaterThan(80)
    expect(differing(before, after)).toEqual([])
  })

  it('tells an editor who is not one of the two only that one is in', async () => {
    const news = await newsroomWithLife()
    const [before, admins] = [await photograph(news.ediths), await photograph(news.adas)]
    await sealOne(news)
    const after = await photograph(news.ediths)
    const seen = (shot = '') => shot.replace('One of the two verdicts is in.', 'Neither verdict is in yet.')
    const blurred = new Map([...after].map(([path, shot]) => [path, seen(shot)]))
    expect(differing(before, after)).toContain('/claims/1')
    expect(differing(before, blurred)).toEqual([])
    const adas = new Map([...(await photograph(news.adas))].map(([path, shot]) => [path, seen(shot)]))
    expect(differing(admins, adas)).toEqual([])
  })

  it('is seen by its author, and by all once the second is in', async () => {
    const news = await newsroomWithLife()
    const before = await photograph(news.cleos)
    await sealOne(news)
    const own = differing(before, await photograph(news.cleos))
    for (const path of ['/claims/1', '/history', '/history.json', '/claims/1/history', '/verdicts/3/review'])
      expect(own).toContain(path)
    const bens = await photograph(news.bens)
    expect([...bens.values()].filter((shot) => shot.includes('wharf.'))).toEqual([])
    await news.bens.post(`/claims/${news.claim}/verdicts`, { ...typed, after: 1 }).expect(303)
    const opened = differing(bens, await photograph(news.bens))
    for (const path of ['/', '/claims/1', '/history', '/claims.csv', '/claims/1/rounds/1'])
      expect(opened).toContain(path)
    expect((await news.ritas.get('/claims/1/rounds/1')).text).toContain(words)
  })
})
