import { type SQL, sql } from 'drizzle-orm'
import type { Index } from './indexes.ts'

// Numbers are bound as floating point, and FTS5 would read its whole index for a rowid that is one.

/** A whole number as a literal. Throws RangeError for any other. */
export function integer(number: number): SQL {
  if (!Number.isSafeInteger(number)) throw new RangeError(`${number} is no whole number`)
  return sql.raw(String(number))
}

/** Whole numbers as a list to look in. */
export const integers = (numbers: number[]): SQL => sql`(${sql.join(numbers.map(integer), sql`, `)})`

/** The id of the thing that a row is of, or is a piece of. */
export const thingOf = ({ bits }: Index, row: SQL): SQL => (bits ? sql`(${row} >> ${integer(bits)})` : row)
