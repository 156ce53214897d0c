import { searchText } from '../text/search-words.ts'
import { addressQuery } from '../values/address-query.ts'
import { readId } from '../values/row-id.ts'
import { type SourceKind, type SourceSort, sourceKinds, sourceSorts } from './words.ts'

/**
 * Which sources a list shows and in what order; `use` is the least number of claims, 0 for those on none; `by` is who added
 * it; `copy` whether a copy of it is kept; `before` is the id of the source after which the list goes on.
 */
export type SourceFilter = {
  q: string
  kind: SourceKind | undefined
  publisher: string
  use: number | undefined
  primary: boolean | undefined
  by: number | undefined
  copy: boolean | undefined
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
  copy: undefined,
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
    primary: answerIn(query.primary),
    by: readId(query.by ?? ''),
    copy: answerIn(query.copy),
    sort: sourceSorts.find((sort) => sort === query.sort) ?? 'newest',
    before: readId(query.before ?? ''),
  }
}

/** The filter as the end of an address, with its `?`; empty when it holds nothing. */
export const filterQuery = ({
  q,
  kind,
  publisher,
  use,
  primary,
  by,
  copy,
  sort,
  before,
}: Partial<SourceFilter>): string =>
  addressQuery({
    q,
    kind,
    publisher,
    use: useValue(use),
    primary: answerValue(primary),
    by,
    copy: answerValue(copy),
    sort: sort === 'newest' ? undefined : sort,
    before,
  })

const answerIn = (asked: string | undefined) => (asked === 'yes' ? true : asked === 'no' ? false : undefined)

/** How a yes or no stands in an address and in the form. */
export const answerValue = (answer: boolean | undefined): string | undefined =>
  answer === undefined ? undefined : answer ? 'yes' : 'no'

/** How `use` stands in an address and in the form. */
export const useValue = (use: number | undefined): string | undefined =>
  use === undefined ? undefined : use === 0 ? 'no' : use === 1 ? 'yes' : String(use)
