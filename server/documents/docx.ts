import mammoth from 'mammoth'
import { joinPieces } from '../articles/blocks.ts'
import { within } from './content-limits.ts'
import type { Refusal } from './content.ts'
import { pageText } from './page-text.ts'
import type { ReadText } from './tasks.ts'
import { inspectArchive } from './zip-limits.ts'

const mediaType = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document'

/** The text of a Word document, its tables, lists and footnotes; refused for every other archive, and for one that unpacks to too much. */
export async function readDocx(bytes: Uint8Array): Promise<ReadText | Refusal> {
  const archive = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length)
  const found = await inspectArchive(archive)
  if (found !== 'document') return { refused: found }
  const { value } = await mammoth.convertToHtml({ buffer: archive }, { convertImage, ignoreEmptyParagraphs: true })
  const read = within(joinPieces(pageText(withPlainCells(value)) ?? []))
  const problem = read.problem ?? (read.text === '' ? 'There is no text in this document.' : null)
  return { mediaType, charset: null, pages: null, ...read, problem }
}

// The one paragraph of a cell is the cell, so that a row stays a line.
const withPlainCells = (html: string) =>
  html.replaceAll(
    /<(t[dh])([^<>]*)><p>([^]*?)<\/p>(?=<\/\1>)/g,
    (cell, name: string, attributes: string, inner: string) =>
      inner.includes('<p>') ? cell : `<${name}${attributes}>${inner}`,
  )

// Pictures are not text: none is unpacked.
const convertImage = mammoth.images.imgElement(async () => ({ src: '' }))
