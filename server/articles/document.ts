import { type Document, joinPieces, linesAsBlocks } from './blocks.ts'
import { readContent } from '../documents/content.ts'
import type { Guesses } from '../documents/html-guesses.ts'
import { kindOfBytes } from '../documents/media-type.ts'
import { read } from '../documents/read.ts'

/** A file as it was sent; `bytes` is cut off where it is larger than may be. */
export type SentFile = { name: string; type: string; bytes: Buffer; isTooLarge: boolean }

/** A file as a text with blocks and what it says about itself, or why it cannot be one, for the person who chose it. */
export type ReadFile = (Document & { guesses: Guesses }) | { problem: string }

/** Reads a PDF or Word document, or a .txt, .md or .html file in UTF-8, or UTF-16 with a byte order mark. */
export async function readDocument(file: SentFile): Promise<ReadFile> {
  const kind = kindOfBytes(file.bytes)
  if (file.isTooLarge) return { problem: 'This file is larger than 25 MB. Paste the text that is to be checked.' }
  if (kind === 'pdf' || kind === 'zip') return readBound(file.bytes)
  const format = formatOf(file)
  if (!format) return { problem: 'Choose a .txt, .md, .html, .pdf or .docx file.' }
  if (file.bytes.length > mostText)
    return { problem: 'This text is larger than 5 MB. Paste the part of it that is to be checked.' }
  const source = decode(file.bytes)
  if (source === undefined)
    return { problem: 'The text of this file is not UTF-8. Save it as UTF-8 where it was made, or paste its text.' }
  if (source.trim() === '') return { problem: 'This file is empty.' }
  const problem = disagreement(format, source)
  if (problem) return { problem }
  if (format === 'txt') return { text: source, blocks: linesAsBlocks(source), guesses: {} }
  return readMarkup(format, source)
}

const mostText = 5_000_000

// What is cut off at the end would be missed in an article, where in a copy of a source it is told.
async function readBound(bytes: Buffer): Promise<ReadFile> {
  const found = await readContent(bytes)
  if ('refused' in found) return { problem: found.refused }
  if (found.problem) return { problem: `${found.problem} Paste the text that is to be checked.` }
  return { text: found.text, blocks: found.blocks, guesses: {} }
}

const formats: Record<string, 'txt' | 'md' | 'html' | undefined> = { txt: 'txt', md: 'md', html: 'html', htm: 'html' }

// The browser names the type by the ending, or does not know: a picture that is called .txt is refused.
function formatOf({ name, type }: SentFile) {
  const ending = /\.([a-z]+)$/i.exec(name)?.[1]?.toLowerCase() ?? ''
  const isText = /^(?:text\/|application\/(?:octet-stream|xhtml\+xml)|$)/.test(type)
  return isText ? formats[ending] : undefined
}

function decode(bytes: Buffer): string | undefined {
  const [first, second] = bytes
  const encoding =
    first === 0xff && second === 0xfe ? 'utf-16le' : first === 0xfe && second === 0xff ? 'utf-16be' : 'utf-8'
  try {
    const text = new TextDecoder(encoding, { fatal: true }).decode(bytes)
    // A form feed ends a page, and so a line.
    return text.replaceAll(/\r\n?|[\f\v]/g, '\n')
  } catch {
    return undefined
  }
}

function disagreement(format: 'txt' | 'md' | 'html', source: string): string | undefined {
  const start = source.slice(0, 10_000)
  const hasTags = /<(?:!doctype|html|head|body|title|meta|article|main|section|div|p|h[1-6]|ul|ol|table)[\s>/]/i
  if (format === 'html' && !hasTags.test(start))
    return 'This file ends in .html but holds no HTML. If it is plain text, rename it to .txt.'
  if (format !== 'html' && /^\s*<(?:!doctype\s+html|html)[\s>]/i.test(start))
    return `This file ends in .${format} but holds HTML. Rename it to .html, and only its article will be taken.`
  // eslint-disable-next-line no-control-regex
  const control = /[\u0000-\u0008\u000E-\u001F\u007F]/.exec(source)
  if (format === 'html' || !control) return undefined
  const line = source.slice(0, control.index).split('\n').length
  return `Line ${line} of this file holds a control character, which is no text. Remove it, or paste the text.`
}

const unreadable = 'This page could not be read automatically. Paste its text instead.'

async function readMarkup(format: 'md' | 'html', source: string): Promise<ReadFile> {
  const found = await read('article', { format, source })
  if (found === 'busy')
    return { problem: 'Several files are being read just now. Send this one again in a few seconds.' }
  if (found === 'unreadable' || found.pieces.length === 0) return { problem: unreadable }
  return { ...joinPieces(found.pieces), guesses: found.guesses }
}
