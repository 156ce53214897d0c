import { type SourceKind, sourceKinds } from './words.ts'

/** Which sources a list shows; `before` is the id under which it goes on. */
export type SourceFilter = {
  q: string
  kind: SourceKind | undefined
  primary: boolean | undefined
  before: number | undefined
}

/** The filter an address asks for. What it does not know, it leaves out, so that an old link still opens. */
export function readFilter(query: Record<string, string>): SourceFilter {
  return {
    q: (query.q ?? '').trim().slice(0, 200),
    kind: sourceKinds.find((kind) => kind === query.kind),
    primary: query.primary === 'yes' ? true : query.primary === 'no' ? false : undefined,
    before: /^[1-9]\d{0,14}$/.test(query.before ?? '') ? Number(query.before) : undefined,
  }
}

/** The filter as the end of an address, with its `?`; empty when it holds nothing. */
export function filterQuery({ q, kind, primary, before }: Partial<SourceFilter>): string {
  const params = new URLSearchParams()
  if (q) params.set('q', q)
  if (kind) params.set('kind', kind)
  if (primary !== undefined) params.set('primary', primary ? 'yes' : 'no')
  if (before !== undefined) params.set('before', String(before))
  return params.size === 0 ? '' : `?${params.toString()}`
}

/** Text as it is compared when searching: letters without case and accents, so that "emile" finds “Émile”. */
export const folded = (text: string): string => text.normalize('NFKD').replaceAll(/\p{M}/gu, '').toLowerCase()

/** The words that all have to be in a source's folded text. */
export const searchWords = (q: string): string[] => folded(q).split(/\s+/).filter(Boolean).slice(0, 12)
