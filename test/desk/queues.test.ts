import { eq } from 'drizzle-orm'
import { describe, expect, it } from 'vitest'
import { claims } from '../../db/schema/index.ts'
import { write } from '../../db/write.ts'
import type { Person } from '../../server/accounts/permissions.ts'
import { assignClaim, assignUntil } from '../../server/claims/assignment.ts'
import { citeClaim } from '../../server/corrections/citation.ts'
import { answerProposal, proposeCorrection } from '../../server/corrections/proposal.ts'
import { readDesk } from '../../server/desk/desk.ts'
import { callOff, judgeIndependently, openRound } from '../../server/rounds/open.ts'
import { agreeOn } from '../../server/rounds/settle.ts'
import { reviewVerdict } from '../../server/verdicts/review.ts'
import { aPublishedClaim } from '../corrections/published.ts'
import { harbour } from '../evidence/harbour.ts'
import { newsroom } from '../support/newsroom.ts'
import { aVerdict, rated } from '../verdicts/harbour.ts'

/** Three claims, and what waits for a person: the ids of the claims in each list. */
async function room() {
  const news = await newsroom()
  const { claims: ids } = await harbour(news.db, 3)
  const [one = 0, two = 0, three = 0] = ids
  const waits = async (person: Person) => {
    const { waiting } = await readDesk(news.db.reader, person, news.clock.now())
    return Object.fromEntries(Object.entries(waiting ?? {}).map(([name, { rows }]) => [name, rows.map(({ id }) => id)]))
  }
  return { ...news, one, two, three, waits }
}

describe('what is overdue', () => {
  it('is a person’s own, due before today and not decided, the longest first; the rest waits to be checked', async () => {
    const { db, edith, cleo, ben, one, two, three, waits } = await room()
    await assignUntil(db, edith, one, { assigneeId: cleo.id, dueOn: '2025-05-11' })
    await assignUntil(db, edith, two, { assigneeId: cleo.id, dueOn: '2025-05-01' })
    await assignUntil(db, edith, three, { assigneeId: cleo.id, dueOn: '2025-05-12' })
    expect(await waits(cleo)).toMatchObject({ overdue: [two, one], toCheck: [three] })
    expect(await waits(ben)).toMatchObject({ overdue: [], toCheck: [] })
    await aVerdict(db, cleo, two)
    expect(await waits(cleo)).toMatchObject({ overdue: [two, one], toCheck: [three] })
    await write(db, (tx) => tx.update(claims).set({ state: 'decided' }).where(eq(claims.id, two)))
    expect(await waits(cleo)).toMatchObject({ overdue: [one] })
  })

  it('is said on the page, with where to see all of it', async () => {
    const { as, db, edith, cleo, one } = await room()
    await assignUntil(db, edith, one, { assigneeId: cleo.id, dueOn: '2025-05-11' })
    const { text } = await (await as(cleo)).get('/').expect(200)
    expect(text).toMatch(/Overdue <span[^>]*>1</)
    expect(text).toContain('due <time datetime="2025-05-11">11 May 2025')
  })
})

async function judgedByTwo() {
  const all = await room()
  const { db, edith, cleo, ben, one } = all
  await judgeIndependently(db, edith, one, true)
  const roundId = await openRound(db, edith, one, { firstId: cleo.id, secondId: ben.id })
  return { ...all, at: { claimId: one, roundId } }
}

it('what came back stands there once, not among what there is to check too', async () => {
  const { db, cleo, ben, one, two, waits } = await room()
  for (const id of [one, two]) await assignClaim(db, cleo, id, cleo.id)
  const { verdictId } = await aVerdict(db, cleo, one)
  await reviewVerdict(db, ben, verdictId, { outcome: 'returned', reason: 'Which ships?' })
  expect(await waits(cleo)).toMatchObject({ returned: [one], toCheck: [two] })
})

describe('independent verdicts', () => {
  it('are wanted of the two alone, and show nobody that one is in', async () => {
    const { db, cleo, ben, edith, one, waits } = await judgedByTwo()
    const [cleos, bens, ediths] = [await waits(cleo), await waits(ben), await waits(edith)]
    expect([cleos.wanted, bens.wanted, ediths.wanted]).toEqual([[one], [one], []])
    await aVerdict(db, cleo, one)
    expect(await waits(cleo)).toMatchObject({ wanted: [] })
    expect(await waits(ben)).toEqual(bens)
    expect(await waits(edith)).toEqual(ediths)
  })

  it('hide no older verdict that waits for review', async () => {
    const { db, cleo, ben, edith, one, two, waits } = await judgedByTwo()
    await aVerdict(db, edith, two)
    await judgeIndependently(db, edith, two, true)
    await openRound(db, edith, two, { firstId: cleo.id, secondId: ben.id })
    const before = await waits(edith)
    await aVerdict(db, cleo, two)
    expect(await waits(edith)).toEqual(before)
    expect(one).not.toBe(two)
  })

  it('that differ wait for an editor who gave neither; that agree, for anyone who checks', async () => {
    const { db, ada, edith, cleo, ben, one, waits } = await judgedByTwo()
    await aVerdict(db, cleo, one)
    await aVerdict(db, ben, one, { ratingId: rated.true })
    expect([(await waits(edith)).toSettle, (await waits(ada)).toSettle]).toEqual([[one], [one]])
    expect([(await waits(cleo)).toSettle, (await waits(ben)).toSettle]).toEqual([[], []])
    expect(await waits(edith)).toMatchObject({ toReview: [] })
  })

  it('that are the same, revised ones too, are settled once', async () => {
    const { db, edith, cleo, ben, at, waits } = await judgedByTwo()
    await aVerdict(db, cleo, at.claimId, { ratingId: rated.true })
    await aVerdict(db, cleo, at.claimId)
    const { verdictId } = await aVerdict(db, ben, at.claimId)
    expect([(await waits(edith)).toSettle, (await waits(cleo)).toSettle]).toEqual([[at.claimId], [at.claimId]])
    await agreeOn(db, edith, at, verdictId)
    expect(await waits(edith)).toMatchObject({ toSettle: [] })
  })

  it('of a round that was called off are settled by nobody', async () => {
    const { db, edith, cleo, at, waits } = await judgedByTwo()
    await aVerdict(db, cleo, at.claimId)
    await callOff(db, edith, at, 'Ben is away')
    expect(await waits(edith)).toMatchObject({ toSettle: [], wanted: [], toReview: [] })
  })
})

it('a correction waits for an editor who did not ask for it, and flags what cites the claim', async () => {
  const news = await aPublishedClaim()
  const { db, as, ada, edith, cleo, ben, claim, other, decision } = news
  await assignClaim(db, ben, other, ben.id)
  const [row] = await db.reader.select().from(claims).where(eq(claims.id, claim))
  await citeClaim(db, ben, other, `${row?.articleId}-${row?.number}`)
  const asked = { kind: 'withdrawal' as const, ratingId: null, rationale: null, explanation: null, decision }
  const { proposalId } = await proposeCorrection(db, edith, claim, { ...asked, note: 'The log was forged.' })
  const waits = async (person: Person) => (await readDesk(db.reader, person, news.clock.now())).waiting
  const [adas, ediths, cleos] = [await waits(ada), await waits(edith), await waits(cleo)]
  expect([adas, ediths, cleos].map((one) => one?.toCorrect.rows.length)).toEqual([1, 0, 0])
  const { text } = await (await as(ada)).get('/').expect(200)
  expect(text).toContain(`href="/proposals/${proposalId}/review"`)
  await answerProposal(db, ada, proposalId, { outcome: 'approved', reason: null })
  expect((await waits(ada))?.toCorrect.rows).toEqual([])
  expect((await waits(ben))?.flagged.rows).toMatchObject([{ id: other, why: 'cites' }])
  expect((await (await as(ben)).get('/')).text).toContain('It rests on the decision about')
})

it('unread notifications stand on the desk until they are opened', async () => {
  const { db, as, edith, cleo, one } = await room()
  await assignClaim(db, edith, one, cleo.id)
  const cleos = await as(cleo)
  const { text } = await cleos.get('/').expect(200)
  expect(text).toContain('A claim is yours to check')
  const [, opening = ''] = /action="(\/notifications\/\d+\/opening)"/.exec(text) ?? []
  await cleos.post(opening).expect(303)
  expect((await cleos.get('/')).text).toContain('Nothing new.')
})

it('is found by an index of its own, however many claims there are', async () => {
  const { db, edith } = await room()
  await readDesk(db.reader, edith, db.clock.now())
  const plan = (name: string) => {
    // Whatever drizzle prepared has the text it was prepared from.
    const { sql } = (db.reader.statements.get(name) as { getQuery: () => { sql: string } }).getQuery()
    const steps = db.writer.sqlite.prepare(`EXPLAIN QUERY PLAN ${sql}`).all(...sql.matchAll(/\?/g).map(() => 1))
    return (steps as { detail: string }[]).map(({ detail }) => detail)
  }
  const of = (name: string) => plan(name).filter((step) => /SCAN|TEMP B-TREE|verdicts_author/.test(step))
  expect([of('desk.check'), of('desk.overdue'), of('desk.review'), of('desk.returned')]).toEqual([[], [], [], []])
  expect(of('desk.settle')).toEqual([])
  expect(plan('desk.check')).toContain('SEARCH claims USING INDEX claims_to_check (assignee_id=?)')
  expect(plan('desk.wanted').join()).toContain('rounds_first')
})
