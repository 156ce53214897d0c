import { and, desc, eq, max } from 'drizzle-orm'
import { type Conn, type Tx, insertedId } from '../../db/conn.ts'
import { editions, publicClaims, publicFacets, reportSlugs, reports } from '../../db/schema/index.ts'

export type ReportRow = typeof reports.$inferSelect
export type PublicClaimRow = typeof publicClaims.$inferSelect

/** The public side of an article, or undefined while nothing of it was ever public. */
export async function reportOfArticle(conn: Conn, articleId: number): Promise<ReportRow | undefined> {
  const [found] = await conn.select().from(reports).where(eq(reports.articleId, articleId))
  return found
}

/** The public side of a claim, or undefined when it never was public. */
export async function findPublicClaim(conn: Conn, claimId: number): Promise<PublicClaimRow | undefined> {
  const [found] = await conn.select().from(publicClaims).where(eq(publicClaims.claimId, claimId))
  return found
}

/** The newest edition of a claim, or undefined. */
export async function newestEdition(conn: Conn, claimId: number) {
  const [found] = await conn
    .select({ id: editions.id, number: editions.number, sha256: editions.sha256, createdAt: editions.createdAt })
    .from(editions)
    .where(eq(editions.claimId, claimId))
    .orderBy(desc(editions.number))
    .limit(1)
  return found
}

/** The highest number that a claim of the report was given; 0 before the first. */
export async function lastPublicNumber(conn: Conn, reportId: number): Promise<number> {
  const [row] = await conn
    .select({ last: max(publicClaims.number) })
    .from(publicClaims)
    .where(eq(publicClaims.reportId, reportId))
  return row?.last ?? 0
}

/** The report that has or had the address, or undefined. */
export async function reportWithSlug(conn: Conn, slug: string): Promise<number | undefined> {
  const [found] = await conn.select({ id: reportSlugs.reportId }).from(reportSlugs).where(eq(reportSlugs.slug, slug))
  return found?.id
}

/** Returns the id. */
export async function insertReport(tx: Tx, row: typeof reports.$inferInsert): Promise<number> {
  return insertedId(await tx.insert(reports).values(row).returning({ id: reports.id }))
}

/** Changes a report. */
export async function updateReport(tx: Tx, reportId: number, set: Partial<ReportRow>): Promise<void> {
  await tx.update(reports).set(set).where(eq(reports.id, reportId))
}

/** Notes an address for good. */
export async function insertSlug(tx: Tx, slug: string, reportId: number): Promise<void> {
  await tx.insert(reportSlugs).values({ slug, reportId })
}

/** Returns the id. Editions are only ever added. */
export async function insertEdition(tx: Tx, row: typeof editions.$inferInsert): Promise<number> {
  return insertedId(await tx.insert(editions).values(row).returning({ id: editions.id }))
}

/** Makes a claim public. */
export async function insertPublicClaim(tx: Tx, row: typeof publicClaims.$inferInsert): Promise<void> {
  await tx.insert(publicClaims).values(row)
}

/** Shows another edition of a public claim; address and time of publication stay. */
export async function updatePublicClaim(
  tx: Tx,
  claimId: number,
  set: Pick<PublicClaimRow, 'state' | 'place' | 'editionId' | 'changedAt'>,
): Promise<void> {
  await tx.update(publicClaims).set(set).where(eq(publicClaims.claimId, claimId))
}

type Facet = Pick<typeof publicFacets.$inferInsert, 'facet' | 'value'>

/** Puts what a public claim is found by in the place of what it was found by. */
export async function replaceFacets(tx: Tx, claimId: number, facets: Facet[]): Promise<void> {
  await tx.delete(publicFacets).where(and(eq(publicFacets.claimId, claimId)))
  for (const facet of facets) await tx.insert(publicFacets).values({ ...facet, claimId })
}
