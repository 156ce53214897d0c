import { setImmediate } from 'node:timers/promises'
import type { Conn } from '../../db/conn.ts'
import { type Site, claimReviewOf } from './claim-review.ts'
import type { PublicClaimLine } from './public.ts'
import { listPublished, publishedChanges } from './published.ts'

const page = 200

/**
 * Every published check as a DataFeed of schema.org, the newest first, in pieces of 200; the event loop turns after each. One that was
 * withdrawn is told with the time, and without its review.
 */
export async function* claimReviewFeed(conn: Conn, site: Site): AsyncGenerator<string> {
  const [newest] = await publishedChanges(conn, { limit: 1 })
  yield `${opening(site, newest?.at)}[`
  let after: PublicClaimLine | undefined
  for (let isFirst = true; ; isFirst = false) {
    const lines = await listPublished(conn, { withdrawn: true, after, limit: page })
    if (lines.length > 0) yield (isFirst ? '' : ',') + lines.map((line) => JSON.stringify(itemOf(line, site))).join(',')
    if (lines.length < page) break
    after = lines.at(-1)
    await setImmediate()
  }
  yield ']}\n'
}

function opening({ newsroom, origin }: Site, changed: string | undefined): string {
  const about = {
    '@context': 'https://schema.org',
    '@type': 'DataFeed',
    name: `Fact-checks of ${newsroom}`,
    url: `${origin}/claimreview.json`,
    ...(changed !== undefined && { dateModified: changed }),
  }
  return `${JSON.stringify(about).slice(0, -1)},"dataFeedElement":`
}

function itemOf(line: PublicClaimLine, site: Site) {
  const review = claimReviewOf(line, site)
  return {
    '@type': 'DataFeedItem',
    url: site.origin + line.path,
    dateCreated: line.publishedAt,
    dateModified: line.updatedAt,
    ...(!review && { dateDeleted: line.updatedAt }),
    item: review ? [review] : [],
  }
}
