import { type Request, type Response, Router } from 'express'
import { z } from 'zod'
import { MissingPagesPage } from '../../views/reports/missing-pages.ts'
import { type Typed, fresh } from '../../views/parts/typed.ts'
import { permit } from '../accounts/permissions.ts'
import { text } from '../http/fields.ts'
import { submit } from '../http/form.ts'
import { see, send } from '../http/reply.ts'
import { shell } from '../http/shell.ts'
import type { World } from '../world.ts'
import { makeMissingPages, readMissingPages } from './missing-page.ts'

const NoteForm = z.strictObject({ note: text('Write what readers are told about it.', 1_000) })
const path = '/settings/public-pages/missing'

/** The public pages of decisions that were published before there were any. */
export function missingPageRoutes({ db }: World): Router {
  const router = Router()

  router.get('/settings/public-pages/missing', async (req, res) => send(res, await page(req, res)))

  router.post('/settings/public-pages/missing', (req, res) => {
    permit(req.person, 'claim.publish')
    return submit(req, res, {
      schema: NoteForm,
      act: async ({ note }) => {
        await makeMissingPages(db, req.person, note)
        see(res, path, 'Their public pages are being made.')
      },
      again: (typed) => page(req, res, typed),
    })
  })

  async function page(req: Request, res: Response, typed?: Typed) {
    const missing = await readMissingPages(db.reader, req.person)
    const proposed = fresh({ note: 'This check was published before our checks had pages of their own.' })
    return MissingPagesPage({ shell: shell(req, res), missing, typed: typed ?? proposed })
  }

  return router
}
