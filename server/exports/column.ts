import type { Cell } from './csv.ts'

/** What is the same in every row: the address of this server without a slash at its end, and when the file was made. */
export type Made = { origin: string; at: string }

/**
 * A column and what stands in it. Names that end in `_at` hold instants, in `_on` days; a workbook goes by that. `plain` says
 * that its text is made of letters, digits and `-.:/_` alone and begins with a letter or digit, so that it is never quoted.
 */
export type Column<T> = readonly [name: string, of: (row: T, made: Made) => Cell, plain?: 'plain']

/** Goes up by one when a column changes its meaning; new columns only ever come at the end. */
export const schemaVersion = 1

/** The names of the columns, in their order. */
export const header = (columns: readonly Column<never>[]): string[] => columns.map(([name]) => name)

/** Which of the columns are plain. */
export const plainOf = (columns: readonly Column<never>[]): boolean[] => columns.map(([, , plain]) => plain === 'plain')

/** The cells of one row, in the order of the columns. */
export const cellsOf = <T>(columns: readonly Column<T>[], row: T, made: Made): Cell[] =>
  columns.map((column) => column[1](row, made))
