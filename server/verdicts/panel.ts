import type { Conn } from '../../db/conn.ts'
import type { Html } from '../../views/html.ts'
import { VerdictPanel } from '../../views/verdicts/verdict-panel.ts'
import type { Person } from '../accounts/permissions.ts'
import type { ClaimRecord } from '../claims/claim.ts'
import type { OpenThreads } from '../comments/thread.ts'
import { type Judging, judgingOf } from '../rounds/round.ts'
import { importedVerdictOf } from './imported.ts'
import { verdictsOf } from './verdict.ts'

type Wanted = {
  claim: Pick<ClaimRecord, 'id' | 'state' | 'decisionId' | 'imported' | 'independent' | 'articleIndependent'>
  /** How much evidence there is for this person. */
  evidenceCount: number
  /** How many open discussions there are of each; without them, no way leads there. */
  discussed?: OpenThreads | undefined
  /** How it is judged, where that was read already. */
  judging?: Judging
  /** The selector of what forms take the place of, beside a text. */
  into?: string
}

/** What was found on a claim and how it is judged, as the viewer may know of it. Throws NotFound. */
export async function verdictPanelOf(conn: Conn, viewer: Person, { claim, discussed, ...rest }: Wanted): Promise<Html> {
  const found = await verdictsOf(conn, viewer, claim.id)
  const openOn = (id: number) => discussed && { claimId: claim.id, open: discussed.verdicts.get(id) ?? 0 }
  const verdicts = found.map((verdict) => ({ ...verdict, discussion: openOn(verdict.id) }))
  const judging = rest.judging ?? (await judgingOf(conn, viewer, claim))
  const imported = claim.imported ? await importedVerdictOf(conn, claim.id) : undefined
  return VerdictPanel({ claim, verdicts, person: viewer, ...rest, judging, imported })
}
