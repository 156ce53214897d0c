import { type CheckRow, type ClaimRow, type Problem, readRow } from './row.ts'
import type { Plan } from './plan.ts'
import type { Row } from './table.ts'

/** A row as it would be taken in, or what is wrong with it; `repeats` is the line of an earlier row of the file that says the same. */
export type PlannedRow = Pick<Row, 'row' | 'line'> &
  ({ value: ClaimRow | CheckRow; key: string; repeats: number | undefined } | { problems: Problem[] })

/** A row that can be taken in. */
export type Fresh = Extract<PlannedRow, { key: string }>

/** The rows of a file without its header, read by the plan. */
export async function* planRows(rows: AsyncIterable<Row>, plan: Plan, headerKey: string): AsyncGenerator<PlannedRow> {
  const seen = new Map<string, { line: number; said: string }>()
  for await (const { row, line, cells } of rows) {
    if (row === 0) continue
    const read = readRow(cells, plan, headerKey)
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

const saidIn = (value: ClaimRow | CheckRow) =>
  (value.kind === 'claims' ? value.statement : value.claim).slice(0, 300).toLowerCase()

const sameId = (plan: Plan, line: number): Problem => ({
  column: plan.fields.indexOf('id'),
  problem: `Line ${line} has the same id with another claim. Give each row an id of its own, or let this column hold nothing.`,
})
