import type { Conn } from '../../db/conn.ts'
import { nextClaims } from '../claims/list.ts'
import type { Wanted } from '../claims/list.ts'
import type { Cursor } from '../claims/list-order.ts'
import { linesToHandOut } from '../history/handing-out.ts'
import type { About } from '../history/history.ts'
import { newestSnapshots } from '../snapshots/snapshot.ts'
import { claimColumns } from './claim-columns.ts'
import { claimFacts } from './claim-facts.ts'
import { type Column, type Made, cellsOf, header, plainOf } from './column.ts'
import { correctionColumns } from './correction-columns.ts'
import { correctionsOfClaims } from './correction-store.ts'
import type { Cell } from './csv.ts'
import { evidenceColumns } from './evidence-columns.ts'
import { evidenceOfClaims } from './evidence-store.ts'
import { historyColumns } from './history-columns.ts'
import { isAnythingImported } from './imported-store.ts'
import { withImportedClaims, withImportedEvidence } from './imported.ts'
import { type Shared, newShared } from './shared.ts'
import { mostIds } from './store.ts'
import { verdictColumns } from './verdict-columns.ts'
import { evidenceOfVerdicts, verdictsOfClaims } from './verdict-store.ts'
import type { ClaimFile } from './words.ts'

/** What the rows of a file are about: the claims of a list, or a part of the history. */
export type Contents = { file: ClaimFile; wanted: Wanted } | { file: 'history'; about: About }

/** What the rows are read from: `shared` keeps for one file what its pages have in common, all of one snapshot. */
type From = { conn: Conn; shared: Shared }

/**
 * The rows of a file, those about each of the claims, in the order of the ids. They are made while they are gone through, once:
 * together they would outlive the young generation of the heap, and what is old is tidied up late.
 */
type Rows = (from: From, ids: readonly number[], made: Made) => Promise<Iterable<Cell[]>>

type Table = { header: string[]; plain: boolean[]; rows: Rows }

const tables: Record<ClaimFile, Table> = {
  claims: withSaid(
    table(claimColumns, ({ conn, shared }, ids) => claimFacts(conn, ids, shared)),
    withImportedClaims,
  ),
  evidence: withSaid(
    table(evidenceColumns, async ({ conn }, ids) => {
      const rows = await evidenceOfClaims(conn, ids)
      const copies = await newestSnapshots(conn, [...new Set(rows.map(({ sourceId }) => sourceId))])
      return inOrder(ids, rows).map((row) => ({ ...row, copy: copies.get(row.sourceId) }))
    }),
    withImportedEvidence,
  ),
  verdicts: table(verdictColumns, async ({ conn }, ids) => {
    const restsOn = Map.groupBy(await evidenceOfVerdicts(conn, ids), ({ verdictId }) => verdictId)
    const idsOf = (id: number) => (restsOn.get(id) ?? []).map(({ evidenceId }) => evidenceId)
    return inOrder(ids, await verdictsOfClaims(conn, ids)).map((row) => ({ ...row, evidenceIds: idsOf(row.id) }))
  }),
  corrections: table(correctionColumns, async ({ conn }, ids) => inOrder(ids, await correctionsOfClaims(conn, ids))),
}

function table<T>(
  columns: readonly Column<T>[],
  read: (from: From, ids: readonly number[]) => Promise<readonly T[]>,
): Table {
  const rows: Rows = async (from, ids, made) => cellsOfEach(columns, await read(from, ids), made)
  return { header: header(columns), plain: plainOf(columns), rows }
}

function* cellsOfEach<T>(columns: readonly Column<T>[], rows: readonly T[], made: Made): Generator<Cell[]> {
  for (const row of rows) yield cellsOf(columns, row, made)
}

// With what files said of the rows that came out of them, if any did.
function withSaid({ header: names, plain, rows }: Table, said: typeof withImportedClaims): Table {
  const both: Rows = async (from, ids, made) => {
    const own = await rows(from, ids, made)
    from.shared.imported ??= await isAnythingImported(from.conn)
    return from.shared.imported ? said(from.conn, names, [...own]) : own
  }
  return { header: names, plain, rows: both }
}

function inOrder<T extends { claimId: number }>(ids: readonly number[], rows: readonly T[]): T[] {
  const byClaim = Map.groupBy(rows, ({ claimId }) => claimId)
  return ids.flatMap((id) => byClaim.get(id) ?? [])
}

/** The names of the columns of a file. */
export const headerOf = (file: Contents['file']): string[] =>
  file === 'history' ? header(historyColumns) : tables[file].header

/** Which columns of a file are never quoted. */
export const plainIn = (file: Contents['file']): boolean[] =>
  file === 'history' ? plainOf(historyColumns) : tables[file].plain

/** The rows of a file about these claims, in their order. */
export const rowsOf = (conn: Conn, file: ClaimFile, ids: readonly number[], made: Made): Promise<Iterable<Cell[]>> =>
  tables[file].rows({ conn, shared: newShared() }, ids, made)

/** All rows of a file, in pages that can be gone through once. */
export async function* pagesOf(conn: Conn, contents: Contents, made: Made): AsyncGenerator<Iterable<Cell[]>> {
  if (contents.file === 'history') {
    for await (const lines of linesToHandOut(conn, contents.about)) yield cellsOfEach(historyColumns, lines, made)
  } else {
    const from = { conn, shared: newShared() }
    const { rows } = tables[contents.file]
    for await (const ids of pagesOfIds(conn, contents.wanted)) yield await rows(from, ids, made)
  }
}

// Ids are little: with so many at once there is a tenth of the queries for them.
const idsAtOnce = 5 * mostIds

async function* pagesOfIds(conn: Conn, wanted: Wanted): AsyncGenerator<number[]> {
  let after: Cursor = null
  do {
    const { ids, next } = await nextClaims(conn, wanted, { after, size: idsAtOnce })
    for (let at = 0; at < ids.length; at += mostIds) yield ids.slice(at, at + mostIds)
    after = next && { side: 'after', place: next }
  } while (after)
}
