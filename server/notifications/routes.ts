import { type Request, type Response, Router } from 'express'
import { z } from 'zod'
import { NotificationsPage } from '../../views/notifications/notifications-page.ts'
import { Nothing, id, incomplete } from '../http/fields.ts'
import { submit } from '../http/form.ts'
import { idParam, query } from '../http/params.ts'
import { see, send } from '../http/reply.ts'
import { shell } from '../http/shell.ts'
import { readId } from '../values/row-id.ts'
import type { World } from '../world.ts'
import { openNotice, readAll, readNotices } from './notice.ts'

const Reading = z.strictObject({ upTo: id(incomplete) })

/** What somebody is told, and that they have read it. */
export function notificationRoutes({ db }: World): Router {
  const router = Router()

  router.get('/notifications', async (req, res) => send(res, await page(req, res)))

  router.post('/notifications/reading', (req, res) =>
    submit(req, res, {
      schema: Reading,
      act: async ({ upTo }) => {
        await readAll(db, req.person, upTo)
        see(res, '/notifications', 'All marked as read.')
      },
      again: () => page(req, res),
    }),
  )

  router.post('/notifications/:id/opening', (req, res) =>
    submit(req, res, {
      schema: Nothing,
      act: async () => see(res, await openNotice(db, req.person, idParam(req, 'notification'))),
      again: () => page(req, res),
    }),
  )

  async function page(req: Request, res: Response) {
    const before = readId(query(req).before ?? '')
    const { notices, next } = await readNotices(db.reader, req.person, before)
    const address = (at?: number) => `/notifications${at === undefined ? '' : `?before=${at}`}`
    return NotificationsPage({ shell: shell(req, res), notices, pages: { before, next, address } })
  }

  return router
}
