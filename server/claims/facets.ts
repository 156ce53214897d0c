import type { Conn } from '../../db/conn.ts'
import type { Person } from '../accounts/permissions.ts'
import { type FacetKey, type FacetRow, countBy, facetKeys } from './facet-store.ts'
import type { Filter } from './filter.ts'
import { type Resolved, resolve } from './list-names.ts'

export type { FacetKey } from './facet-store.ts'

/** One value to narrow a list by; `value` as the address has it, null when it is chosen already. */
export type FacetValue = { key: string; label: string | null; n: number; isChosen: boolean }

/** A facet with its values; `isLeast`: there may be more of each than was counted. */
export type Facet = { key: FacetKey; values: FacetValue[]; isLeast: boolean }

export type Facets = { filter: Filter; facets: Facet[] }

type Asked = { viewer: Person; filter: Filter; today: Date }

/**
 * How many claims of the list have each value: each facet counted with all other filters in force, never with its own.
 * Long lists show the most frequent values. Confidential sources change no count for those who may not see them.
 */
export async function countFacets(conn: Conn, { viewer, filter, today }: Asked): Promise<Facets> {
  const resolved = await resolve(conn, filter, { viewer, today })
  const { wanted } = resolved
  const free = facetKeys.filter((key) => !isInUse(wanted, key))
  const used = facetKeys.filter((key) => isInUse(wanted, key))
  const counts = [{ keys: free, ...(await countBy(conn, wanted, free)) }]
  for (const key of used) {
    const rest = { ...wanted, [key]: key === 'state' ? 'all' : null }
    counts.push({ keys: [key], ...(await countBy(conn, rest, [key])) })
  }
  const facets = facetKeys.map((key): Facet => {
    const found = counts.find(({ keys }) => keys.includes(key))
    const rows = found?.rows.filter(({ facet }) => facet === key) ?? []
    return { key, values: rows.map((row) => valueOf(row, resolved)), isLeast: found?.isLeast ?? false }
  })
  return { filter: resolved.filter, facets }
}

// Without a choice the list leaves out what is set aside; the facet tells of it all the same.
const isInUse = (wanted: Resolved['wanted'], key: FacetKey): boolean => key === 'state' || wanted[key] !== null

function valueOf({ facet, value, n, name }: FacetRow, { wanted, ratings }: Resolved): FacetValue {
  const chosen = wanted[facet] === (value === 0 ? 'none' : value)
  const rating = facet === 'rating' ? ratings.find(({ id }) => id === value) : undefined
  const key = rating?.key ?? (facet === 'tag' ? (name ?? '') : value === 0 ? 'none' : String(value))
  return { key, label: rating?.label ?? name, n, isChosen: chosen }
}
