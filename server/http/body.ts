import express, { type NextFunction, type Request, type Response } from 'express'
import { BadRequest } from '../errors.ts'

const limit = 2_000_000

// A compressed body is refused before anything decodes it; multipart bodies are read by the routes that take files.
function refuseCompressed(req: Request, _res: Response, next: NextFunction): void {
  const encoding = req.get('Content-Encoding')
  if (encoding && encoding !== 'identity') throw new BadRequest(415, 'Send the request uncompressed.')
  next()
}

const types = ['application/x-www-form-urlencoded', 'multipart/form-data']

// What is a little too large is read to its end, so that the browser shows the answer; no form is as large as this.
const endless = (path: string) => (path === '/imports' ? 105_000_000 : 30_000_000)

function refuseOtherTypes(req: Request, res: Response, next: NextFunction): void {
  const length = Number(req.get('Content-Length') ?? 0)
  if (length > endless(req.path)) {
    res.setHeader('Connection', 'close')
    throw new BadRequest(413, 'This is far too large: 25 MB for a file, 100 MB for an import, 2 MB for a text.')
  }
  const hasBody = length > 0 || req.get('Transfer-Encoding') !== undefined
  if (hasBody && !req.is(types)) throw new BadRequest(415, 'Send a form.')
  next()
}

const mostFields = 500
const [plus, space] = [0x2b, 0x20]

const reader = (most: number) =>
  express.urlencoded({
    extended: false,
    inflate: false,
    limit: most,
    parameterLimit: mostFields,
    verify: (_req, _res, bytes) => {
      refuseIllFormed(bytes)
      writeSpaces(bytes)
    },
  })

const readForm = reader(limit)
// Signing in may carry another form along as JSON, whose signs take up to three times as many bytes.
const readCarried = reader(3 * limit)

/** Reads small, uncompressed forms; anything else is 415, ill-formed text is 400, a body over 2 MB is 413. */
export const formBody = [
  refuseCompressed,
  refuseOtherTypes,
  (req: Request, res: Response, next: NextFunction) =>
    (req.path === '/sign-in' ? readCarried : readForm)(req, res, next),
]

const utf8 = new TextDecoder('utf-8', { fatal: true })

// The parser would quietly put replacement characters where the bytes are not UTF-8. Field by field only to say which it is: a
// body that is nothing but fields would take a second.
function refuseIllFormed(bytes: Buffer): void {
  const text = decoded(() => utf8.decode(bytes)) ?? illFormed('The form')
  if (decoded(() => decodeURIComponent(text)) !== undefined) return
  const pair = text.split('&', mostFields).find((one) => decoded(() => decodeURIComponent(one)) === undefined)
  const name = decoded(() => decodeURIComponent(pair?.split('=', 1)[0] ?? ''))
  illFormed(name ? `The field “${name}”` : 'The form')
}

// The parser would take a second for a body full of them.
function writeSpaces(bytes: Buffer): void {
  for (let at = 0; at < bytes.length; at++) if (bytes[at] === plus) bytes[at] = space
}

function decoded(read: () => string): string | undefined {
  try {
    return read()
  } catch {
    return undefined
  }
}

function illFormed(what: string): never {
  throw new BadRequest(400, `${what} holds bytes that are not UTF-8 text, so nothing was saved.`)
}
