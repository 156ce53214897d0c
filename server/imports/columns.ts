import { createHash } from 'node:crypto'
import { comparable } from '../claims/comparable.ts'
import { orderIn, readDate } from './dates.ts'
import type { Row } from './table.ts'

/** What was found in a column of a file. */
export type Column = {
  name: string
  filled: number
  samples: string[]
  /** Cells that are dates, addresses, and each order of day and month that a cell can only be in, or may be. */
  dates: number
  addresses: number
  orders: { dmy: number; mdy: number; unsure: number }
  /** Dates that may be the other way round, as they stand there. */
  unsure: string[]
  /** Every different text with how often it stands there, the most frequent first; undefined when they are too many. */
  values: [string, number][] | undefined
}

const mostValues = 120

/** Looks through all rows, the header first; undefined when there is none. Samples are the first that differ. */
export async function readColumns(
  rows: AsyncIterable<Row>,
): Promise<{ columns: Column[]; rowCount: number } | undefined> {
  let columns: Tally[] | undefined
  let rowCount = 0
  for await (const { row, cells } of rows) {
    if (row === 0 || !columns) columns = cells.map(newTally)
    else {
      rowCount += 1
      for (let at = columns.length; at < cells.length; at += 1) columns.push(newTally('', at))
      columns.forEach((column, at) => count(column, cells[at] ?? ''))
    }
  }
  return columns && { columns: columns.map(summed), rowCount }
}

type Tally = Omit<Column, 'values'> & { counts: Map<string, number> | undefined }

const newTally = (name: string, at: number): Tally => ({
  name: name.slice(0, 200) || `Column ${at + 1}`,
  filled: 0,
  samples: [],
  dates: 0,
  addresses: 0,
  orders: { dmy: 0, mdy: 0, unsure: 0 },
  unsure: [],
  counts: new Map(),
})

function count(column: Tally, cell: string): void {
  if (cell === '') return
  column.filled += 1
  const known = column.counts?.get(cell)
  if (known === undefined && column.samples.length < 3) column.samples.push(cell.slice(0, 120))
  column.counts?.set(cell.slice(0, 200), (known ?? 0) + 1)
  if (column.counts && column.counts.size > mostValues) column.counts = undefined
  if (/^https?:\/\/\S/i.test(cell)) column.addresses += 1
  if (cell.length > 40 || !/\d/.test(cell)) return
  if (!('problem' in readDate(cell, undefined))) column.dates += 1
  const order = orderIn(cell)
  if (order) column.orders[order] += 1
  if (order === 'unsure' && column.unsure.length < 4 && !column.unsure.includes(cell)) column.unsure.push(cell)
}

const summed = ({ counts, ...column }: Tally): Column => ({
  ...column,
  values: counts && [...counts].toSorted((a, b) => b[1] - a[1]),
})

/** What a file with the same columns in the same order is recognised by. */
export const headerKeyOf = (columns: readonly Column[]): string =>
  createHash('sha256')
    .update(JSON.stringify(columns.map(({ name }) => comparable(name))))
    .digest('hex')
