import { joinPieces, linesAsBlocks } from '../articles/blocks.ts'
import { identifiersIn } from '../sources/metadata-text.ts'
import { decode } from './charset.ts'
import { within } from './content-limits.ts'
import type { Refusal } from './content.ts'
import type { Read, ReadText, Tasks } from './tasks.ts'

type Input = Tasks['content']['input']

/** The text of a file of a kind that is taken, and what it says about itself. Only for a worker that can be stopped. */
export async function readBytes({ bytes, kind, declaredType }: Input): Promise<Read | Refusal> {
  if (kind === 'html') return readPage(bytes, declaredType)
  const found = await readText({ bytes, kind, declaredType })
  return 'refused' in found ? found : { ...found, metadata: identifiersIn(found.text) }
}

async function readText({ bytes, kind, declaredType }: Input): Promise<ReadText | Refusal> {
  if (kind === 'text') return readPlain(bytes, declaredType)
  if (kind === 'pdf') return readPdf(bytes)
  if (kind === 'zip') return (await import('./docx.ts')).readDocx(bytes)
  return (await import('./image.ts')).readImage(bytes, kind)
}

async function readPdf(bytes: Uint8Array): Promise<ReadText> {
  const { readPdf: read } = await import('./pdf.ts')
  return { mediaType: 'application/pdf', charset: null, ...(await read(bytes)) }
}

async function readPage(bytes: Uint8Array, declaredType: string | null): Promise<Read> {
  const { text: source, charset, note } = decode(bytes, { isHtml: true, declaredType })
  const { pageText } = await import('./page-text.ts')
  const { readMetadata } = await import('../sources/metadata.ts')
  const pieces = pageText(source)
  const found = within(joinPieces(pieces ?? []))
  const problem = pieces ? (found.text === '' ? emptyPage : note) : tooDeep
  const about = { mediaType: 'text/html', charset, pages: null, metadata: readMetadata(source) }
  return { ...about, ...found, problem: found.problem ?? problem }
}

function readPlain(bytes: Uint8Array, declaredType: string | null): ReadText {
  const { text: source, charset, note } = decode(bytes, { isHtml: false, declaredType })
  const text = tidyText(source)
  const found = within({ text, blocks: linesAsBlocks(text) })
  const problem = found.blocks.length === 0 ? emptyText : note
  return { mediaType: 'text/plain', charset, pages: null, ...found, problem: found.problem ?? problem }
}

// Control characters nobody can see are not text; a form feed ends a page, and so a line.
const tidyText = (source: string) =>
  source
    .toWellFormed()
    .replaceAll(/\r\n?|[\f\v]/g, '\n')
    // eslint-disable-next-line no-control-regex
    .replaceAll(/[\u0000-\u0008\u000E-\u001F\u007F]/g, '')

const emptyText = 'There is nothing to read in this file: it holds white space only.'
const emptyPage =
  'There is no text in this page. It may be one that a browser fills in afterwards: print it to a PDF, and keep that.'
const tooDeep =
  'This page is nested too deep or has too many parts, so its text could not be read. The original is kept.'
