import { answerProposal, proposeCorrection } from '../../server/corrections/proposal.ts'
import { typedCorrection } from '../corrections/published.ts'
import { rated } from '../verdicts/harbour.ts'
import type { aReport } from './a-report.ts'

type Room = Pick<Awaited<ReturnType<typeof aReport>>, 'db' | 'cleo' | 'edith' | 'claim' | 'decision'>

/** Has the published claim corrected to “Half true”, or withdrawn. */
export async function corrected(
  { db, cleo, edith, claim, decision }: Room,
  kind: 'correction' | 'withdrawal' = 'correction',
): Promise<void> {
  const { note, rationale } = typedCorrection(decision)
  const asked = { kind, note, rationale, ratingId: rated.halfTrue, explanation: null, decision }
  const { proposalId } = await proposeCorrection(db, cleo, claim, asked)
  await answerProposal(db, edith, proposalId, { outcome: 'approved', reason: null })
}
