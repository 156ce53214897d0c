import { expect, it } from 'vitest'
import { answerProposal, proposeCorrection } from '../../server/corrections/proposal.ts'
import { aPublishedClaim, typedCorrection } from '../corrections/published.ts'
import { rowsOf } from './a-newsroom.ts'

async function corrected() {
  const news = await aPublishedClaim()
  const { db, cleo, edith, claim, decision } = news
  const change = async (from: number, more: object) => {
    const { rating: ratingId, ...typed } = typedCorrection(from)
    const asked = { ...typed, ratingId, explanation: null, kind: 'correction', ...more } as const
    const { proposalId } = await proposeCorrection(db, cleo, claim, asked)
    await answerProposal(db, edith, proposalId, { outcome: 'approved', reason: null })
  }
  await change(decision, {})
  await change(decision + 1, { kind: 'withdrawal', note: '=HYPERLINK("https://bad.example")' })
  return news
}

it('holds every correction with what stood before and after', async () => {
  const { as, rita, claim } = await corrected()
  const browser = await as(rita)
  const [first, second, ...others] = rowsOf((await browser.get('/articles/1/corrections.csv').expect(200)).text)
  expect(others).toEqual([])
  expect(first).toMatchObject({
    claim_id: String(claim),
    claim_number: '1-1',
    correction_number: '1',
    correction_kind: 'correction',
    decision_before: '1',
    rating_before: 'false',
    rating_value_before: '1',
    rationale_before: 'Ships all day.',
    decision_after: '2',
    rating_after: 'half-true',
    rating_value_after: '3',
    rationale_after: 'Ships by day, none by night.',
    asked_for_by: 'Cleo',
    approved_by: 'Edith',
    corrected_at: '2025-05-12T09:00:00.000Z',
  })
  expect(second).toMatchObject({
    correction_kind: 'withdrawal',
    note: '\'=HYPERLINK("https://bad.example")',
    rating_before: 'half-true',
    rating_after: '',
    decision_after: '',
  })
  const { corrections } = (await browser.get('/corrections.json').expect(200)).body as { corrections: object[] }
  expect(corrections[1]).toMatchObject({ note: '=HYPERLINK("https://bad.example")', rating_after: null })
})
