import type { Readable } from 'node:stream'
import type { Request, Response } from 'express'
import multer from 'multer'
import { BadRequest } from '../errors.ts'
import { mostBytes } from './content.ts'
import type { SentFile } from '../articles/document.ts'

// What is a little larger than a file may be is still read to its end, so that the rest of the form is not lost.
const more = 3_000_000

const limits = {
  files: 1,
  fields: 20,
  fieldSize: 2_000_000,
  fieldNameSize: 100,
  headerPairs: 20,
  fieldNestingDepth: 0,
}

/** Keeps as much as a file may have in memory and counts the rest. */
const keeping = (most: number): multer.StorageEngine => ({
  _handleFile: (_req, file, done) => {
    const chunks: Buffer[] = []
    let size = 0
    // A file that is being received has a stream.
    const stream = file.stream as Readable
    stream.on('data', (chunk: Buffer) => {
      size += chunk.length
      if (size <= most) chunks.push(chunk)
    })
    stream.on('error', done)
    stream.on('end', () => done(null, { buffer: Buffer.concat(chunks), size }))
  },
  _removeFile: (_req, _file, done) => done(null),
})

// Field values come as Latin-1, a letter for each byte, so that bytes which are no UTF-8 can be told from those that are.
const charsets = { defParamCharset: 'utf8', defCharset: 'latin1' }
const receiver = (most: number, fields: number) =>
  multer({
    ...charsets,
    storage: keeping(most),
    limits: { ...limits, fileSize: most + more, fields, parts: fields + 2 },
  }).single('file')

/**
 * Reads a form that may carry a file, sets `req.body` and answers the file, if one was chosen. Throws BadRequest for what
 * is no such form, is far too large, or is not UTF-8. With `many` it may have as many fields as a form without a file;
 * `most` is how many bytes its file may have.
 */
export async function receiveForm(
  req: Request,
  res: Response,
  { many = false, most = mostBytes } = {},
): Promise<SentFile | undefined> {
  if (!req.is('multipart/form-data')) return undefined
  if (Number(req.get('Content-Length') ?? 0) > most + more + limits.fieldSize) throw tooLarge(most)
  await new Promise<void>((resolve, reject) => {
    const read = receiver(most, many ? 500 : limits.fields)
    read(req, res, (error: unknown) => (error ? reject(refusal(error, most)) : resolve()))
  })
  const { file } = req
  req.body = decoded(req.body)
  // A browser sends an empty file without a name when none was chosen.
  if (!file || (file.originalname === '' && file.size === 0)) return undefined
  return { name: file.originalname, type: file.mimetype, bytes: file.buffer, isTooLarge: file.size > most }
}

const tooLarge = (most: number) =>
  new BadRequest(413, `This is too large to be taken: ${most / 1e6} MB for a file, 2 MB for a text.`)

function refusal(error: unknown, most: number): unknown {
  if (error instanceof multer.MulterError && /SIZE|VALUE/.test(error.code)) return tooLarge(most)
  return new BadRequest(400, 'This form is not well-formed, so nothing was saved.')
}

const utf8 = new TextDecoder('utf-8', { fatal: true })

function decoded(body: Record<string, string | string[]>): Record<string, string | string[]> {
  const text = (name: string, value: string) => {
    try {
      return utf8.decode(Buffer.from(value, 'latin1'))
    } catch {
      throw new BadRequest(400, `The field “${name}” holds bytes that are not UTF-8 text, so nothing was saved.`)
    }
  }
  const one = ([name, value]: [string, string | string[]]) => [
    name,
    Array.isArray(value) ? value.map((item) => text(name, item)) : text(name, value),
  ]
  return Object.fromEntries(Object.entries(body).map(one))
}
