import { hash } from 'node:crypto'
import type { Request, Response } from 'express'

/** What a value looks like to programs, and the tag by which they can tell whether it is still the same. */
export type Entity = { text: string; etag: string }

/** Serialises a value; the tag is a hash of the text, so that it changes with anything in it. */
export function entityOf(value: unknown): Entity {
  const text = JSON.stringify(value)
  return { text, etag: `"${hash('sha256', text, 'base64url').slice(0, 27)}"` }
}

/** Answers JSON with its tag; 304 when whoever asks with GET has it already. */
export function sendEntity(req: Request, res: Response, { text, etag }: Entity, status = 200): void {
  res.setHeader('ETag', etag)
  const isRead = req.method === 'GET' || req.method === 'HEAD'
  if (isRead && isNamed(req.get('If-None-Match'), etag)) return void res.status(304).end()
  const bytes = Buffer.from(text)
  res.status(status)
  res.setHeader('Content-Type', 'application/json; charset=utf-8')
  res.setHeader('Content-Length', bytes.length)
  res.end(req.method === 'HEAD' ? undefined : bytes)
}

/** Whether a header such as If-Match or If-None-Match names the tag. A weak tag is compared as a strong one. */
export const isNamed = (header: string | undefined, etag: string): boolean =>
  header !== undefined &&
  (header.trim() === '*' || header.split(',').some((one) => one.trim().replace(/^W\//, '') === etag))
