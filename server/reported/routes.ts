import { type Request, type Response, Router } from 'express'
import { z } from 'zod'
import { type Typed, fresh } from '../../views/parts/typed.ts'
import { ErrorListPage } from '../../views/reported/error-list.ts'
import { ErrorReportPage } from '../../views/reported/error-report-page.ts'
import { can } from '../accounts/permissions.ts'
import { Nothing, choice, text } from '../http/fields.ts'
import { submit } from '../http/form.ts'
import { idParam, query } from '../http/params.ts'
import { see, send } from '../http/reply.ts'
import { shell } from '../http/shell.ts'
import { readId } from '../values/row-id.ts'
import type { World } from '../world.ts'
import { answerError, eraseError, listErrors, readError } from './error-report.ts'
import { errorOutcomes } from './words.ts'

const Answer = z.strictObject({
  outcome: choice(errorOutcomes, 'Choose what came of it.'),
  reason: text('Write what came of it, and why.', 2_000),
})

/** The errors that readers reported, on the desk. */
export function reportedRoutes({ db }: World): Router {
  const router = Router()

  router.get('/reported', async (req, res) => {
    const { state, claim, before } = query(req)
    const asked = { open: state !== 'answered', claim: readId(claim ?? ''), before: readId(before ?? '') }
    const list = await listErrors(db.reader, req.person, asked)
    send(res, ErrorListPage({ shell: shell(req, res), ...list, ...asked }))
  })

  router.get('/reported/:id', async (req, res) => send(res, await page(req, res)))

  router.post('/reported/:id/answer', (req, res) =>
    submit(req, res, {
      schema: Answer,
      act: async (answer) => {
        await answerError(db, req.person, { id: idParam(req, 'reported error'), ...answer })
        see(
          res,
          `/reported/${req.params.id}`,
          'Your answer is noted. Nothing of it is sent: write to who reported it yourself.',
        )
      },
      again: (typed) => page(req, res, typed),
    }),
  )

  router.post('/reported/:id/erasure', (req, res) =>
    submit(req, res, {
      schema: Nothing,
      act: async () => {
        await eraseError(db, req.person, idParam(req, 'reported error'))
        see(res, `/reported/${req.params.id}`, 'What was sent is erased for good.')
      },
      again: (typed) => page(req, res, typed),
    }),
  )

  async function page(req: Request, res: Response, typed: Typed = fresh()) {
    const report = await readError(db.reader, req.person, idParam(req, 'reported error'))
    return ErrorReportPage({ shell: shell(req, res), report, mayAnswer: can(req.person, 'error.answer'), typed })
  }

  return router
}
