import { Readable } from 'node:stream'
import { finished } from 'node:stream/promises'
import { ZipFile } from 'yazl'
import type { Cell } from './csv.ts'
import { newEncoder } from './encoder.ts'
import { cellWriter, columnName, styles, textCell } from './workbook-cells.ts'
import { partsAround, sheetEnd, sheetStart } from './workbook-parts.ts'

/** The most rows that a sheet holds, its heading among them. */
const longestSheet = 1_048_576

type Workbook = {
  name: string
  header: readonly string[]
  pages: AsyncGenerator<Iterable<Cell[]>>
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

function rowsIn(pages: AsyncGenerator<Iterable<Cell[]>>) {
  let page: Iterator<Cell[], undefined> = [].values()
  let next: Cell[] | undefined
  const hasMore = async () => {
    while (!(next ??= page.next().value)) {
      const following = await pages.next()
      if (following.done) return false
      page = following.value[Symbol.iterator]()
    }
    return true
  }
  /** Up to so many of the rows that are there. */
  function* take(most: number): Generator<Cell[]> {
    for (let left = most; left > 0 && next; left--) {
      yield next
      next = page.next().value
    }
  }
  return { hasMore, take }
}

/** The rows that are packed at once: what waits to be packed outlives the young generation of the heap. */
const mostRows = 50

async function* sheetXml(source: Source, header: readonly string[], most: number): AsyncGenerator<Buffer> {
  const columns = header.map((name, index) => ({ letters: columnName(index), write: cellWriter(name) }))
  const heading = columns.map(({ letters }, index) => textCell(header[index] ?? '', `${letters}1`, styles.heading))
  const encode = newEncoder()
  let number = 1
  function* rowXml(rows: Iterable<Cell[]>): Generator<string> {
    for (const cells of rows) {
      const row = String(++number)
      yield `<row r="${row}">`
      yield columns.map(({ letters, write }, index) => write(cells[index] ?? null, letters + row)).join('')
      yield '</row>'
    }
  }
  yield Buffer.from(`${sheetStart}<row r="1">${heading.join('')}</row>`)
  while (number < most && (await source.hasMore())) yield encode(rowXml(source.take(Math.min(mostRows, most - number))))
  yield Buffer.from(sheetEnd)
}
