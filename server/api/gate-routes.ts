import type { NextFunction, Request, Response } from 'express'
import { RateLimiterMemory } from 'rate-limiter-flexible'
import { networkOf } from '../accounts/network.ts'
import { ApiRefusal, TooMany } from '../errors.ts'
import { type Bearer, type LastUsed, readToken } from '../tokens/token.ts'
import type { Scope } from '../tokens/words.ts'
import type { World } from '../world.ts'

declare module 'express-serve-static-core' {
  interface Request {
    /** Whom the token of the request stands for. Operations always have one. */
    bearer: Bearer
  }
}

/** Requests a minute: of one token, and from one network with tokens that are none. */
export const apiLimits = { token: 600, refused: 30 }
const aMinute = 60

/** Finds out whose token the request shows; cookies are not looked at. Counts the request, and says in headers how many are left. */
export function gate({ db }: World, used: LastUsed) {
  const ofToken = new RateLimiterMemory({ keyPrefix: 'api', points: apiLimits.token, duration: aMinute })
  const refused = new RateLimiterMemory({ keyPrefix: 'api refused', points: apiLimits.refused, duration: aMinute })

  const bearerOf = async (req: Request): Promise<Bearer> => {
    const [, token = ''] = /^Bearer +(\S+)$/i.exec(req.get('Authorization') ?? '') ?? []
    const bearer = await readToken(db.reader, db.clock, { token, used })
    if (bearer) return bearer
    // Whoever has a token that works is not counted among them: behind a proxy everybody may come from one network.
    const state = await refused.penalty(networkOf(req.ip ?? ''))
    if (state.consumedPoints > apiLimits.refused) throw tooMany(state.msBeforeNext)
    throw new ApiRefusal('unauthorized', token === '' ? noToken : badToken)
  }

  const count = async (res: Response, { person }: Bearer, cost: number): Promise<void> => {
    const state = await ofToken.penalty(person.token, cost)
    const left = Math.max(0, apiLimits.token - state.consumedPoints)
    res.setHeader('RateLimit-Policy', `"token";q=${apiLimits.token};w=${aMinute}`)
    res.setHeader('RateLimit', `"token";r=${left};t=${Math.ceil(state.msBeforeNext / 1_000)}`)
    if (state.consumedPoints > apiLimits.token) throw tooMany(state.msBeforeNext)
  }

  return ({ scope, cost = 1 }: { scope: Scope | null; cost?: number }) =>
    async (req: Request, res: Response, next: NextFunction): Promise<void> => {
      res.setHeader('WWW-Authenticate', 'Bearer realm="Stet"')
      req.bearer = await bearerOf(req)
      await count(res, req.bearer, cost)
      if (scope !== null && !req.bearer.scopes.includes(scope)) throw outOfScope(res, scope)
      res.removeHeader('WWW-Authenticate')
      next()
    }
}

function outOfScope(res: Response, scope: Scope): ApiRefusal {
  res.setHeader('WWW-Authenticate', `Bearer realm="Stet", error="insufficient_scope", scope="${scope}"`)
  return new ApiRefusal('out-of-scope', `This takes a token with the scope “${scope}”.`, { scope })
}

const noToken = 'Send a token: Authorization: Bearer stet_… People make tokens on the page of their account.'
const badToken = 'This token is unknown, revoked or out of date.'

function tooMany(milliseconds: number): TooMany {
  const seconds = Math.max(1, Math.ceil(milliseconds / 1_000))
  return new TooMany(seconds, `These are too many requests within a minute. Go on in ${seconds} seconds.`)
}
