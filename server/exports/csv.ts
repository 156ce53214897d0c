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

/** One record of RFC 4180 with its CRLF. Lists are packed with ` | `; null is an empty cell; only text is guarded. */
export const csvRecord = (cells: readonly Cell[], format: Format): string => csvWriter(format)(cells)

/** Writes many such records, all of as many cells. `plain` says which cells are known to need neither guard nor quotation marks. */
export function csvWriter({ delimiter, guarded }: Format, plain: readonly boolean[] = []) {
  // One join makes one string; adding cell after cell would make one for each. The list is used again for each record.
  const written: (string | number | null)[] = []
  return (cells: readonly Cell[]): string => {
    for (let at = 0; at < cells.length; at++) {
      const cell = cells[at] ?? null
      if (cell === null || typeof cell === 'number') written[at] = cell
      else written[at] = plain[at] || typeof cell === 'boolean' ? String(cell) : quoted(cell, guarded)
    }
    return `${written.join(delimiter)}\r\n`
  }
}

function quoted(cell: string | readonly string[], guarded: boolean): string {
  const text = typeof cell === 'string' ? cell : cell.join(' | ')
  if (text === '') return ''
  if (isUsual(text)) return special.test(text) ? inMarks(text) : text
  const safe = guarded ? guard(text) : text
  return special.test(safe) || safe.trim() !== safe ? inMarks(safe) : safe
}

const inMarks = (text: string) => `"${text.replaceAll('"', '""')}"`

// Most texts begin with a letter or digit and end in something of ASCII to be seen: such a text never runs and has nothing to trim.
function isUsual(text: string): boolean {
  const [first, last] = [text.charCodeAt(0), text.charCodeAt(text.length - 1)]
  const isLetter = (first >= 0x61 && first <= 0x7a) || (first >= 0x41 && first <= 0x5a)
  return (isLetter || (first >= 0x30 && first <= 0x39)) && last > 0x20 && last < 0x7f
}
