import { getDocumentProxy } from 'unpdf'
import { joinPieces, type Piece } from '../articles/blocks.ts'
import type { PageSpan } from '../../db/schema/index.ts'
import { contentLimits } from './content-limits.ts'
import type { ContentText } from './content.ts'
import { type Item, pagePieces } from './pdf-lines.ts'
import { readLimits } from './read-limits.ts'

// What has been read by then is worth more than being ended with nothing.
const milliseconds = 0.75 * readLimits.milliseconds

/** The text of a PDF, page by page. A broken or protected one has none, and `problem` says so. */
export async function readPdf(bytes: Uint8Array): Promise<ContentText> {
  const until = performance.now() + milliseconds
  try {
    const pdf = await getDocumentProxy(bytes, { verbosity: 0, stopAtErrors: false })
    const pages: Piece[][] = []
    let characters = 0
    while (pages.length < pdf.numPages && performance.now() < until && characters < contentLimits.characters) {
      const pieces = await readPage(pdf, pages.length + 1)
      for (const { text } of pieces) characters += text.length
      pages.push(pieces)
    }
    return told(pages, pdf.numPages)
  } catch (error) {
    return { text: '', blocks: [], pages: null, problem: problemOf(error) }
  }
}

type Pdf = Awaited<ReturnType<typeof getDocumentProxy>>

async function readPage(pdf: Pdf, number: number): Promise<Piece[]> {
  const page = await pdf.getPage(number)
  const { items } = await page.getTextContent()
  page.cleanup()
  return pagePieces(items.filter((item): item is typeof item & Item => 'str' in item))
}

function told(pages: Piece[][], total: number): ContentText {
  const joined = joinPieces(pages.flat())
  const spans = spansOf(pages, joined.blocks)
  return { ...joined, pages: spans, problem: problemWith(joined.text, pages.length, total) }
}

function spansOf(pages: Piece[][], blocks: readonly PageSpan[]): PageSpan[] {
  let end = 0
  let first = 0
  return pages.map(({ length }) => {
    const start = blocks[first]?.start ?? end
    end = length === 0 ? end : (blocks[first + length - 1]?.end ?? end)
    first += length
    return length === 0 ? { start: end, end } : { start, end }
  })
}

function problemWith(text: string, read: number, total: number): string | null {
  if (text === '')
    return 'There is no text in this PDF: it may be scanned. Its pages are pictures, in which nothing can be searched.'
  if (read === total) return null
  return `This is very long: only its first ${read.toLocaleString('en')} of ${total.toLocaleString('en')} pages could be read in time. The original is kept whole.`
}

const problemOf = (error: unknown) =>
  error instanceof Error && error.name === 'PasswordException'
    ? 'This PDF is protected by a password, so its text cannot be read.'
    : 'This PDF is damaged or made in an unusual way, so its text cannot be read.'
