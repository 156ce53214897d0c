import type { Conn } from '../../db/conn.ts'
import { type Db, openSnapshot } from '../../db/open.ts'
import { write } from '../../db/write.ts'
import { type Person, permit } from '../accounts/permissions.ts'
import { record } from '../history/record.ts'
import type { Made } from './column.ts'
import { type Cell, type Format, byteOrderMark, csvRecord, csvWriter } from './csv.ts'
import { newEncoder } from './encoder.ts'
import { type Contents, headerOf, pagesOf, plainIn, rowsOf } from './tables.ts'
import { workbookPieces } from './workbook.ts'
import type { ClaimFile, File, Variant } from './words.ts'

type Taken = { file: File; variant: Variant; filter: string; article: number | null }

/** Writes down that somebody takes this file out of the newsroom. `filter` is as it stands in an address after the `?`. */
export async function recordExport(db: Db, person: Person, { file, variant, filter, article }: Taken): Promise<void> {
  permit(person, file === 'history' ? 'history.export' : 'claims.export')
  const subject = article === null ? {} : { article }
  await write(db, (tx) =>
    file === 'history'
      ? record(tx, person, 'history.list_exported', subject, { variant, filter })
      : record(tx, person, 'claims.exported', subject, { file, variant, filter }),
  )
}

type Export = { contents: Contents; made: Made }

/**
 * The whole file as CSV in pieces, all from one snapshot of the database; the event loop turns after each. Evidence that is
 * withdrawn or from a confidential source is left out of files and of what they count, and sealed verdicts with it.
 */
export async function* csvPieces(
  db: Pick<Db, 'file'>,
  { contents, made, format }: Export & { format: Format },
): AsyncGenerator<string | Buffer> {
  yield (format.guarded ? byteOrderMark : '') + csvRecord(headerOf(contents.file), format)
  const [record, encode] = [csvWriter(format, plainIn(contents.file)), newEncoder()]
  for await (const rows of snapshotPages(db, { contents, made })) {
    const piece = encode(records(rows, record))
    if (piece.length > 0) yield piece
  }
}

function* records(rows: Iterable<Cell[]>, record: (cells: Cell[]) => string): Generator<string> {
  for (const cells of rows) yield record(cells)
}

/** The same file as an XLSX workbook. */
export const xlsxPieces = (db: Pick<Db, 'file'>, { contents, made }: Export): AsyncGenerator<Buffer> =>
  workbookPieces({
    name: contents.file,
    header: headerOf(contents.file),
    pages: snapshotPages(db, { contents, made }),
    at: made.at,
  })

async function* snapshotPages(
  { file }: Pick<Db, 'file'>,
  { contents, made }: Export,
): AsyncGenerator<Iterable<Cell[]>> {
  const snapshot = openSnapshot(file)
  try {
    for await (const rows of pagesOf(snapshot.conn, contents, made)) {
      yield rows
      await new Promise((resolve) => setImmediate(resolve))
    }
  } finally {
    snapshot.close()
  }
}

/** The rows of a file about these claims with the names of their columns, for JSON. */
export async function namedRecords(
  conn: Conn,
  file: ClaimFile,
  ids: readonly number[],
  made: Made,
): Promise<Record<string, Cell>[]> {
  const names = headerOf(file)
  const rows = await rowsOf(conn, file, ids, made)
  return Array.from(rows, (cells) => Object.fromEntries(names.map((name, index) => [name, cells[index] ?? null])))
}
