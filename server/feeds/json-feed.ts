import { EntryContent } from '../../views/feeds/entry-content.ts'
import type { Entry } from './entry.ts'
import type { Feed } from './feed.ts'

/** A feed as JSON Feed 1.1. What programs may want to tell apart stands under `_stet`. */
export function jsonFeed({ url, home, newsroom, title, entries }: Feed): string {
  return `${JSON.stringify({
    version: 'https://jsonfeed.org/version/1.1',
    title,
    home_page_url: home,
    feed_url: url,
    authors: [{ name: newsroom, url: home }],
    items: entries.map(itemOf),
  })}\n`
}

function itemOf({ id, url, title, published, updated, tags, change }: Entry) {
  const { why, kind, claim } = change
  return {
    id,
    url,
    title,
    content_html: String(EntryContent({ change, url })),
    date_published: published,
    date_modified: updated,
    ...(tags.length > 0 && { tags }),
    _stet: { claim: claim.key, change: why, correction: kind, state: claim.state, rating: claim.rating?.key ?? null },
  }
}
