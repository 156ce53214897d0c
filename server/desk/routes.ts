import { Router } from 'express'
import { DeskPage } from '../../views/desk/desk-page.ts'
import { can } from '../accounts/permissions.ts'
import { send } from '../http/reply.ts'
import { shell } from '../http/shell.ts'
import type { World } from '../world.ts'
import { listsSeen } from '../lists/list.ts'
import { readDesk } from './desk.ts'

export function deskRoutes({ db }: World): Router {
  const router = Router()

  router.get('/', async (req, res) => {
    const desk = await readDesk(db.reader, req.person, db.clock.now())
    const may = { mayAdd: can(req.person, 'article.add'), mayImport: can(req.person, 'import.run') }
    const lists = await listsSeen(db.reader, req.person)
    send(res, DeskPage({ shell: shell(req, res), desk, lists, ...may }))
  })

  return router
}
