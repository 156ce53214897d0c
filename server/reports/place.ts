import type { Conn } from '../../db/conn.ts'
import { reportOfArticle } from './edition-store.ts'
import { publicPlace } from './preview-store.ts'
import { claimPath, reportPath } from './slug.ts'

/** The address of a claim's public page, withdrawn ones too; null when it never had one. */
export async function publicPathOf(conn: Conn, claimId: number): Promise<string | null> {
  const place = await publicPlace(conn, claimId)
  return place ? claimPath(place.reportSlug, place.slug) : null
}

/** The address of an article's report while it is public, or null. */
export async function publicReportOf(conn: Conn, articleId: number): Promise<string | null> {
  const report = await reportOfArticle(conn, articleId)
  return report?.publishedAt ? reportPath(report.slug) : null
}
