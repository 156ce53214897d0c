import { searchText } from '../text/search-words.ts'
import { addressQuery } from '../values/address-query.ts'
import { readId } from '../values/row-id.ts'
import { type ArticleKind, articleKinds } from './words.ts'

/** Which articles a list shows; `before` is the id under which it goes on. */
export type ArticleFilter = { q: string; kind: ArticleKind | undefined; before: number | undefined }

/** The filter an address asks for. What it does not know, it leaves out, so that an old link still opens. */
export function readFilter(query: Record<string, string>): ArticleFilter {
  return {
    q: searchText(query.q),
    kind: articleKinds.find((kind) => kind === query.kind),
    before: readId(query.before ?? ''),
  }
}

/** The filter as the end of an address, with its `?`; empty when it holds nothing. */
export const filterQuery = ({ q, kind, before }: Partial<ArticleFilter>): string => addressQuery({ q, kind, before })
