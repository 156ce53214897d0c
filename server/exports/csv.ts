export type Cell = string | number | boolean | null | readonly string[]

export type Format = { delimiter: string; guarded: boolean }

/** The character that tells a spreadsheet the encoding. */
export const byteOrderMark = '\uFEFF'

// What spreadsheets run: a formula sign, also full-width, or a control character, after any white space. Quotation marks
// count as white space here, so that taking away one guard always gives back what was there.
// eslint-disable-next-line no-control-regex
const runs = /^'*\s*[=+\-@\t\r\0＝＋－＠]/

/** Puts one `'` before text that a spreadsheet would run as a formula. */
export const guard = (text: string): string => (runs.test(text) ? `'${text}` : text)

/** Takes one guard away: `unguard(guard(text))` is `text`, for every text. */
export const unguard = (text: string): string => (text.startsWith("'") && runs.test(text) ? text.slice(1) : text)

// Whatever the delimiter is: a file may be opened with another one.
const special = /[",;\t\r\n]/

/**
 * One record of RFC 4180 with its CRLF. Lists are packed with ` | `; null is an empty cell; only text is guarded. `plain` says
 * which cells are known to need neither guard nor quotation marks.
 */
export function csvRecord(
  cells: readonly Cell[],
  { delimiter, guarded }: Format,
  plain: readonly boolean[] = [],
): string {
  let record = ''
  for (let index = 0; index < cells.length; index += 1) {
    const cell = cells[index] ?? null
    if (index > 0) record += delimiter
    if (cell === null) continue
    record +=
      plain[index] || typeof cell === 'number' || typeof cell === 'boolean' ? String(cell) : quoted(cell, guarded)
  }
  return `${record}\r\n`
}

// Most cells: they begin with a letter or digit, end in something to be seen, and hold nothing special. One look is enough.
const usual = /^[0-9A-Za-z](?:[^",;\t\r\n]*[!#-+\--:<-~])?$/

function quoted(cell: string | readonly string[], guarded: boolean): string {
  const plain = typeof cell === 'string' ? cell : cell.join(' | ')
  if (plain === '' || usual.test(plain)) return plain
  const text = guarded ? guard(plain) : plain
  return special.test(text) || text.trim() !== text ? `"${text.replaceAll('"', '""')}"` : text
}
