import type { Conn } from '../../db/conn.ts'
import type { Db } from '../../db/open.ts'
import { write } from '../../db/write.ts'
import { type Person, permit } from '../accounts/permissions.ts'
import { BadInput, Conflict, missing } from '../errors.ts'
import { record, sha256 } from '../history/record.ts'
import { addJob } from '../jobs/job.ts'
import { pageOf } from '../paging.ts'
import { scaleInForce } from '../settings/setting.ts'
import { type Outcome, checkRows } from './check.ts'
import { type Column, headerKeyOf, readColumns } from './columns.ts'
import { delimiterOf, encodingOf } from './encoding.ts'
import { areHere } from './known.ts'
import { type KnownRating, type Plan, proposePlan } from './plan.ts'
import { planRows } from './rows.ts'
import {
  type ImportRow,
  findImport,
  importsBefore,
  insertImport,
  insertPieces,
  lastPlan,
  piecesOf,
  ratingsIn,
  sameFile,
  updateImport,
} from './store.ts'
import { type Format, readTable } from './table.ts'

/** An import as it is kept, what was found in its file, how it is read, and what that gives. */
export type Import = Omit<ImportRow, 'columns' | 'plan' | 'outcome'> & {
  addedBy: string
  columns: Column[]
  plan: Plan
  outcome: Outcome
}

const pageSize = 50

/** A page of the list, newest first. */
export async function listImports(conn: Conn, before: number | undefined) {
  const { rows, last } = pageOf(await importsBefore(conn, before, pageSize + 1), pageSize)
  return { imports: rows, next: last?.id }
}

/** Throws NotFound. */
export async function readImport(conn: Conn, id: number): Promise<Import> {
  // The three were written by this program, as these types.
  return ((await findImport(conn, id)) ?? missing('import')) as Import
}

/** The number of a standing import of the same file, if there is one. */
export const twinOf = async (
  conn: Conn,
  { id, sha256: hash }: Pick<Import, 'id' | 'sha256'>,
): Promise<number | undefined> => (await sameFile(conn, hash, id))[0]?.id

/** The ratings of the newsroom's scale. */
export const ourRatings = async (conn: Conn): Promise<KnownRating[]> => ratingsIn(conn, await scaleInForce(conn))

/** Keeps a file with a proposal of how to read it; nothing is taken in. Throws BadInput for what is no table. */
export async function beginImport(db: Db, person: Person, file: { name: string; bytes: Buffer }): Promise<number> {
  permit(person, 'import.run')
  refuseOtherKinds(file.bytes)
  const encoding = encodingOf(file.bytes)
  const start = new TextDecoder(encoding).decode(file.bytes.subarray(0, 65_536), { stream: true })
  const format = { encoding, delimiter: delimiterOf(start) }
  const found = await readColumns(readTable([file.bytes], format))
  if (!found || found.rowCount === 0)
    throw new BadInput({ file: 'This file has no rows under its first line. The first line names the columns.' })
  const headerKey = headerKeyOf(found.columns)
  // A plan was written by this program.
  const remembered = (await lastPlan(db.reader, headerKey)) as Plan | undefined
  const plan = proposePlan(found.columns, remembered, await ourRatings(db.reader))
  const outcome = await outcomeOf(db.reader, { pieces: [file.bytes], format, columns: found.columns, plan, headerKey })
  const { columns, rowCount } = found
  const about = {
    fileName: file.name.slice(0, 200),
    sha256: sha256(file.bytes).toString('hex'),
    size: file.bytes.length,
  }
  return write(db, async (tx) => {
    const made = { addedById: person.id, createdAt: tx.now, target: plan.target }
    const id = await insertImport(tx, { ...about, ...format, headerKey, columns, plan, outcome, rowCount, ...made })
    await insertPieces(tx, id, file.bytes)
    return id
  })
}

function refuseOtherKinds(bytes: Buffer): void {
  if (bytes.length === 0) throw new BadInput({ file: 'This file is empty.' })
  const start = bytes.subarray(0, 8).toString('latin1')
  if (start.startsWith('PK') || start.startsWith('ÐÏ'))
    throw new BadInput({
      file: 'This is a spreadsheet in its own format. Open it and save it as CSV, then choose that file.',
    })
  if (start.startsWith('%PDF')) throw new BadInput({ file: 'This is a PDF, not a table. Choose a CSV file.' })
}

type Wanted = {
  pieces: AsyncIterable<Buffer> | Iterable<Buffer>
  format: Format
  columns: Column[]
  plan: Plan
  headerKey: string
}

const outcomeOf = (conn: Conn, { pieces, format, columns, plan, headerKey }: Wanted): Promise<Outcome> =>
  checkRows(planRows(readTable(pieces, format), plan, headerKey), { columns, plan }, (rows) => areHere(conn, rows))

/** Reads the file anew by another plan. Throws Conflict when a colleague changed the plan meanwhile, or it was confirmed. */
export async function changePlan(
  db: Db,
  person: Person,
  { id, version, plan }: { id: number; version: number; plan: Plan },
): Promise<void> {
  permit(person, 'import.run')
  const draft = await readImport(db.reader, id)
  refuseStarted(draft, version)
  const outcome = await outcomeOf(db.reader, {
    ...draft,
    pieces: piecesOf(db.reader, id),
    format: formatOf(draft),
    plan,
  })
  await write(db, async (tx) => {
    refuseStarted(await readImport(tx, id), version)
    await updateImport(tx, id, { plan, outcome, target: plan.target, version: version + 1 })
  })
}

function refuseStarted({ state, version }: Import, seen: number): void {
  if (state !== 'draft') throw new Conflict('This import was confirmed already, so how it is read stays as it is.')
  if (version !== seen) throw new Conflict('A colleague changed how this file is read. Load the page again to see it.')
}

/** How the file of an import is read. */
export const formatOf = ({ encoding, delimiter }: Pick<Import, 'encoding' | 'delimiter'>): Format =>
  // It was found by `encodingOf`.
  ({ encoding: encoding as Format['encoding'], delimiter })

/** Why an import cannot be confirmed as it is; undefined when it can. */
export function whyNot({ outcome, plan }: Pick<Import, 'outcome' | 'plan'>): string | undefined {
  if (outcome.questions.length > 0) return 'Answer the questions first.'
  if (outcome.badRows > 0 && !plan.leaveOut)
    return 'Some rows have problems. Mend them in the file, or choose to leave them out.'
  return outcome.fresh === 0 ? 'There is nothing to take in: no row is new.' : undefined
}

/** Confirms an import as it was seen: a job takes it in from then on. Throws Conflict when it was changed meanwhile. */
export function startImport(db: Db, person: Person, { id, version }: { id: number; version: number }): Promise<void> {
  permit(person, 'import.run')
  return write(db, async (tx) => {
    const draft = await readImport(tx, id)
    refuseStarted(draft, version)
    const refusal = whyNot(draft)
    if (refusal !== undefined) throw new BadInput({ '': refusal })
    await updateImport(tx, id, { state: 'running', startedAt: tx.now, version: version + 1 })
    const told = { import: id, target: draft.target, file: draft.sha256, rows: draft.rowCount }
    await record(tx, person, 'import.started', {}, told)
    await addJob(tx, { kind: 'imports.take_in', payload: { import: id }, key: String(id) })
  })
}

/** Asks for the undoing of an import that was taken in. Throws Conflict when it is not, or is undone already. */
export function undoImport(db: Db, person: Person, id: number): Promise<void> {
  permit(person, 'import.run')
  return write(db, async (tx) => {
    const { state } = await readImport(tx, id)
    if (state !== 'finished')
      throw new Conflict('Only an import that was taken in to its end can be undone, and only once.')
    await updateImport(tx, id, { state: 'undoing', undoneById: person.id })
    await addJob(tx, { kind: 'imports.undo', payload: { import: id }, key: String(id) })
  })
}
