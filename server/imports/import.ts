import type { Conn } from '../../db/conn.ts'
import type { Db } from '../../db/open.ts'
import { write } from '../../db/write.ts'
import { type Person, permit } from '../accounts/permissions.ts'
import { BadInput, Conflict, missing } from '../errors.ts'
import { record } from '../history/record.ts'
import { addJob } from '../jobs/job.ts'
import { scaleInForce } from '../settings/setting.ts'
import { pageOf } from '../values/paging.ts'
import { type Outcome, checkRows } from './check.ts'
import type { Column } from './columns.ts'
import { areHere } from './known.ts'
import { withClaims } from './own-claims.ts'
import type { KnownRating, Plan } from './plan.ts'
import { type Reading, planRows } from './rows.ts'
import {
  type ImportRow,
  findImport,
  importsBefore,
  keptBytes,
  piecesOf,
  ratingsIn,
  sameFile,
  updateImport,
} from './store.ts'
import type { Format } from './table.ts'

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

type Wanted = Reading & { pieces: AsyncIterable<Buffer> | Iterable<Buffer>; columns: Column[] }

/** What a plan gives of a file. */
export const outcomeOf = (conn: Conn, { pieces, ...reading }: Wanted): Promise<Outcome> =>
  checkRows(withClaims(conn, planRows(pieces, reading)), reading, (rows) => areHere(conn, rows))

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
    ...readingOf(draft),
    columns: draft.columns,
    pieces: piecesOf(db.reader, id),
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
export const readingOf = ({ format, encoding, delimiter, columns, plan, headerKey }: Import): Reading => ({
  kind: format,
  // It was found by `encodingOf`.
  format: { encoding: encoding as Format['encoding'], delimiter },
  columns,
  plan,
  headerKey,
})

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
    const isWhole = (await keptBytes(tx, id)) === draft.size
    const refusal = isWhole ? whyNot(draft) : 'This file was not received to its end. Send it again.'
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
