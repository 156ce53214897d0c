import express, { type NextFunction, type Request, type Response } from 'express'
import { BadRequest } from '../errors.ts'
import { readJson } from './json.ts'

declare module 'express-serve-static-core' {
  interface Request {
    /** The bytes of a JSON body as they were sent. */
    sent: Buffer | undefined
  }
}

const limit = 2_000_000

function refuseOthers(req: Request, _res: Response, next: NextFunction): void {
  const encoding = req.get('Content-Encoding')
  if (encoding && encoding !== 'identity') throw new BadRequest(415, 'Send the body uncompressed.')
  const type = /^application\/json\s*(?:;\s*charset\s*=\s*"?utf-?8"?\s*)?$/i
  if (!type.test(req.get('Content-Type') ?? ''))
    throw new BadRequest(415, 'Send the body as application/json, in UTF-8.')
  next()
}

function parse(req: Request, _res: Response, next: NextFunction): void {
  const sent: unknown = req.body
  req.sent = Buffer.isBuffer(sent) ? sent : Buffer.alloc(0)
  req.body = readJson(req.sent)
  next()
}

/** Reads a small, uncompressed JSON object into `req.body`; anything else is 415, 413 or 400. */
export const jsonBody = [refuseOthers, express.raw({ type: () => true, inflate: false, limit }), parse]
