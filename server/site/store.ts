import { and, desc, eq, inArray, max } from 'drizzle-orm'
import { type Conn, type Tx, prepared } from '../../db/conn.ts'
import { people, sitePages } from '../../db/schema/index.ts'
import type { SitePageKey } from './words.ts'

const { id, page, number, text, createdAt } = sitePages
const shown = { page, number, text, createdAt }

/** The newest version of every page that was ever written. */
export async function newestPages(conn: Conn) {
  const query = prepared(conn, 'site.pages', (c) =>
    c
      .select(shown)
      .from(sitePages)
      .where(
        inArray(
          id,
          c
            .select({ id: max(id) })
            .from(sitePages)
            .groupBy(page),
        ),
      )
      .prepare(),
  )
  return query.execute()
}

/** The newest version of one page, or undefined before the first. */
export async function newestPage(conn: Conn, key: SitePageKey) {
  const [found] = await conn.select(shown).from(sitePages).where(eq(page, key)).orderBy(desc(number)).limit(1)
  return found
}

/** The versions of a page with who wrote them, the newest first. */
export async function versionsOf(conn: Conn, key: SitePageKey, limit: number) {
  return conn
    .select({ ...shown, by: people.name })
    .from(sitePages)
    .innerJoin(people, eq(people.id, sitePages.createdById))
    .where(eq(page, key))
    .orderBy(desc(number))
    .limit(limit)
}

/** One version of a page, or undefined. */
export async function versionOfPage(conn: Conn, key: SitePageKey, wanted: number) {
  const [found] = await conn
    .select({ ...shown, by: people.name })
    .from(sitePages)
    .innerJoin(people, eq(people.id, sitePages.createdById))
    .where(and(eq(page, key), eq(number, wanted)))
  return found
}

/** Versions are only ever added. */
export async function insertPage(tx: Tx, row: Omit<typeof sitePages.$inferInsert, 'id'>): Promise<void> {
  await tx.insert(sitePages).values(row)
}
