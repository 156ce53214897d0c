import type { NextFunction, Request, Response } from 'express'
import { unreadOf } from '../notifications/notice.ts'
import type { World } from '../world.ts'
import { isPartial } from './reply.ts'

declare module 'express-serve-static-core' {
  interface Request {
    /** How many notifications wait for the person, counted up to 100; undefined where no page frame is shown. */
    unread: number | undefined
  }
}

/** Counts what the frame around a page tells of; for signed-in people only. */
export function unread({ db }: World) {
  return async (req: Request, _res: Response, next: NextFunction): Promise<void> => {
    const isPage = !isPartial(req) && !/\.(json|csv)$/.test(req.path)
    if (isPage) req.unread = await unreadOf(db.reader, req.person)
    next()
  }
}
