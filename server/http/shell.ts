import type { Request, Response } from 'express'
import type { Shell } from '../../views/layout.ts'
import type { Notice } from './reply.ts'
import { readCookie } from './session.ts'

/** What the frame around every page shows: who is signed in, where we are, and the notice left by the last action, once. */
export function shell(req: Request, res: Response): Shell {
  const cookie = readCookie(req, 'notice')
  if (cookie) res.clearCookie('notice', { path: '/' })
  return { person: req.person, path: req.path, notice: cookie ? noticeIn(cookie) : undefined, unread: req.unread }
}

// A cookie may come from anybody who can plant one: it leads nowhere but on this server.
function noticeIn(cookie: string): Notice | undefined {
  const [words = '', href = '', name = ''] = decode(cookie).split('\n')
  if (words === '') return undefined
  return /^\/(?![/\\])/.test(href) && name !== '' ? { words, way: { href, name } } : { words }
}

function decode(text: string): string {
  try {
    return decodeURIComponent(text)
  } catch {
    return ''
  }
}
