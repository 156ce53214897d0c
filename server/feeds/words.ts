export const feedFormats = ['atom', 'json'] as const
export type FeedFormat = (typeof feedFormats)[number]

export const feedTypes: Record<FeedFormat, string> = { atom: 'application/atom+xml', json: 'application/feed+json' }

/** Where a feed is, from the root of this server; `key` as `facetKey` gives it. */
export const feedPath = (format: FeedFormat, about?: { of: 'claimants' | 'tags'; key: string }): string =>
  about ? `/feeds/${about.of}/${encodeURIComponent(about.key)}.${format}` : `/feeds/checks.${format}`
