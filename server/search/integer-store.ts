import { type SQL, sql } from 'drizzle-orm'

// Numbers are bound as floating point, and FTS5 would read its whole index for a rowid that is one.

/** A whole number as a literal. Throws RangeError for any other. */
export function integer(number: number): SQL {
  if (!Number.isSafeInteger(number)) throw new RangeError(`${number} is no whole number`)
  return sql.raw(String(number))
}

/** Whole numbers as a list to look in. */
export const integers = (numbers: number[]): SQL => sql`(${sql.join(numbers.map(integer), sql`, `)})`
