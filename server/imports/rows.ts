import type { ImportFormat } from '../../db/schema/index.ts'
import type { Column } from './columns.ts'
import { type OwnClaim, type OwnEvidence, readOwnRow } from './own-row.ts'
import type { Plan } from './plan.ts'
import { readReviews } from './reviews.ts'
import { type CheckRow, type ClaimRow, type Problem, readRow } from './row.ts'
import { type Format, type Row, readTable } from './table.ts'

/** What a row of a file tells of. */
export type RowValue = ClaimRow | CheckRow | OwnClaim | OwnEvidence

/** A row as it would be taken in, or what is wrong with it; `repeats` is the line of an earlier row of the file that says the same. */
export type PlannedRow = Pick<Row, 'row' | 'line'> &
  ({ value: RowValue; key: string; repeats: number | undefined; notes?: string[] } | { problems: Problem[] })

/** A row that can be taken in. */
export type Fresh = Extract<PlannedRow, { key: string }>

/** How a file is read. */
export type Reading = {
  kind: ImportFormat
  format: Format
  columns: readonly Pick<Column, 'name'>[]
  plan: Plan
  headerKey: string
}

/** The rows of a file without its header, read by the plan. */
export async function* planRows(
  pieces: AsyncIterable<Buffer> | Iterable<Buffer>,
  reading: Reading,
): AsyncGenerator<PlannedRow> {
  const { plan } = reading
  const seen = new Map<string, { line: number; said: string }>()
  for await (const one of readRows(pieces, reading)) {
    const { row, line, ...read } = one
    if ('problems' in read) {
      yield { row, line, ...read }
      continue
    }
    const said = saidIn(read.value)
    const before = seen.get(read.key)
    if (!before) seen.set(read.key, { line, said })
    if (before && before.said !== said) yield { row, line, problems: [sameId(plan, before.line)] }
    else yield { row, line, ...read, repeats: before?.line }
  }
}

type Read = Pick<Row, 'row' | 'line'> & ({ value: RowValue; key: string; notes?: string[] } | { problems: Problem[] })

async function* readRows(
  pieces: AsyncIterable<Buffer> | Iterable<Buffer>,
  { kind, format, columns, plan, headerKey }: Reading,
): AsyncGenerator<Read> {
  if (kind === 'claim_review')
    return yield* readReviews(pieces, { ...format, markup: format.delimiter === 'page' ? 'page' : 'json' }, plan)
  const names = columns.map(({ name }) => name)
  const isOwn = kind !== 'table'
  for await (const { row, line, cells } of readTable(pieces, { ...format, verbatim: isOwn })) {
    if (row === 0) continue
    const read = isOwn
      ? readOwnRow(cells, { format: kind, names, guarded: plan.guarded === true })
      : readRow(cells, plan, headerKey)
    yield { row, line, ...read }
  }
}

const saidIn = (value: RowValue) =>
  ('source' in value ? value.source.title : 'statement' in value ? value.statement : value.claim)
    .slice(0, 300)
    .toLowerCase()

const sameId = (plan: Plan, line: number): Problem => ({
  column: plan.fields.indexOf('id'),
  problem: `Line ${line} has the same id with another claim. Give each row an id of its own, or let this column hold nothing.`,
})
