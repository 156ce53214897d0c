import type { Conn } from '../../db/conn.ts'
import { comparable } from '../claims/comparable.ts'
import { ownClaimsHere, ownEvidenceHere } from './own-known.ts'
import type { RowValue } from './rows.ts'
import { checksFrom, keysHere } from './store.ts'

type Keyed = { key: string; value: RowValue }

/**
 * The keys of the rows that are here already: through an import that stands, or as a check that somebody entered. Of the
 * import `own` only its rows before a row count.
 */
export async function areHere(
  conn: Conn,
  rows: readonly Keyed[],
  own?: { id: number; before: number },
): Promise<Set<string>> {
  const here = await keysHere(
    conn,
    rows.map(({ key }) => key),
    own,
  )
  const asked = rows.flatMap(({ key, value }) => (value.kind === 'checks' ? [{ key, ...value }] : []))
  const standing = await checksFrom(
    conn,
    asked.map(({ url }) => url),
  )
  const known = new Set(standing.map(same))
  for (const check of asked) if (known.has(same(check))) here.add(check.key)
  const ofKind = <K extends RowValue['kind']>(kind: K) =>
    rows.filter((row): row is Keyed & { value: Extract<RowValue, { kind: K }> } => row.value.kind === kind)
  for (const key of await ownClaimsHere(conn, ofKind('own_claims'), own?.id)) here.add(key)
  for (const key of await ownEvidenceHere(conn, ofKind('own_evidence'))) here.add(key)
  return here
}

const same = ({ url, claim }: { url: string; claim: string }) => JSON.stringify([url, comparable(claim)])
