import { addressQuery } from '../address-query.ts'
import { readId } from '../row-id.ts'
import { searchText } from '../search-words.ts'
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
    q: searchText(query.q),
    kind: sourceKinds.find((kind) => kind === query.kind),
    primary: query.primary === 'yes' ? true : query.primary === 'no' ? false : undefined,
    before: readId(query.before ?? ''),
  }
}

/** The filter as the end of an address, with its `?`; empty when it holds nothing. */
export const filterQuery = ({ q, kind, primary, before }: Partial<SourceFilter>): string =>
  addressQuery({ q, kind, primary: primary === undefined ? undefined : primary ? 'yes' : 'no', before })
