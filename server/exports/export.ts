import type { Conn } from '../../db/conn.ts'
import { type Db, openSnapshot } from '../../db/open.ts'
import { write } from '../../db/write.ts'
import { type Person, permit } from '../accounts/permissions.ts'
import { type Filter, filterQuery } from '../claims/filter.ts'
import { type Wanted, nextClaims } from '../claims/list.ts'
import { record } from '../history/record.ts'
import { independentOf } from '../independence/independence.ts'
import { type ClaimFacts, type Made, cellsOf, claimColumns, evidenceColumns, header } from './columns.ts'
import { type Cell, type Format, byteOrderMark, csvRecord } from './csv.ts'
import { newestSnapshots } from '../snapshots/snapshot.ts'
import {
  type EvidenceRow,
  claimKeys,
  claimsWithDecisions,
  evidenceOfClaims,
  mostIds,
  stancesOfClaims,
  tagsOfClaims,
} from './store.ts'
import type { File, Variant } from './words.ts'

/** Writes down that somebody takes these claims out of the newsroom. */
export async function recordExport(
  db: Db,
  person: Person,
  { file, variant, filter }: { file: File; variant: Variant; filter: Filter },
): Promise<void> {
  permit(person, 'claims.export')
  const subject = filter.article === null ? {} : { article: filter.article }
  await write(db, (tx) =>
    record(tx, person, 'claims.exported', subject, { file, variant, filter: filterQuery(filter) }),
  )
}

type Export = { file: File; wanted: Wanted; made: Made; format: Format }

/**
 * The whole file in pieces of 100 claims, all from one snapshot of the database; the event loop turns after each. Evidence
 * that is withdrawn or from a confidential source is left out of files and of what they count.
 */
export async function* csvPieces(db: Pick<Db, 'file'>, { file, wanted, made, format }: Export): AsyncGenerator<string> {
  const snapshot = openSnapshot(db.file)
  try {
    const mark = format.guarded ? byteOrderMark : ''
    yield mark + csvRecord(header(file === 'claims' ? claimColumns : evidenceColumns), format)
    for await (const ids of pagesOfIds(snapshot.conn, wanted)) {
      const rows = await records(snapshot.conn, file, ids, made)
      if (rows.length > 0) yield rows.map((cells) => csvRecord(cells, format)).join('')
      await new Promise((resolve) => setImmediate(resolve))
    }
  } finally {
    snapshot.close()
  }
}

async function* pagesOfIds(conn: Conn, wanted: Wanted): AsyncGenerator<number[]> {
  let { ids, next } = await nextClaims(conn, wanted, { after: null, size: mostIds })
  yield ids
  while (next) {
    ;({ ids, next } = await nextClaims(conn, wanted, { after: { side: 'after', place: next }, size: mostIds }))
    yield ids
  }
}

/** The rows of a file about these claims, in their order. */
function records(conn: Conn, file: File, ids: readonly number[], made: Made): Promise<Cell[][]> {
  return file === 'claims' ? claimRecords(conn, ids, made) : evidenceRecords(conn, ids, made)
}

/** The same rows with the names of their columns, for JSON. */
export async function namedRecords(
  conn: Conn,
  file: File,
  ids: readonly number[],
  made: Made,
): Promise<Record<string, Cell>[]> {
  const names = header(file === 'claims' ? claimColumns : evidenceColumns)
  const rows = await records(conn, file, ids, made)
  return rows.map((cells) => Object.fromEntries(names.map((name, index) => [name, cells[index] ?? null])))
}

async function claimRecords(conn: Conn, ids: readonly number[], made: Made): Promise<Cell[][]> {
  const byId = new Map<number, ClaimFacts>(ids.map((id) => [id, { values: [], tags: [], stances: [], independent: 0 }]))
  for (const values of await claimsWithDecisions(conn, ids)) {
    const claim = byId.get(Number(values[idAt]))
    if (claim) claim.values = values
  }
  for (const [claimId, name] of await tagsOfClaims(conn, ids)) byId.get(claimId)?.tags.push(name)
  const stances = await stancesOfClaims(conn, ids)
  for (const [claimId, stance, url] of stances) byId.get(claimId)?.stances.push({ stance, url })
  for (const [claimId, independent] of await countIndependent(conn, stances)) {
    const claim = byId.get(claimId)
    if (claim) claim.independent = independent
  }
  return ids.flatMap((id) => {
    const claim = byId.get(id)
    return claim && claim.values.length > 0 ? [cellsOf(claimColumns, claim, made)] : []
  })
}

type StanceRows = Awaited<ReturnType<typeof stancesOfClaims>>

async function countIndependent(conn: Conn, rows: StanceRows): Promise<[claimId: number, independent: number][]> {
  const byClaim = Map.groupBy(rows, ([claimId]) => claimId)
  const sources = [...byClaim.values()].map((some) => some.map(weighed))
  const counts = await independentOf(conn, sources)
  return [...byClaim.keys()].map((claimId, index) => [claimId, counts[index] ?? 0])
}

const weighed = ([, , url, id, publisher, origin, originId]: StanceRows[number]) => ({
  id,
  url,
  publisher,
  origin,
  originId,
  title: '',
  primary: false,
  confidential: false,
})

const idAt = claimKeys.indexOf('id')

async function evidenceRecords(conn: Conn, ids: readonly number[], made: Made): Promise<Cell[][]> {
  const rows = await evidenceOfClaims(conn, ids)
  const copies = await newestSnapshots(conn, [...new Set(rows.map(({ sourceId }) => sourceId))])
  const byClaim = Map.groupBy(rows, ({ claimId }) => claimId)
  const cells = (row: EvidenceRow) => cellsOf(evidenceColumns, { ...row, copy: copies.get(row.sourceId) }, made)
  return inOrder(ids, byClaim).flatMap((items) => items.map(cells))
}

const inOrder = <T>(ids: readonly number[], found: Map<number, T>): T[] =>
  ids.map((id) => found.get(id)).filter((row) => row !== undefined)
