import type { Conn } from '../../db/conn.ts'
import { errorFormAddress } from '../reported/words.ts'
import { readPublicSite } from '../settings/public-site.ts'
import { readSitePages } from './page.ts'
import { sitePageWords } from './words.ts'

/** Where the foot of a public page leads. */
export type SiteLinks = { isOn: boolean; links: { href: string; label: string }[] }

/** The pages that are written, while the site is switched on, and where an error is reported: `about` is the path of a published check. */
export async function siteLinks(conn: Conn, about = ''): Promise<SiteLinks> {
  const { isOn } = await readPublicSite(conn)
  const report = { href: errorFormAddress(about), label: 'Report an error' }
  if (!isOn) return { isOn, links: about === '' ? [] : [report] }
  const written = (await readSitePages(conn)).filter(({ text }) => text !== '')
  const pages = written.map(({ page }) => ({ href: sitePageWords[page].path, label: sitePageWords[page].title }))
  return { isOn, links: [{ href: '/', label: 'All our checks' }, ...pages, report] }
}
