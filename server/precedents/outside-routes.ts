import { Router } from 'express'
import { type Typed, fresh } from '../../views/parts/typed.ts'
import { NewOutsidePage } from '../../views/precedents/new-outside-page.ts'
import { OutsideListPage } from '../../views/precedents/outside-list-page.ts'
import { OutsidePage } from '../../views/precedents/outside-page.ts'
import { permit } from '../accounts/permissions.ts'
import { Nothing } from '../http/fields.ts'
import { submit } from '../http/form.ts'
import { idParam, query } from '../http/params.ts'
import { see, send } from '../http/reply.ts'
import { shell } from '../http/shell.ts'
import { readId } from '../values/row-id.ts'
import type { World } from '../world.ts'
import { OutsideForm } from './fields.ts'
import { addOutside, listOutside, readOutside, withdrawOutside } from './outside.ts'

/** Other publishers' checks: the list, one of them, and entering one by hand. */
export function outsideRoutes({ db }: World): Router {
  const router = Router()

  router.get('/checks', async (req, res) => {
    const before = readId(query(req).before ?? '')
    const page = await listOutside(db.reader, before)
    send(res, OutsideListPage({ shell: shell(req, res), person: req.person, page, before }))
  })

  router.get('/checks/new', (req, res) => {
    permit(req.person, 'check.add')
    send(res, NewOutsidePage({ shell: shell(req, res), typed: fresh({ language: 'en' }) }))
  })

  router.post('/checks', (req, res) => {
    permit(req.person, 'check.add')
    return submit(req, res, {
      schema: OutsideForm,
      act: async (input) => see(res, `/checks/${await addOutside(db, req.person, input)}`, 'The check is kept.'),
      again: (typed) => NewOutsidePage({ shell: shell(req, res), typed }),
    })
  })

  router.get('/checks/:id', async (req, res) => {
    const check = await readOutside(db.reader, idParam(req, 'check'))
    send(res, OutsidePage({ shell: shell(req, res), person: req.person, check, typed: fresh() }))
  })

  router.post('/checks/:id/withdrawal', async (req, res) => {
    permit(req.person, 'check.add')
    const check = await readOutside(db.reader, idParam(req, 'check'))
    const again = (typed: Typed) => OutsidePage({ shell: shell(req, res), person: req.person, check, typed })
    await submit(req, res, {
      schema: Nothing,
      act: async () => {
        await withdrawOutside(db, req.person, check.id)
        see(res, `/checks/${check.id}`, 'Withdrawn. It is no longer shown as an earlier check.')
      },
      again,
    })
  })

  return router
}
