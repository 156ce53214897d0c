import type { Conn } from '../../db/conn.ts'
import type { OwnClaim, OwnEvidence } from './own-row.ts'
import { claimsOf, evidenceOf } from './own-store.ts'

type Keyed<T> = { key: string; value: T }

/**
 * The keys of claims that are this newsroom's own, or came with their numbers: the same number and the same words. Those that
 * the import `own` has made itself do not count.
 */
export async function ownClaimsHere(
  conn: Conn,
  rows: readonly Keyed<OwnClaim>[],
  own: number | undefined,
): Promise<string[]> {
  const found = await claimsOf(
    conn,
    rows.map(({ value }) => value.claimThere),
    own,
  )
  const byId = new Map(found.map((claim) => [claim.id, claim]))
  return rows.flatMap(({ key, value }) => {
    const here = byId.get(value.claimThere)
    const isSame =
      here?.articleId === value.articleThere &&
      here.number === value.number &&
      (here.statement === value.statement || here.quote === value.quote)
    return isSame ? [key] : []
  })
}

/** The keys of evidence that is this newsroom's own. */
export async function ownEvidenceHere(conn: Conn, rows: readonly Keyed<OwnEvidence>[]): Promise<string[]> {
  const found = await evidenceOf(
    conn,
    rows.map(({ value }) => value.evidenceThere),
  )
  const byId = new Map(found.map((one) => [one.id, one]))
  return rows.flatMap(({ key, value }) => {
    const here = byId.get(value.evidenceThere)
    const isSame =
      here?.claimId === value.claimThere &&
      here.sourceId === value.sourceThere &&
      here.createdAt === value.cells.added_at
    return isSame ? [key] : []
  })
}
