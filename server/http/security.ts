import type { NextFunction, Request, Response } from 'express'
import helmet from 'helmet'
import type { Config } from '../config.ts'
import { BadRequest } from '../errors.ts'

/** The headers of every answer, errors and assets included. */
export function securityHeaders(config: Config) {
  const https = config.publicUrl?.startsWith('https:') ?? false
  return helmet({
    contentSecurityPolicy: {
      useDefaults: false,
      directives: {
        'default-src': ["'none'"],
        'script-src': ["'self'"],
        'style-src': ["'self'"],
        'img-src': ["'self'"],
        'connect-src': ["'self'"],
        'form-action': ["'self'"],
        'base-uri': ["'none'"],
        'frame-ancestors': ["'none'"],
      },
    },
    strictTransportSecurity: https && { maxAge: 31_536_000, includeSubDomains: false },
    xPoweredBy: true,
  })
}

/** Pages of signed-in people are kept by no cache, so that nothing is read on a shared machine after sign-out. */
export function noStore(_req: Request, res: Response, next: NextFunction): void {
  res.setHeader('Cache-Control', 'no-store')
  next()
}

const methods = new Set(['GET', 'HEAD', 'POST'])

/** Lets through only the methods that forms and links have. */
export function knownMethods(req: Request, res: Response, next: NextFunction): void {
  if (methods.has(req.method)) return next()
  res.setHeader('Allow', 'GET, HEAD, POST')
  throw new BadRequest(405, `This address does not answer ${req.method}.`)
}

/**
 * Refuses writes that another site asks for: Sec-Fetch-Site must be same-origin or none; without that header, Origin must
 * be ours; a client that sends neither is not a browser with somebody's cookie.
 */
export function sameSite(config: Config) {
  return (req: Request, _res: Response, next: NextFunction): void => {
    if (req.method === 'GET' || req.method === 'HEAD' || isOurs(req, config)) return next()
    throw new BadRequest(
      403,
      'This form was sent from another site, so nothing was done. Open the page here and try again.',
    )
  }
}

function isOurs(req: Request, config: Config): boolean {
  const site = req.get('Sec-Fetch-Site')
  if (site !== undefined) return site === 'same-origin' || site === 'none'
  const origin = req.get('Origin')
  if (origin === undefined) return true
  return origin === ownOrigin(req, config)
}

/** Where people reach this server: PUBLIC_URL, else what the request was addressed to. */
export const ownOrigin = (req: Request, config: Config): string =>
  config.publicUrl ?? `${req.protocol}://${req.get('Host') ?? ''}`

/** With PUBLIC_URL set, answers only requests addressed to it (or to this machine), so that a forged Host leads nowhere. */
export function knownHost(config: Config) {
  const expected = config.publicUrl && new URL(config.publicUrl).host
  return (req: Request, _res: Response, next: NextFunction): void => {
    const host = req.get('Host') ?? ''
    if (!expected || host === expected || /^(localhost|127\.0\.0\.1|\[::1\])(:\d+)?$/.test(host)) return next()
    throw new BadRequest(421, `This server answers at ${config.publicUrl}.`)
  }
}
