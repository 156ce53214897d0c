import { type ArticleKind, articleKinds } from './words.ts'

/** Which articles a list shows; `before` is the id under which it goes on. */
export type ArticleFilter = { q: string; kind: ArticleKind | undefined; before: number | undefined }

/** The filter an address asks for. What it does not know, it leaves out, so that an old link still opens. */
export function readFilter(query: Record<string, string>): ArticleFilter {
  return {
    q: (query.q ?? '').toWellFormed().trim().slice(0, 200).toWellFormed(),
    kind: articleKinds.find((kind) => kind === query.kind),
    before: /^[1-9]\d{0,14}$/.test(query.before ?? '') ? Number(query.before) : undefined,
  }
}

/** The filter as the end of an address, with its `?`; empty when it holds nothing. */
export function filterQuery({ q, kind, before }: Partial<ArticleFilter>): string {
  const params = new URLSearchParams()
  if (q) params.set('q', q)
  if (kind) params.set('kind', kind)
  if (before !== undefined) params.set('before', String(before))
  return params.size === 0 ? '' : `?${params.toString()}`
}
