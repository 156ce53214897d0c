import type { Conn } from '../../db/conn.ts'
import { ClaimCard } from '../../views/claims/claim-card.ts'
import { Ledger } from '../../views/evidence/ledger.ts'
import type { Html } from '../../views/html.ts'
import type { Person } from '../accounts/permissions.ts'
import { countOpen, threadsOf } from '../comments/thread.ts'
import { countStanding } from '../evidence/evidence.ts'
import { ledgerOf } from '../evidence/ledger.ts'
import { independenceOf } from '../independence/independence.ts'
import { searchesOf } from '../readiness/search.ts'
import { verdictPanelOf } from '../verdicts/panel.ts'
import { readClaim } from './claim.ts'

/** The claim as it stands beside its article, evidence and verdicts in it. Throws NotFound. */
export async function claimCard(db: { reader: Conn }, person: Person, id: number): Promise<Html> {
  const claim = await readClaim(db.reader, id)
  const items = await ledgerOf(db.reader, person, claim)
  const into = `#claim-${id}`
  const discussed = countOpen(await threadsOf(db.reader, person, id))
  const independence = await independenceOf(db.reader, items)
  const ledger = Ledger({
    claimId: id,
    items,
    independence,
    searches: await searchesOf(db.reader, id),
    person,
    discussed,
    into,
  })
  const verdict = await verdictPanelOf(db.reader, person, {
    claim,
    evidenceCount: countStanding(items),
    discussed,
    into,
  })
  return ClaimCard({ claim, ledger, verdict, person })
}
