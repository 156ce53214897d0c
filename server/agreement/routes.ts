import { Router } from 'express'
import { AgreementPage } from '../../views/agreement/agreement-page.ts'
import { query } from '../http/params.ts'
import { send } from '../http/reply.ts'
import { shell } from '../http/shell.ts'
import type { World } from '../world.ts'
import { readAgreement } from './agreement.ts'
import { readFilter } from './filter.ts'

/** How far two checkers agree who judge without seeing each other's verdict. */
export function agreementRoutes({ db }: World): Router {
  const router = Router()

  router.get('/agreement', async (req, res) => {
    const asked = query(req)
    const { filter, problems } = readFilter(asked)
    const agreement = await readAgreement(db.reader, filter)
    const typed = { values: { ...asked, scale: agreement.scale.key }, problems }
    const body = AgreementPage({ shell: shell(req, res), person: req.person, agreement, typed })
    send(res, body, Object.keys(problems).length > 0 ? 422 : 200)
  })

  return router
}
