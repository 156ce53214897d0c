import { type Request, type Response, Router } from 'express'
import { ArchivePage } from '../../views/archiving/archive-page.ts'
import type { Typed } from '../../views/parts/typed.ts'
import { permit } from '../accounts/permissions.ts'
import { Nothing } from '../http/fields.ts'
import { submit } from '../http/form.ts'
import { idParam } from '../http/params.ts'
import { see, send } from '../http/reply.ts'
import { shell } from '../http/shell.ts'
import { readSource } from '../sources/source.ts'
import type { World } from '../world.ts'
import { archiveStanding, askArchive } from './request.ts'

/** Asking the Internet Archive to keep the pages of sources. */
export function archivingRoutes(world: World): Router {
  const router = Router()

  router.get('/sources/:id/archiving', async (req, res) => send(res, await page(req, res)))

  router.post('/sources/:id/archiving', (req, res) => {
    permit(req.person, 'source.archive')
    const act = async () => {
      await askArchive(world, req.person, idParam(req, 'source'))
      see(res, `/sources/${req.params.id}/archiving`, 'The archive is asked. It takes some minutes.')
    }
    return submit(req, res, { schema: Nothing, act, again: (typed) => page(req, res, typed) })
  })

  async function page(req: Request, res: Response, typed?: Typed) {
    const source = await readSource(world.db.reader, req.person, idParam(req, 'source'))
    const standing = await archiveStanding(world.db.reader, world, source)
    return ArchivePage({ shell: shell(req, res), person: req.person, source, standing, typed })
  }
  return router
}
