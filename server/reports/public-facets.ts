import type { Conn } from '../../db/conn.ts'
import { contentOf } from './content.ts'
import { publishedValues } from './public-facet-store.ts'

/** What published claims can be narrowed to: the key that addresses hold, the words of the newest of them, and how many there are. */
export type PublicFacet = { key: string; label: string; claims: number }

/** The claimants and ratings of published claims, the most frequent first; of claimants at most two hundred. */
export async function publicFacets(conn: Conn): Promise<{ claimants: PublicFacet[]; ratings: PublicFacet[] }> {
  const claimants = await publishedValues(conn, 'claimant', 200)
  const ratings = await publishedValues(conn, 'rating', 50)
  return {
    claimants: claimants.map((row) => facetOf(row, contentOf(row).claimant?.name)),
    ratings: ratings.map((row) => facetOf(row, contentOf(row).finding?.rating.label)),
  }
}

const facetOf = ({ value, claims }: { value: string; claims: number }, label = value): PublicFacet => ({
  key: value,
  label,
  claims,
})
