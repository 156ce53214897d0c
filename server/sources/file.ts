import type { Conn } from '../../db/conn.ts'
import type { Db } from '../../db/open.ts'
import { write } from '../../db/write.ts'
import { type Person, permit } from '../accounts/permissions.ts'
import { type Cell, byteOrderMark, csvRecord } from '../exports/csv.ts'
import type { CsvVariant } from '../exports/words.ts'
import { record } from '../history/record.ts'
import { type SourceFilter, filterQuery } from './filter.ts'
import { type ListedSource, nextForFile } from './list.ts'

/** Writes down that somebody takes these sources out of the newsroom. */
export async function recordSourceExport(
  db: Db,
  person: Person,
  { variant, filter }: { variant: CsvVariant; filter: SourceFilter },
): Promise<void> {
  permit(person, 'sources.export')
  await write(db, (tx) => record(tx, person, 'sources.exported', {}, { variant, filter: filterQuery(filter) }))
}

/** Where the file is to be had. */
export const fileAddress = ({ variant, filter }: { variant: CsvVariant; filter: SourceFilter }): string => {
  const query = filterQuery({ ...filter, before: undefined })
  return `/sources.csv${query}${variant === 'raw' ? `${query === '' ? '?' : '&'}variant=raw` : ''}`
}

const pageSize = 200

type Made = { filter: SourceFilter; variant: CsvVariant; origin: string; at: string }

/** The list as CSV, all its pages, in pieces: confidential sources are left out, whoever asks. `origin` is this server's address. */
export async function* sourceCsv(conn: Conn, { filter, variant, origin, at }: Made): AsyncGenerator<string> {
  const format = { delimiter: ',', guarded: variant === 'spreadsheet' }
  yield (
    (format.guarded ? byteOrderMark : '') +
    csvRecord(
      columns.map(([name]) => name),
      format,
    )
  )
  let before: number | undefined
  for (;;) {
    const rows = await nextForFile(conn, { ...filter, before }, pageSize)
    const cells = rows.map((row) => columns.map(([, of]) => of(row, { origin, at })))
    yield cells.map((row) => csvRecord(row, format)).join('')
    before = rows.at(-1)?.id
    if (rows.length < pageSize) return
    await new Promise((resolve) => setImmediate(resolve))
  }
}

type Column = [name: string, of: (source: ListedSource, made: Pick<Made, 'origin' | 'at'>) => Cell]

const columns: Column[] = [
  ['source_id', ({ id }) => id],
  ['source_url', ({ id }, { origin }) => `${origin}/sources/${id}`],
  ['title', ({ title }) => title],
  ['source_kind', ({ kind }) => kind],
  ['primary', ({ primary }) => primary],
  ['publisher', ({ publisher }) => publisher],
  ['author', ({ author }) => author],
  ['published_on', ({ publishedOn }) => publishedOn],
  ['url', ({ url }) => url],
  ['archived_url', ({ archivedUrl }) => archivedUrl],
  ['interest', ({ interest }) => interest],
  ['claims_count', ({ claims }) => claims],
  ['added_by', ({ addedBy }) => addedBy],
  ['added_at', ({ createdAt }) => createdAt],
  ['exported_at', (_, { at }) => at],
]
