import type { NextFunction, Request, Response } from 'express'
import type { Html } from '../../views/html.ts'

type Answer = { type: string; body: Buffer; etag: string }

// Stricter than that of the tool: these pages run nothing. A data block such as JSON-LD is not run, and so not refused.
const policy =
  "default-src 'none';style-src 'self';img-src 'self';form-action 'self';base-uri 'none';frame-ancestors 'none'"

/** Takes the cookies off a request for a public address, and says how its answer may be kept. */
export function publicHeaders(req: Request, res: Response, next: NextFunction): void {
  delete req.headers.cookie
  res.setHeader('Cache-Control', 'public, max-age=0, must-revalidate')
  res.setHeader('Content-Security-Policy', policy)
  next()
}

/** Sends an answer, or 304 to who has it already. */
export function publicAnswer(req: Request, res: Response, { type, body, etag }: Answer): void {
  res.setHeader('ETag', etag)
  if (req.fresh) {
    res.status(304).end()
    return
  }
  res.setHeader('Content-Type', type)
  res.setHeader('Content-Length', body.length)
  res.end(req.method === 'HEAD' ? undefined : body)
}

/** Sends a page that is not kept in memory. */
export function publicPage(res: Response, page: Html, status: number): void {
  const body = Buffer.from(String(page))
  res.status(status)
  res.setHeader('Content-Type', 'text/html; charset=utf-8')
  res.setHeader('Content-Length', body.length)
  res.end(res.req.method === 'HEAD' ? undefined : body)
}
