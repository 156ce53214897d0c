import type { Conn } from '../../db/conn.ts'
import type { PublicFacet } from '../reports/public-facets.ts'
import type { PublicClaimLine } from '../reports/public.ts'
import { listPublished, newsroomName } from '../reports/published.ts'
import { pageOf } from '../values/paging.ts'
import { type FrontFilter, placeAfter, placeIn } from './filter.ts'

/** What visitors find at the front. `next` is where the next page begins, '' at the end. */
export type Front = Facets & { newsroom: string; filter: FrontFilter; claims: PublicClaimLine[]; next: string }

/** What all published checks together can be narrowed to. */
export type Facets = { claimants: PublicFacet[]; ratings: PublicFacet[] }

const pageSize = 20

/** The published checks, the newest first, narrowed as asked. A fixed number of queries. */
export async function frontPage(conn: Conn, filter: FrontFilter, facets: Facets): Promise<Front> {
  const { q, claimant, rating, after } = filter
  const asked = { text: q || undefined, claimant: claimant || undefined, rating: rating || undefined }
  const found = await listPublished(conn, { ...asked, after: placeIn(after), limit: pageSize + 1 })
  const { rows: claims, last } = pageOf(found, pageSize)
  const next = last ? placeAfter(last) : ''
  return { newsroom: await newsroomName(conn), filter, claims, next, ...facets }
}
