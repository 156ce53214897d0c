import type { NextFunction, Request, Response } from 'express'
import type { Person } from '../accounts/permissions.ts'
import { type LastSeen, readSignIn } from '../accounts/sign-in.ts'
import type { Config } from '../config.ts'
import type { World } from '../world.ts'

declare module 'express-serve-static-core' {
  interface Request {
    /** Who is signed in. Routers behind `signedInOnly` always have one. */
    person: Person
    /** The sign-in that the cookie stands for. */
    signInId: number | undefined
    /** True when a form is shown again after signing in, and must not act yet. */
    resumed: boolean
    /** True when such a form was begun under another sign-in than that of this person. */
    resumedByOther: boolean
    /** Whether people reach this server over TLS, at a proxy or here. */
    overTls: boolean
  }
}

/** Finds out who is asking, without writing anything. */
export function session(world: World, seen: LastSeen) {
  return async (req: Request, _res: Response, next: NextFunction): Promise<void> => {
    req.resumed = false
    req.resumedByOther = false
    req.overTls = isOverTls(req, world.config)
    const token = sessionCookie(req)
    const signIn = token ? await readSignIn(world.db.reader, world.db.clock, { token, seen }) : undefined
    if (signIn) {
      req.person = signIn.person
      req.signInId = signIn.id
    }
    next()
  }
}

// A proxy whose headers are not believed still speaks TLS when the address that people use says so.
function isOverTls(req: Request, { publicUrl }: Config): boolean {
  if (req.secure) return true
  return publicUrl !== undefined && publicUrl.startsWith('https:') && new URL(publicUrl).host === req.get('Host')
}

// The prefix makes browsers refuse the cookie from anyone but this host over TLS; without TLS it cannot be had.
const named = (req: Request, name: string) => (req.overTls ? `__Host-${name}` : name)

/** The token of the sign-in, whether it still counts or not. */
export const sessionCookie = (req: Request): string | undefined => readCookie(req, named(req, 'stet'))

/** Whether the request shows a sign-in, by whichever name, before anybody has looked whether it counts. */
export const maySignIn = (req: Request): boolean =>
  readCookie(req, 'stet') !== undefined || readCookie(req, '__Host-stet') !== undefined

/** Gives the browser its token; `undefined` takes it back. */
export function setSessionCookie(req: Request, res: Response, token: string | undefined): void {
  const options = { httpOnly: true, secure: req.overTls, sameSite: 'lax', path: '/' } as const
  if (token === undefined) res.clearCookie(named(req, 'stet'), options)
  else res.cookie(named(req, 'stet'), token, { ...options, maxAge: 30 * 24 * 3_600_000 })
}

/** The secret by which a browser that has signed in before is known; it opens nothing. */
export function deviceCookie(req: Request): string | undefined {
  const secret = readCookie(req, named(req, 'stet-device'))
  return secret && /^[\w-]{43}$/.test(secret) ? secret : undefined
}

/** Lets the browser keep its secret for as long as browsers keep cookies. */
export function setDeviceCookie(req: Request, res: Response, secret: string): void {
  const maxAge = 400 * 24 * 3_600_000
  res.cookie(named(req, 'stet-device'), secret, {
    httpOnly: true,
    secure: req.overTls,
    sameSite: 'strict',
    path: '/',
    maxAge,
  })
}

/** Whether a password typed now would cross a network unencrypted. */
export function isExposed(req: Request): boolean {
  return !req.overTls && !/^(localhost|127(\.\d+){3}|\[::1\])(:\d+)?$/.test(req.get('Host') ?? '')
}

/** The value of one cookie of the request. */
export function readCookie(req: Request, name: string): string | undefined {
  for (const part of (req.headers.cookie ?? '').split(';')) {
    const at = part.indexOf('=')
    if (at > 0 && part.slice(0, at).trim() === name) return part.slice(at + 1).trim()
  }
  return undefined
}
