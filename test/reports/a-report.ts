import type { Newsroom } from '../support/newsroom.ts'
import { newsroom } from '../support/newsroom.ts'
import { publishReport } from '../../server/reports/report.ts'
import type { Lookup } from '../../server/reports/public.ts'
import { publishedClaim } from '../../server/reports/published.ts'
import { decided, published } from '../corrections/published.ts'
import { aSource, anItem, harbour } from '../evidence/harbour.ts'

/** What stands at a public address. Throws when there is nothing. */
export function here<T>(found: Lookup<T>): T {
  if (!found || !('here' in found)) throw new Error(`Not here: ${JSON.stringify(found)}`)
  return found.here
}

/** The first claim of the first report, as the public sees it. */
export const firstPublic = async ({ db }: Newsroom) =>
  here(await publishedClaim(db.reader, 'port-ellery', '1-the-harbour-closed-on-monday'))

/** A newsroom whose article has a published claim with open and confidential evidence, a decided one and one that nobody looked at, and its public report. */
export async function aReport(env: Record<string, string> = {}) {
  const news = await newsroom(env)
  const { db, cleo, edith } = news
  const { article, claims } = await harbour(db, 3)
  const [claim = 0, other = 0, third = 0] = claims
  const open = await aSource(db, 'Harbour log', { url: 'https://log.example/2025' })
  const secret = await aSource(db, 'A whistle-blower', { confidential: true })
  await anItem(db, cleo, claim, open)
  await anItem(db, cleo, claim, secret, 'They told me so.')
  const decision = await published(news, claim)
  const otherDecision = await decided(news, other)
  await publishReport(db, edith, article, { slug: 'port-ellery', others: false, claims: [] })
  return { ...news, article, claim, other, third, open, decision, otherDecision }
}
