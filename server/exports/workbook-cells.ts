import type { Cell } from './csv.ts'

/** The most that a cell of a workbook holds, in UTF-16 code units. */
export const longestCell = 32_767

/** Which of the styles of `styles.xml` a cell has. */
export const styles = { plain: 0, text: 1, day: 2, moment: 3, heading: 4, yesOrNo: 5 } as const

/** Writes the cells of one column. Text is text whatever it looks like: it never becomes a formula, a number or a day. */
export function cellWriter(name: string): (cell: Cell, address: string) => string {
  const dated = name.endsWith('_at') ? momentCell : name.endsWith('_on') ? dayCell : undefined
  return (cell, address) => {
    if (cell === null) return ''
    if (typeof cell === 'number') return `<c r="${address}"><v>${cell}</v></c>`
    if (typeof cell === 'boolean') return `<c r="${address}" s="${styles.yesOrNo}" t="b"><v>${cell ? 1 : 0}</v></c>`
    const text = typeof cell === 'string' ? cell : cell.join(' | ')
    if (text === '') return ''
    return dated?.(text, address) ?? textCell(text, address)
  }
}

/** A cell of text, kept as it is; what is longer than a cell can be is cut, and says so at its end. */
export const textCell = (text: string, address: string, style: number = styles.text): string =>
  `<c r="${address}" s="${style}" t="inlineStr"><is><t xml:space="preserve">${escaped(fitting(text))}</t></is></c>`

const day = /^\d{4}-\d\d-\d\d$/
const moment = /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z$/

// Days that are known in part stay text, and so do those before March 1900, which spreadsheets count differently.
const dayCell = (text: string, address: string) => (day.test(text) ? counted(text, address, styles.day) : undefined)
const momentCell = (text: string, address: string) =>
  moment.test(text) ? counted(text, address, styles.moment) : undefined

const dayLength = 86_400_000
/** 1 January 1970 in the days that spreadsheets count. */
const firstDay = 25_569
const fromMarch1900 = 61

function counted(text: string, address: string, style: number): string | undefined {
  const days = Date.parse(text) / dayLength + firstDay
  return days >= fromMarch1900 ? `<c r="${address}" s="${style}"><v>${days}</v></c>` : undefined
}

function fitting(text: string): string {
  if (text.length <= longestCell) return text
  const mark = ` […] Cut here: the whole text has ${text.length.toLocaleString('en')} characters, more than a cell can hold. It is whole in the CSV.`
  const kept = text.slice(0, longestCell - mark.length)
  // Never half a character.
  return kept.replace(/[\uD800-\uDBFF]$/, '') + mark
}

// What XML cannot hold, and CR, which XML reads as LF, are written as _x000D_; so what looks like that is written so too.
// eslint-disable-next-line no-control-regex
const special = /[&<>]|[\u0000-\u0008\u000B-\u001F\uFFFE\uFFFF]|_(?=x[0-9A-Fa-f]{4}_)/g
const entities: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;' }

/** Text as it stands in the XML of a workbook. */
export const escaped = (text: string): string => text.replaceAll(special, (found) => entities[found] ?? coded(found))

const coded = (character: string) => `_x${character.charCodeAt(0).toString(16).toUpperCase().padStart(4, '0')}_`

/** The letters of a column, counted from 0: A … Z, AA … */
export const columnName = (index: number): string =>
  (index < 26 ? '' : columnName(Math.floor(index / 26) - 1)) + String.fromCharCode(65 + (index % 26))
