import type { Count } from '../values/count.ts'

export const searchKinds = ['claims', 'articles', 'sources', 'copies', 'comments', 'checks'] as const
/** What is searched. The order is that of the groups on the page. */
export type SearchKind = (typeof searchKinds)[number]

/** How the screen calls them, as a heading. */
export const kindHeadings: Record<SearchKind, string> = {
  claims: 'Claims',
  articles: 'Articles',
  sources: 'Sources',
  copies: 'Copies of sources',
  comments: 'Comments',
  checks: 'Checks by other publishers',
}

const nouns: Record<SearchKind, string> = {
  claims: 'claim',
  articles: 'article',
  sources: 'source',
  copies: 'copy',
  comments: 'comment',
  checks: 'check',
}

/** How many of them, as people read it: `1 copy`, `1,000+ copies`. */
export const countedKind = ({ count, more }: Count, kind: SearchKind): string =>
  `${count.toLocaleString('en')}${more ? '+' : ''} ${count === 1 && !more ? nouns[kind] : kind}`

/** Whether somebody who types that means this kind: the noun or its plural, or the beginning of either. */
export const isCalled = (kind: SearchKind, typed: string): boolean =>
  kind.startsWith(typed.toLowerCase()) || nouns[kind].startsWith(typed.toLowerCase())

/** Where a stretch of text is from, in words; those that need none are left out. */
export const columnWords: Record<string, string> = {
  quote: 'Quote',
  claimant: 'Claimant',
  reported_by: 'Reported by',
  findings: 'Verdict',
  outlet: 'Outlet',
  byline: 'By',
  publisher: 'Publisher',
  title: 'Title',
  rating_label: 'Rating',
  author: 'Author',
  url: 'Address',
}
