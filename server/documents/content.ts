import { hash } from 'node:crypto'
import type { Block, PageSpan } from '../../db/schema/index.ts'
import type { Sketch } from '../independence/shingles.ts'
import type { Metadata } from '../sources/metadata.ts'
import { kindOfBytes, refusalOf } from './media-type.ts'
import { read } from './read.ts'

/** What whoever sent a file said of it: its media type, of which only the charset counts; `isText` for what was typed. */
export type Hints = { mediaType?: string | null; isText?: boolean }

/** A text with its blocks, and its pages where the document has some. Offsets are UTF-16 code units of `text`. */
export type ContentText = {
  text: string
  blocks: Block[]
  pages: PageSpan[] | null
  /** Why there is no text, or not all of it: a sentence for people. */
  problem: string | null
}

/**
 * What a file is and says. `charset` is that of a text; `metadata` is what it says about itself; `sha256` is of the bytes, in
 * hexadecimal.
 */
export type Content = ContentText & {
  mediaType: string
  charset: string | null
  metadata: Metadata
  sha256: string
  size: number
  /** What tells whether another text carries this one; none where there is no text. */
  sketch?: Sketch
}

/** Why a file cannot be taken, as a sentence for whoever sent it. */
export type Refusal = { refused: string }

/** The most bytes that a file may have. */
export const mostBytes = 25_000_000

/**
 * Finds out what the bytes are by what is in them, and reads their text in a worker: web pages, PDF, Word documents, plain
 * text and pictures. What cannot be read but is no danger is taken without its text, and `problem` says why.
 */
export async function readContent(bytes: Buffer, hints: Hints = {}): Promise<Content | Refusal> {
  if (bytes.length === 0) return { refused: 'This file is empty.' }
  if (bytes.length > mostBytes) return { refused: 'This file is larger than 25 MB.' }
  const kind = hints.isText ? 'text' : kindOfBytes(bytes)
  const refused = refusalOf(kind)
  if (refused) return { refused }
  const found = await read('content', { bytes, kind, declaredType: hints.mediaType ?? null })
  if (found === 'busy')
    return { refused: 'Several files are being read just now. Send this one again in a few seconds.' }
  if (found === 'unreadable') return givenUp(bytes, kind)
  if ('refused' in found) return found
  return { ...found, ...identity(bytes) }
}

const identity = (bytes: Buffer) => ({ sha256: hash('sha256', bytes, 'hex'), size: bytes.length })

// What was ended for the time or memory it took; an archive that does so is not one to keep.
function givenUp(bytes: Buffer, kind: string): Content | Refusal {
  if (kind === 'zip')
    return {
      refused: 'This document could not be read in the time and memory that a file may take, so it was not taken.',
    }
  const mediaType = mediaTypes[kind] ?? 'text/plain'
  const problem =
    'Its text could not be read in the time and memory that a file may take, so nothing in it can be searched. The original is kept.'
  return { text: '', blocks: [], pages: null, problem, mediaType, charset: null, metadata: {}, ...identity(bytes) }
}

const mediaTypes: Record<string, string | undefined> = {
  pdf: 'application/pdf',
  html: 'text/html',
  png: 'image/png',
  jpeg: 'image/jpeg',
  webp: 'image/webp',
}
