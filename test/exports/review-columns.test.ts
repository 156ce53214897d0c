import { expect, it } from 'vitest'
import { adjudications, rounds } from '../../db/schema/index.ts'
import { write } from '../../db/write.ts'
import { answerProposal, proposeCorrection } from '../../server/corrections/proposal.ts'
import { aPublishedClaim, decided, typedCorrection } from '../corrections/published.ts'
import { rated } from '../verdicts/harbour.ts'
import { rowsOf } from './a-newsroom.ts'

type Room = Awaited<ReturnType<typeof aPublishedClaim>>

async function rowOf({ as, rita }: Room, claim: number) {
  const answer = await (await as(rita)).get('/claims.csv?variant=raw').expect(200)
  return rowsOf(answer.text).find(({ claim_id }) => claim_id === String(claim))
}

async function correct({ db, cleo, edith, claim }: Room, decision: number, more: object): Promise<void> {
  const { rating: ratingId, ...typed } = typedCorrection(decision)
  const asked = { ...typed, ratingId, explanation: null, kind: 'correction', ...more } as const
  const { proposalId } = await proposeCorrection(db, cleo, claim, asked)
  await answerProposal(db, edith, proposalId, { outcome: 'approved', reason: null })
}

it('a published claim says since when, and why its verdict went past a warning', async () => {
  const news = await aPublishedClaim()
  expect(await rowOf(news, news.claim)).toMatchObject({
    state: 'published',
    published_at: '2025-05-12T09:00:00.000Z',
    correction_count: '0',
    last_correction_at: '',
    corrected_from: '',
    decision_number: '1',
    override_reason: 'A test needs no evidence.',
    reviewer: 'Ben',
  })
})

it('a corrected claim says how often, when last and what stood there before', async () => {
  const news = await aPublishedClaim()
  news.clock.set('2025-05-12T11:00:00.000Z')
  await correct(news, news.decision, {})
  await correct(news, news.decision + 1, { ratingId: rated.true, kind: 'update' })
  expect(await rowOf(news, news.claim)).toMatchObject({
    published_at: '2025-05-12T09:00:00.000Z',
    correction_count: '2',
    last_correction_at: '2025-05-12T11:00:00.000Z',
    corrected_from: 'half-true',
    rating: 'true',
    decision_number: '3',
    checker: 'Cleo',
    reviewer: 'Edith',
  })
})

it('a withdrawn claim has no decision, and says which one it had', async () => {
  const news = await aPublishedClaim()
  await correct(news, news.decision, { kind: 'withdrawal' })
  expect(await rowOf(news, news.claim)).toMatchObject({
    state: 'checking',
    rating: '',
    rationale: '',
    decision_number: '',
    published_at: '',
    correction_count: '1',
    corrected_from: 'false',
  })
})

it('a settled claim says who settled it and why the verdicts differed; JSON the same', async () => {
  const news = await aPublishedClaim()
  const { db, cleo, ben, edith, other } = news
  const decisionId = await decided(news, other)
  await write(db, async (tx) => {
    const two = { claimId: other, firstId: cleo.id, secondId: ben.id, createdAt: tx.now, closedAt: tx.now }
    const [round] = await tx.insert(rounds).values(two).returning({ id: rounds.id })
    const settled = { roundId: round?.id ?? 0, decisionId, adjudicatorId: edith.id, difference: 'boundary' } as const
    await tx.insert(adjudications).values({ ...settled, note: 'Both saw the same.', createdAt: tx.now })
  })
  expect(await rowOf(news, other)).toMatchObject({ adjudicator: 'Edith', difference: 'boundary', decision_number: '1' })
  const json = (await (await news.as(news.rita)).get('/claims.json')).body as { claims: Record<string, unknown>[] }
  expect(json.claims.find(({ claim_id }) => claim_id === other)).toMatchObject({
    adjudicator: 'Edith',
    decision_number: 1,
    claimant_role: null,
    tags: [],
  })
})
