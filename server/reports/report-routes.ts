import { type Request, type Response, Router } from 'express'
import { z } from 'zod'
import { ReportPage } from '../../views/reports/report-page.ts'
import { type Typed, fresh } from '../../views/parts/typed.ts'
import { permit } from '../accounts/permissions.ts'
import { readArticle } from '../articles/article.ts'
import { signCheckpoint } from '../history/checkpoint.ts'
import { incomplete, line, text, ticked } from '../http/fields.ts'
import { submit } from '../http/form.ts'
import { idParam } from '../http/params.ts'
import { see, send } from '../http/reply.ts'
import { shell } from '../http/shell.ts'
import type { World } from '../world.ts'
import { publishReport, reportToPublish, unpublishReport } from './report.ts'

/** A decided claim that is ticked: its id and the id of the decision that was read. */
const decided = z
  .string()
  .regex(/^[1-9]\d{0,14}:[1-9]\d{0,14}$/, incomplete)
  .transform((value) => {
    const [id = 0, decision = 0] = value.split(':').map(Number)
    return { id, decision }
  })

const PublishForm = z.strictObject({
  slug: line('Write the address of the report.', 80),
  others: ticked(),
  claim: z
    .union([decided.transform((one) => [one]), z.array(decided).max(200)])
    .optional()
    .transform((claims) => claims ?? []),
})
const NoteForm = z.strictObject({ note: text('Write what readers find in its place.', 1_000) })

/** The report of an article: publishing it, and taking it down. */
export function reportRoutes(world: World): Router {
  const router = Router()
  const { db } = world

  router.get('/articles/:id/report', async (req, res) => send(res, await page(req, res, {})))

  router.post('/articles/:id/report', (req, res) => {
    permit(req.person, 'report.publish')
    const articleId = idParam(req, 'article')
    return submit(req, res, {
      schema: PublishForm,
      act: async ({ claim, ...rest }) => {
        await publishReport(db, req.person, articleId, { ...rest, claims: claim })
        await signCheckpoint(world, 'published')
        see(res, `/articles/${articleId}/report`, 'The report is public.')
      },
      again: (publishing) => page(req, res, { publishing }),
    })
  })

  router.post('/articles/:id/report/withdrawal', (req, res) => {
    permit(req.person, 'report.publish')
    const articleId = idParam(req, 'article')
    return submit(req, res, {
      schema: NoteForm,
      act: async ({ note }) => {
        await unpublishReport(db, req.person, articleId, note)
        await signCheckpoint(world, 'published')
        see(res, `/articles/${articleId}/report`, 'The report is taken down. Your note stands in its place.')
      },
      again: (withdrawing) => page(req, res, { withdrawing }),
    })
  })

  async function page(
    req: Request,
    res: Response,
    { publishing, withdrawing }: { publishing?: Typed; withdrawing?: Typed },
  ) {
    permit(req.person, 'report.publish')
    const article = await readArticle(db.reader, idParam(req, 'article'))
    const report = await reportToPublish(db.reader, article)
    const typed = publishing ?? fresh({ slug: report.slug, others: report.saysOthers ? 'yes' : '' })
    return ReportPage({ shell: shell(req, res), article, report, typed, withdrawing: withdrawing ?? fresh() })
  }

  return router
}
