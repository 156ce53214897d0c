import type { Request, Response } from 'express'
import type { Shell } from '../../views/layout.ts'
import { readCookie } from './session.ts'

/** What the frame around every page shows: who is signed in, where we are, and the notice left by the last action, once. */
export function shell(req: Request, res: Response): Shell {
  const cookie = readCookie(req, 'notice')
  if (cookie) res.clearCookie('notice', { path: '/' })
  return { person: req.person, path: req.path, notice: cookie && decode(cookie), unread: req.unread }
}

function decode(text: string): string | undefined {
  try {
    return decodeURIComponent(text)
  } catch {
    return undefined
  }
}
