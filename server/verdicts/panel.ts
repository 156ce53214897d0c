import type { Conn } from '../../db/conn.ts'
import type { Html } from '../../views/html.ts'
import { VerdictPanel } from '../../views/verdicts/verdict-panel.ts'
import type { Person } from '../accounts/permissions.ts'
import type { ClaimRecord } from '../claims/claim.ts'
import { judgingOf } from '../rounds/round.ts'
import { verdictsOf } from './verdict.ts'

type Wanted = {
  claim: Pick<ClaimRecord, 'id' | 'state' | 'decisionId'>
  /** How much evidence there is for this person. */
  evidenceCount: number
  /** The selector of what forms take the place of, beside a text. */
  into?: string
}

/** What was found on a claim and how it is judged, as the viewer may know of it. Throws NotFound. */
export async function verdictPanelOf(conn: Conn, viewer: Person, { claim, ...rest }: Wanted): Promise<Html> {
  const verdicts = await verdictsOf(conn, viewer, claim.id)
  const judging = await judgingOf(conn, viewer, claim.id)
  return VerdictPanel({ claim, verdicts, judging, person: viewer, ...rest })
}
