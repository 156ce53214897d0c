import type { Conn } from '../../db/conn.ts'
import type { Html } from '../../views/html.ts'
import { ReadinessPanel } from '../../views/readiness/readiness-panel.ts'
import { type Person, can } from '../accounts/permissions.ts'
import type { ClaimState } from '../claims/words.ts'
import type { EvidenceItem } from '../evidence/evidence.ts'
import type { Independence } from '../independence/independence.ts'
import type { Search } from './search.ts'
import { readinessOf } from './readiness.ts'

const beforeVerdict: readonly ClaimState[] = ['open', 'checking', 'in_review']

/** What the page has read already; those who give verdicts see all evidence. */
type Read = {
  claim: { id: number; state: ClaimState }
  items: EvidenceItem[]
  searches: Search[]
  independence: Independence
}

/**
 * What a claim misses before a verdict, while it waits for one. For those who give verdicts only: what is met could tell a
 * reader of confidential sources.
 */
export async function readinessPanelOf(
  conn: Conn,
  viewer: Person,
  { claim, items, searches, independence }: Read,
): Promise<Html | false> {
  if (!can(viewer, 'verdict.give') || !beforeVerdict.includes(claim.state)) return false
  const evidence = items.filter(({ withdrawnAt }) => withdrawnAt === null)
  const known = { evidence, alike: independence.alike, searched: searches.map(({ side }) => side) }
  return ReadinessPanel({ claimId: claim.id, items: await readinessOf(conn, claim.id, known) })
}
