import { readTable } from './table.ts'
import { isOverLine, worthOf } from './worthiness.ts'

/**
 * Scores a tab-separated text with a header and the columns id and text, others ignored: a line `id TAB score TAB 1` for
 * each row in their order, 0 for what is under the line. Throws BadSettings for a text that is none such.
 */
export const scoreTable = (text: string): string[] =>
  readTable(text, ['id', 'text']).map((row) => {
    const worth = worthOf(row.text, 'en')
    return `${row.id}\t${worth.score.toFixed(6)}\t${isOverLine(worth) ? 1 : 0}`
  })
