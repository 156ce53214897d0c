import { Readable } from 'node:stream'
import { finished } from 'node:stream/promises'
import { ZipFile } from 'yazl'
import type { Cell } from './csv.ts'
import { cellWriter, columnName, styles, textCell } from './workbook-cells.ts'
import { partsAround, sheetEnd, sheetStart } from './workbook-parts.ts'

/** The most rows that a sheet holds, its heading among them. */
const longestSheet = 1_048_576

type Workbook = {
  name: string
  header: readonly string[]
  pages: AsyncGenerator<Cell[][]>
  /** When it was made, ISO 8601: the time of all its parts, so that the same rows give the same bytes. */
  at: string
  rowsOnSheet?: number
}

/** An XLSX workbook in pieces, with no more of it in memory than a page of rows. Rows beyond what a sheet holds go on in a next one. */
export async function* workbookPieces(workbook: Workbook): AsyncGenerator<Buffer> {
  const zip = new ZipFile()
  const out = Readable.from(zip.outputStream)
  const stop = new AbortController()
  const fail = (error: Error) => void out.destroy(error)
  zip.on('error', fail)
  const filled = fill(zip, workbook, stop.signal).catch(fail)
  try {
    for await (const piece of out) yield piece
  } finally {
    // Whoever asked may have gone: then what is read from has to be closed all the same.
    stop.abort()
    await workbook.pages.return(undefined)
    await filled
  }
}

async function fill(
  zip: ZipFile,
  { name, header, pages, at, rowsOnSheet = longestSheet }: Workbook,
  signal: AbortSignal,
) {
  const packed = { mtime: new Date(at), compressionLevel: 1 }
  const source = rowsIn(pages)
  const sheets: string[] = []
  do {
    sheets.push(sheets.length === 0 ? name : `${name} ${sheets.length + 1}`)
    const xml = Readable.from(sheetXml(source, header, rowsOnSheet), { highWaterMark: 1, signal })
    zip.addReadStream(xml, `xl/worksheets/sheet${sheets.length}.xml`, packed)
    await finished(xml)
  } while (await source.hasMore())
  for (const [part, text] of partsAround(sheets)) zip.addBuffer(Buffer.from(text), part, packed)
  zip.end()
}

type Source = ReturnType<typeof rowsIn>

function rowsIn(pages: AsyncGenerator<Cell[][]>) {
  let waiting: Cell[][] = []
  const hasMore = async () => {
    while (waiting.length === 0) {
      const page = await pages.next()
      if (page.done) return false
      waiting = page.value
    }
    return true
  }
  /** Up to so many rows; none at the end. */
  const take = async (most: number) => ((await hasMore()) ? waiting.splice(0, most) : [])
  return { hasMore, take }
}

async function* sheetXml(source: Source, header: readonly string[], most: number): AsyncGenerator<Buffer> {
  const columns = header.map((name, index) => ({ letters: columnName(index), write: cellWriter(name) }))
  const heading = columns.map(({ letters }, index) => textCell(header[index] ?? '', `${letters}1`, styles.heading))
  yield Buffer.from(`${sheetStart}<row r="1">${heading.join('')}</row>`)
  let number = 1
  for (let rows = await source.take(most - number); rows.length > 0; rows = await source.take(most - number)) {
    let xml = ''
    for (const cells of rows) {
      number += 1
      xml += `<row r="${number}">`
      for (const [index, { letters, write }] of columns.entries()) xml += write(cells[index] ?? null, letters + number)
      xml += '</row>'
    }
    yield Buffer.from(xml)
  }
  yield Buffer.from(sheetEnd)
}
