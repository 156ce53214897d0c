import { addressQuery } from '../address-query.ts'
import { readId } from '../row-id.ts'
import { searchText } from '../search-words.ts'
import { type SourceKind, type SourceSort, sourceKinds, sourceSorts } from './words.ts'

/**
 * Which sources a list shows and in what order; `use` is the least number of claims, 0 for those on none; `by` is who added
 * it; `before` is the id of the source after which the list goes on.
 */
export type SourceFilter = {
  q: string
  kind: SourceKind | undefined
  publisher: string
  use: number | undefined
  primary: boolean | undefined
  by: number | undefined
  sort: SourceSort
  before: number | undefined
}

/** Every source, the newest first. */
export const allSources: SourceFilter = {
  q: '',
  kind: undefined,
  publisher: '',
  use: undefined,
  primary: undefined,
  by: undefined,
  sort: 'newest',
  before: undefined,
}

/** The filter an address asks for. What it does not know, it leaves out, so that an old link still opens. */
export function readFilter(query: Record<string, string>): SourceFilter {
  return {
    q: searchText(query.q),
    kind: sourceKinds.find((kind) => kind === query.kind),
    publisher: searchText(query.publisher),
    use: query.use === 'no' ? 0 : query.use === 'yes' ? 1 : readId(query.use ?? ''),
    primary: query.primary === 'yes' ? true : query.primary === 'no' ? false : undefined,
    by: readId(query.by ?? ''),
    sort: sourceSorts.find((sort) => sort === query.sort) ?? 'newest',
    before: readId(query.before ?? ''),
  }
}

/** The filter as the end of an address, with its `?`; empty when it holds nothing. */
export const filterQuery = ({ q, kind, publisher, use, primary, by, sort, before }: Partial<SourceFilter>): string =>
  addressQuery({
    q,
    kind,
    publisher,
    use: useValue(use),
    primary: primary === undefined ? undefined : primary ? 'yes' : 'no',
    by,
    sort: sort === 'newest' ? undefined : sort,
    before,
  })

/** How `use` stands in an address and in the form. */
export const useValue = (use: number | undefined): string | undefined =>
  use === undefined ? undefined : use === 0 ? 'no' : use === 1 ? 'yes' : String(use)
