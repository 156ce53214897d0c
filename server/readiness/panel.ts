import type { Conn } from '../../db/conn.ts'
import type { Html } from '../../views/html.ts'
import { ReadinessPanel } from '../../views/readiness/readiness-panel.ts'
import { type Person, can } from '../accounts/permissions.ts'
import type { ClaimState } from '../claims/words.ts'
import { readinessOf } from './readiness.ts'

const beforeVerdict: readonly ClaimState[] = ['open', 'checking', 'in_review']

/**
 * What a claim misses before a verdict, while it waits for one. For those who give verdicts only: what is met could tell a
 * reader of confidential sources.
 */
export async function readinessPanelOf(
  conn: Conn,
  viewer: Person,
  claim: { id: number; state: ClaimState },
): Promise<Html | false> {
  if (!can(viewer, 'verdict.give') || !beforeVerdict.includes(claim.state)) return false
  return ReadinessPanel({ claimId: claim.id, items: await readinessOf(conn, claim.id) })
}
