import type { Conn } from '../../db/conn.ts'
import { independentOf } from '../independence/independence.ts'
import type { ClaimFacts } from './claim-columns.ts'
import { type StanceRow, claimKeys, claimsWithDecisions, stancesOfClaims, tagsOfClaims } from './store.ts'

const idAt = claimKeys.indexOf('id')

/** The claims with their decisions, tags and what may be known of their evidence, in the order of the ids. */
export async function claimFacts(conn: Conn, ids: readonly number[]): Promise<ClaimFacts[]> {
  const byId = new Map<number, ClaimFacts>(ids.map((id) => [id, { values: [], tags: [], stances: [], independent: 0 }]))
  for (const values of await claimsWithDecisions(conn, ids)) {
    const claim = byId.get(Number(values[idAt]))
    if (claim) claim.values = values
  }
  for (const [claimId, name] of await tagsOfClaims(conn, ids)) byId.get(claimId)?.tags.push(name)
  const stances = await stancesOfClaims(conn, ids)
  for (const [claimId, stance, url] of stances) byId.get(claimId)?.stances.push({ stance, url })
  for (const [claimId, independent] of await countIndependent(conn, stances)) {
    const claim = byId.get(claimId)
    if (claim) claim.independent = independent
  }
  return [...byId.values()].filter(({ values }) => values.length > 0)
}

async function countIndependent(
  conn: Conn,
  rows: readonly StanceRow[],
): Promise<[claimId: number, independent: number][]> {
  const byClaim = Map.groupBy(rows, ([claimId]) => claimId)
  const sources = [...byClaim.values()].map((some) => some.map(weighed))
  const counts = await independentOf(conn, sources)
  return [...byClaim.keys()].map((claimId, index) => [claimId, counts[index] ?? 0])
}

const weighed = ([, , url, id, publisher, origin, originId]: StanceRow) => ({
  id,
  url,
  publisher,
  origin,
  originId,
  title: '',
  primary: false,
  confidential: false,
})
