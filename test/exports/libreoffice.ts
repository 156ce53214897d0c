import { execFile } from 'node:child_process'
import { existsSync, mkdirSync, readFileSync, readdirSync } from 'node:fs'
import { delimiter, join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { promisify } from 'node:util'
import { Parser } from 'htmlparser2'

const places = [
  ...(process.env['PATH'] ?? '').split(delimiter).map((folder) => join(folder, 'soffice')),
  '/Applications/LibreOffice.app/Contents/MacOS/soffice',
  'C:\\Program Files\\LibreOffice\\program\\soffice.exe',
]

/** The program of LibreOffice, undefined where there is none. */
export const soffice = places.find((path) => existsSync(path))

/** How LibreOffice opens a CSV, as its own import dialog calls the choices. */
export type Opening = {
  /** Every column as text; otherwise it looks at each cell, for special numbers too, and runs formulas. */
  asText: boolean
  columns: number
}

/** Opens the files of a folder, all in one start, and reads what is in their cells, by file and row. */
export async function opened(from: string, dir: string, csv?: Opening): Promise<Map<string, Seen[][]>> {
  const out = join(dir, `opened-${readdirSync(dir).length}`)
  mkdirSync(out)
  const profile = `-env:UserInstallation=${pathToFileURL(join(dir, 'profile')).href}`
  const how = csv ? [`--infilter=Text - txt - csv (StarCalc):${choices(csv)}`] : []
  const files = readdirSync(from).map((name) => join(from, name))
  const args = [profile, '--headless', ...how, '--convert-to', 'fods', '--outdir', out, ...files]
  await promisify(execFile)(soffice ?? '', args, { timeout: 60_000 })
  return new Map(
    readdirSync(out).map((name) => [name.replace(/\.fods$/, ''), cellsIn(readFileSync(join(out, name), 'utf8'))]),
  )
}

// Any of the delimiters, quotation marks, UTF-8, from the first line on; the last asks for formulas to be run.
const choices = ({ asText, columns }: Opening) => {
  const formats = asText ? Array.from({ length: columns }, (_, index) => `${index + 1}/2`).join('/') : ''
  return ['44/59/9', '34', '76', '1', formats, '0', 'false', !asText, 'false', 'false', '1', !asText].join(',')
}

/** A cell: what kind LibreOffice took it for, what it shows, and its formula if it has one. */
export type Seen = { type: string; value: string; formula?: string }

const nothing: Seen = { type: '', value: '' }

/** Reads the cells of the first sheet of a flat OpenDocument file, rows and cells at the end that hold nothing left out. */
function cellsIn(xml: string): Seen[][] {
  const rows: Seen[][] = []
  let [row, cell, times]: [Seen[], Seen, number] = [[], nothing, 1]
  let paragraphs: string[] | undefined
  const add = (text: string) => paragraphs?.push((paragraphs.pop() ?? '') + text)
  const open: Record<string, (attributes: Record<string, string>) => void> = {
    'table:table-row': () => (row = []),
    'table:table-cell': (attributes) => {
      ;[cell, times, paragraphs] = [
        cellOf(attributes),
        Number(attributes['table:number-columns-repeated'] ?? 1),
        undefined,
      ]
    },
    'text:p': () => (paragraphs = [...(paragraphs ?? []), '']),
    'text:s': (attributes) => add(' '.repeat(Number(attributes['text:c'] ?? 1))),
    'text:tab': () => add('\t'),
    'text:line-break': () => add('\n'),
  }
  let inText = false
  const parser = new Parser(
    {
      onopentag: (name, attributes) => {
        open[name]?.(attributes)
        if (name === 'text:p') inText = true
      },
      ontext: (text) => {
        if (inText) add(text)
      },
      onclosetag: (name) => {
        if (name === 'text:p') inText = false
        if (name === 'table:table-cell') {
          const value = (paragraphs ?? []).join('\n')
          const seen = value === '' && cell.formula === undefined ? nothing : { ...cell, value }
          row.push(...Array.from({ length: Math.min(times, 100) }, () => seen))
        }
        if (name === 'table:table-row' && row.some((one) => one !== nothing)) rows.push(row)
      },
    },
    { xmlMode: true },
  )
  parser.end(xml)
  return rows
}

function cellOf(attributes: Record<string, string>): Seen {
  const formula = attributes['table:formula']
  return { type: attributes['office:value-type'] ?? '', value: '', ...(formula !== undefined && { formula }) }
}
