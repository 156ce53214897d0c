import { describe, expect, it } from 'vitest'
import { write } from '../../db/write.ts'
import { ratings, verdicts } from '../../db/schema/index.ts'
import { harbour } from '../evidence/harbour.ts'
import { type Newsroom, newsroom } from '../support/newsroom.ts'
import { rated } from '../verdicts/harbour.ts'
import { judgedTwice } from './judged-twice.ts'

type Two = [first: number, second: number]
const { true: yes, halfTrue: half, false: no, unproven: open } = rated

async function withRounds(judged: Two[], at?: string): Promise<Newsroom & { claimId: number }> {
  const news = await newsroom()
  const { claims } = await harbour(news.db)
  const claimId = claims[0] ?? 0
  for (const two of judged) await judgedTwice(news.db, { claimId, by: [news.cleo, news.ben], ratings: two, at })
  return { ...news, claimId }
}

const repeated = (count: number, two: Two): Two[] => Array.from({ length: count }, () => two)
/** Ten claims: eight alike, one a step apart, one of which one checker says that it cannot be proved. */
const ten = [...repeated(5, [yes, yes]), ...repeated(3, [no, no]), [yes, half], [no, open]] satisfies Two[]

const textOf = (html: string) => html.replaceAll(/<[^>]+>/g, ' ').replaceAll(/\s+/g, ' ')

describe('the agreement of checkers', () => {
  it('is shown as share and alphas, with the confused ratings named', async () => {
    const { as, cleo } = await withRounds(ten)
    const text = textOf((await (await as(cleo)).get('/agreement').expect(200)).text)
    expect(text).toContain('80 % 8 of 10 claims')
    expect(text).toContain('between 49 % and 94 %')
    expect(text).toMatch(/True and Half true \(once\)/)
    expect(text).toMatch(/1 with a rating beside that axis left out/)
    expect(text).toMatch(/These figures are rough: with 4 ratings in use, .* from about 32 claims on/)
  })

  it('counts no ranks where a rating has none', async () => {
    const { as, cleo } = await withRounds(ten)
    const text = textOf((await (await as(cleo)).get('/agreement')).text)
    expect(text).toContain('Over the 9 claims rated from true to false by both')
  })

  it('is not reckoned of too few, and says how many are needed', async () => {
    const { as, cleo } = await withRounds(ten.slice(0, 9))
    const text = textOf((await (await as(cleo)).get('/agreement').expect(200)).text)
    expect(text).toContain('Too few to say anything: 9 claims')
    expect(text).toContain('from 10 claims on')
    expect(text).not.toContain('alpha')
  })

  it('says so where there is nothing yet', async () => {
    const { as, rita } = await newsroom()
    expect((await (await as(rita)).get('/agreement').expect(200)).text).toContain('No claim was judged by two checkers')
  })

  it('never tells of a round that is open, nor of one that was called off', async () => {
    const news = await withRounds(ten.slice(0, 9))
    const { as, cleo, db, claimId } = news
    const before = (await (await as(cleo)).get('/agreement')).text
    await judgedTwice(db, { claimId, by: [news.cleo, news.edith], ratings: [yes, no], ended: 'called_off' })
    await judgedTwice(db, { claimId, by: [news.ben, news.edith], ratings: [yes, no], ended: null })
    expect((await (await as(cleo)).get('/agreement')).text).toBe(before)
  })

  it('is one scale at a time, and of the days asked for', async () => {
    const { as, cleo, ben, db, claimId } = await withRounds(ten, '2025-05-12T09:00:00.000Z')
    await judgedTwice(db, { claimId, by: [cleo, ben], ratings: [yes, no], at: '2025-07-01T00:00:00.000Z' })
    const foreign = await write(db, (tx) =>
      tx
        .insert(ratings)
        .values({
          scale: 'other',
          key: 'x',
          label: 'X',
          definition: 'D',
          value: 1,
          tone: 'true',
          shape: 'true',
          position: 1,
        })
        .returning({ id: ratings.id }),
    )
    await judgedTwice(db, { claimId, by: [cleo, ben], ratings: [yes, foreign[0]?.id ?? 0] })
    const cleos = await as(cleo)
    const all = textOf((await cleos.get('/agreement')).text)
    expect(all).toContain('8 of 11 claims')
    expect(all).toContain('1 claim judged by two different scales is left out')
    expect(all).toMatch(/2025, quarter 2 10 80 % .* 2025, quarter 3 1 0 of 1 too few/)
    expect(textOf((await cleos.get('/agreement?to=2025-06-30')).text)).toContain('8 of 10 claims')
    expect(textOf((await cleos.get('/agreement?from=2025-07-01&to=2025-07-01')).text)).toContain('Too few')
    await cleos.get('/agreement?from=2025-02-30').expect(422)
  })

  it('of pairs is for editors, whoever of the two gave the first verdict', async () => {
    const { as, cleo, ben, edith, db, claimId } = await withRounds(ten.slice(0, 6))
    for (const two of ten.slice(6)) await judgedTwice(db, { claimId, by: [ben, cleo], ratings: two })
    expect(textOf((await (await as(edith)).get('/agreement')).text)).toMatch(/Cleo and Ben 10 80 % 0\.\d\d/)
    expect((await (await as(cleo)).get('/agreement')).text).not.toContain('By pair')
  })

  it('takes the first verdict of each, whatever they gave later', async () => {
    const news = await withRounds(ten)
    const { db, cleo, claimId, as } = news
    await write(db, (tx) =>
      tx.insert(verdicts).values({
        claimId,
        number: 99,
        authorId: cleo.id,
        ratingId: no,
        rationale: 'R',
        createdAt: tx.now,
        roundId: 1,
      }),
    )
    expect(textOf((await (await as(cleo)).get('/agreement')).text)).toContain('8 of 10 claims')
  })
})
