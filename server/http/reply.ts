import type { Request, Response } from 'express'
import type { Html } from '../../views/html.ts'

/** Answers a whole page or a fragment. Signed-in pages are never stored: see `noStore`. */
export function send(res: Response, body: Html, status = 200): void {
  const bytes = Buffer.from(String(body))
  res.status(status)
  res.setHeader('Content-Type', 'text/html; charset=utf-8')
  res.setHeader('Content-Length', bytes.length)
  res.end(res.req.method === 'HEAD' ? undefined : bytes)
}

/** What is told once on the next page, and where it leads on from there. */
export type Notice = { words: string; way?: { href: string; name: string } | undefined }

/** Sends the browser to `path` with GET, and says `notice` there once. */
export function see(res: Response, path: string, notice?: string | Notice): void {
  const { words, way }: Notice = typeof notice === 'object' ? notice : { words: notice ?? '' }
  const told = way ? [words, way.href, way.name].join('\n') : words
  if (told)
    res.cookie('notice', told, { httpOnly: true, sameSite: 'lax', path: '/', maxAge: 60_000, secure: res.req.secure })
  res.redirect(303, path)
}

/** True when htmx asks for a piece of a page, false when a whole page is wanted. */
export const isPartial = (req: Request): boolean => req.get('HX-Request-Type') === 'partial'

/** The rows of a list in machine-readable form. */
export function sendJson(res: Response, value: unknown): void {
  res.setHeader('Content-Type', 'application/json; charset=utf-8')
  res.end(JSON.stringify(value))
}
