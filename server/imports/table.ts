import { Readable, pipeline } from 'node:stream'
import { type Parser, parse } from 'csv-parse'
import { BadInput } from '../errors.ts'
import type { Encoding } from './encoding.ts'

/** A row of a table; `row` counts from 1 without the header, `line` from 1 in the file. */
export type Row = { row: number; line: number; cells: string[] }
/** With `verbatim` cells are left exactly as they are. */
export type Format = { encoding: Encoding; delimiter: string; verbatim?: boolean }

const mostCells = 100
const turn = () => new Promise<void>((resolve) => setImmediate(resolve))

/**
 * The header, as row 0, and the rows of a file that comes in pieces. Other requests have their turn between the pieces. Throws BadInput
 * for what is no table.
 */
export async function* readTable(
  pieces: AsyncIterable<Buffer> | Iterable<Buffer>,
  { encoding, delimiter, verbatim = false }: Format,
): AsyncGenerator<Row> {
  const parser = parse({ delimiter, relax_quotes: true, relax_column_count: true, skip_empty_lines: true, info: true })
  pipeline(Readable.from(decoded(pieces, encoding)), parser, () => undefined)
  let row = 0
  try {
    for await (const { record, info } of records(parser)) {
      const isBlank = record.every((cell) => cell.trim() === '')
      if (isBlank || (row === 0 && /^sep=.?$/.test(record.join(delimiter)))) continue
      if (record.length > mostCells) throw new BadInput({ file: tooWide(info.lines) })
      yield { row, line: info.lines - breaksIn(record), cells: record.map(verbatim ? whole : clean) }
      row += 1
    }
  } catch (error) {
    throw asBadInput(error)
  }
}

const tooWide = (line: number) =>
  `Line ${line} has more than ${mostCells} cells. Is this a table with one row for each claim?`
const breaksIn = (record: string[]) => record.reduce((sum, cell) => sum + cell.split('\n').length - 1, 0)

type Parsed = { record: string[]; info: { lines: number } }

// With `info` the parser gives each record with where it ended.
const records = (parser: Parser) => parser as AsyncIterable<Parsed>

// eslint-disable-next-line no-control-regex
const hidden = /[\u0000-\u0008\u000B\u000C\u000E-\u001F\u007F]/g
const clean = (cell: string) => cell.replaceAll(/\r\n?/g, '\n').replaceAll(hidden, '').toWellFormed().trim()

const whole = (cell: string) => cell.toWellFormed()

/** The text that bytes spell, a little at a time. Other requests have their turn in between. */
export async function* decoded(
  pieces: AsyncIterable<Buffer> | Iterable<Buffer>,
  encoding: Encoding,
): AsyncGenerator<string> {
  const decoder = new TextDecoder(encoding)
  for await (const piece of pieces) {
    for (let at = 0; at < piece.length; at += 32_768) {
      const text = decoder.decode(piece.subarray(at, at + 32_768), { stream: true })
      if (text !== '') yield text
      await turn()
    }
  }
  const rest = decoder.decode()
  if (rest !== '') yield rest
}

function asBadInput(error: unknown): unknown {
  if (!(error instanceof Error) || !('code' in error) || !String(error.code).startsWith('CSV_')) return error
  const line = 'lines' in error && Number(error.lines) > 0 ? `Line ${Number(error.lines)}` : 'A line'
  return new BadInput({
    file: `${line} of this file could not be read as a row: a quotation mark that opens a cell is never closed. Save the file again as CSV where it was made.`,
  })
}
