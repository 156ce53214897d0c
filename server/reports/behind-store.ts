import { and, eq } from 'drizzle-orm'
import type { Conn } from '../../db/conn.ts'
import { publicClaims, reportSlugs, reports } from '../../db/schema/index.ts'

/** The article whose report has, or had, the address. */
export async function articleAt(conn: Conn, slug: string) {
  const [found] = await conn
    .select({ reportId: reports.id, articleId: reports.articleId })
    .from(reportSlugs)
    .innerJoin(reports, eq(reports.id, reportSlugs.reportId))
    .where(eq(reportSlugs.slug, slug))
  return found
}

/** The claim of a report with that public number. */
export async function claimNumbered(conn: Conn, reportId: number, number: number): Promise<number | undefined> {
  const [found] = await conn
    .select({ id: publicClaims.claimId })
    .from(publicClaims)
    .where(and(eq(publicClaims.reportId, reportId), eq(publicClaims.number, number)))
  return found?.id
}
