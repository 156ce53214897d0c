import type { NextFunction, Request, Response } from 'express'
import type { Person } from '../accounts/permissions.ts'
import { type LastSeen, readSignIn } from '../accounts/sign-in.ts'
import type { World } from '../world.ts'

declare module 'express-serve-static-core' {
  interface Request {
    /** Who is signed in. Routers behind `signedInOnly` always have one. */
    person: Person
    /** The sign-in that the cookie stands for. */
    signInId: number | undefined
    /** True when a form is shown again after signing in, and must not act yet. */
    resumed: boolean
  }
}

const cookieName = (req: Request) => (req.secure ? '__Host-stet' : 'stet')

/** Finds out who is asking, without writing anything. */
export function session(world: World, seen: LastSeen) {
  return async (req: Request, _res: Response, next: NextFunction): Promise<void> => {
    req.resumed = false
    const token = readCookie(req, cookieName(req))
    const signIn = token ? await readSignIn(world.db.reader, world.db.clock, { token, seen }) : undefined
    if (signIn) {
      req.person = signIn.person
      req.signInId = signIn.id
    }
    next()
  }
}

/** Gives the browser its token; `undefined` takes it back. */
export function setSessionCookie(req: Request, res: Response, token: string | undefined): void {
  const options = { httpOnly: true, secure: req.secure, sameSite: 'lax', path: '/' } as const
  if (token === undefined) res.clearCookie(cookieName(req), options)
  else res.cookie(cookieName(req), token, { ...options, maxAge: 30 * 24 * 3_600_000 })
}

/** The value of one cookie of the request. */
export function readCookie(req: Request, name: string): string | undefined {
  for (const part of (req.headers.cookie ?? '').split(';')) {
    const at = part.indexOf('=')
    if (at > 0 && part.slice(0, at).trim() === name) return part.slice(at + 1).trim()
  }
  return undefined
}
