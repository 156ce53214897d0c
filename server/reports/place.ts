import type { Conn } from '../../db/conn.ts'
import { publicPlace } from './preview-store.ts'
import { claimPath } from './slug.ts'

/** The address of a claim's public page, withdrawn ones too; null when it never had one. */
export async function publicPathOf(conn: Conn, claimId: number): Promise<string | null> {
  const place = await publicPlace(conn, claimId)
  return place ? claimPath(place.reportSlug, place.slug) : null
}
