import type { Request, Response } from 'express'
import { NothingPage } from '../../views/reports/gone-page.ts'
import { ownOrigin } from './security.ts'
import type { World } from '../world.ts'
import { type Made, keptAnswer } from '../reports/answer.ts'
import type { PageCache } from '../reports/page-cache.ts'
import type { Lookup } from '../reports/public.ts'
import { publicAnswer, publicPage } from './public-reply.ts'
import { newsroomName } from '../reports/published.ts'

export type PublicFile<T> = {
  /** What the answer depends on besides the database and the address of this server. */
  names: string[]
  look: () => Promise<Lookup<T>>
  /** Undefined: there is nothing of this kind any more. */
  make: (here: T, origin: string) => Made | undefined
  /** What stands behind the path that something has moved to. */
  ending: string
}

/** Answers files beside the public pages: 304 to who has it already, 301 after a move, 410 for what was taken back, 404 for what never was. */
export function publicFiles({ db, config }: World, pages: PageCache) {
  return async <T>(req: Request, res: Response, { names, look, make, ending }: PublicFile<T>): Promise<void> => {
    const origin = ownOrigin(req, config)
    let found: Lookup<T>
    const kept = await keptAnswer({ db, pages }, JSON.stringify(['file', origin, ...names]), async () => {
      found = await look()
      return found && 'here' in found ? make(found.here, origin) : undefined
    })
    if (kept) return publicAnswer(req, res, kept)
    if (found && 'movedTo' in found) return res.redirect(301, found.movedTo + ending)
    const newsroom = await newsroomName(db.reader)
    publicPage(res, NothingPage({ newsroom, origin, path: req.path }), found ? 410 : 404)
  }
}
