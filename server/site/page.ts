import type { Conn } from '../../db/conn.ts'
import type { Db } from '../../db/open.ts'
import { write } from '../../db/write.ts'
import { type Person, permit } from '../accounts/permissions.ts'
import { lostRace, missing } from '../errors.ts'
import { record, sha256 } from '../history/record.ts'
import { formValues } from '../values/form-values.ts'
import { insertPage, newestPage, newestPages, versionOfPage, versionsOf } from './store.ts'
import { type SitePageKey, sitePageKeys } from './words.ts'

/** A page that editors write, as it is now: `number` counts its versions, 0 before the first; an empty text is shown to nobody. */
export type SitePage = { page: SitePageKey; number: number; text: string; changedAt: string | null }

export type SiteVersion = NonNullable<Awaited<ReturnType<typeof versionOfPage>>>

/** All pages, written or not, in the order in which readers find them. */
export async function readSitePages(conn: Conn): Promise<SitePage[]> {
  const written = await newestPages(conn)
  return sitePageKeys.map((key) =>
    pageOf(
      key,
      written.find(({ page }) => page === key),
    ),
  )
}

/** One of them. */
export async function readSitePage(conn: Conn, key: SitePageKey): Promise<SitePage> {
  return pageOf(key, await newestPage(conn, key))
}

/** The newest versions of a page, the newest first; at most a hundred. */
export const sitePageVersions = (conn: Conn, key: SitePageKey): Promise<SiteVersion[]> => versionsOf(conn, key, 100)

/** One version of a page. Throws NotFound. */
export async function readSiteVersion(conn: Conn, key: SitePageKey, number: number): Promise<SiteVersion> {
  return (await versionOfPage(conn, key, number)) ?? missing('version')
}

type Written = { page: SitePageKey; text: string; version: number }

/** Writes a page anew; what it said before is kept. Without text it is taken off the site. Throws Conflict when somebody wrote it since `version`. */
export async function writeSitePage(db: Db, person: Person, { page, text, version }: Written): Promise<void> {
  permit(person, 'site.write')
  await write(db, async (tx) => {
    const before = await readSitePage(tx, page)
    if (before.number !== version)
      throw lostRace('this page', formValues({ text: before.text, version: before.number }))
    if (before.text === text) return
    const number = before.number + 1
    await insertPage(tx, { page, number, text, createdAt: tx.now, createdById: person.id })
    const told = { page, number, ...(text && { sha256: sha256(text).toString('hex') }) }
    await record(tx, person, 'site.written', {}, told)
  })
}

const pageOf = (
  page: SitePageKey,
  newest: { number: number; text: string; createdAt: string } | undefined,
): SitePage => ({
  page,
  number: newest?.number ?? 0,
  text: newest?.text ?? '',
  changedAt: newest?.createdAt ?? null,
})
