import { type NextFunction, type Request, type Response, Router } from 'express'
import type { z } from 'zod'
import { NothingPage } from '../../views/reports/gone-page.ts'
import { ErrorFormPage, ErrorSentPage } from '../../views/reported/error-form.ts'
import { type Typed, fresh, valueOf } from '../../views/parts/typed.ts'
import { networkOf } from '../accounts/network.ts'
import { BadInput } from '../errors.ts'
import { formBody } from '../http/body.ts'
import { submit } from '../http/form.ts'
import { query } from '../http/params.ts'
import { publicHeaders, publicPage } from '../http/public-reply.ts'
import { ownOrigin } from '../http/security.ts'
import { type Behind, behind } from '../reports/behind.ts'
import { newsroomName } from '../reports/published.ts'
import { siteLinks } from '../site/links.ts'
import type { World } from '../world.ts'
import { reportError } from './error-report.ts'
import { ErrorForm, madeAt } from './fields.ts'
import { Flood } from './flood.ts'

const path = '/report-an-error'
// Nobody reads the page and writes something faster than that, in milliseconds.
const leastTime = 3_000

/** A form for everybody to report an error in what is published, mounted before sign-ins are looked at. */
export function publicReportedRoutes({ db, config }: World): Router {
  const router = Router({ strict: true, caseSensitive: true })
  const flood = new Flood()
  router.use(path, publicHeaders, (_req: Request, res: Response, next: NextFunction) => {
    res.setHeader('Cache-Control', 'no-store')
    next()
  })

  router.get(path, async (req, res) => {
    const { about = '' } = query(req)
    const place = await placeOf(about)
    if (!place.found) return nothing(req, res)
    publicPage(res, await page(req, place.thing, fresh({ about, made: now() })), 200)
  })

  router.post('/report-an-error', formBody, (req: Request, res: Response) =>
    submit(req, res, {
      schema: ErrorForm,
      act: async ({ about, made, what, link, email }: z.output<typeof ErrorForm>) => {
        const { found, thing } = await placeOf(about)
        if (!found) return nothing(req, res)
        refuseHaste(made)
        await flood.count(networkOf(req.ip ?? ''))
        const { claimId = null, articleId = null } = thing ?? {}
        await reportError(db, { claimId, articleId, what, link, email })
        res.redirect(303, `${path}/sent`)
      },
      again: async (typed: Typed) => page(req, (await placeOf(valueOf(typed, 'about'))).thing, timed(typed)),
    }),
  )

  router.get(`${path}/sent`, async (req, res) => publicPage(res, ErrorSentPage(await frame(req, `${path}/sent`)), 200))

  const now = () => db.clock.now().getTime()

  // A form that came without a time that has been gets one.
  const timed = (typed: Typed): Typed =>
    madeAt(valueOf(typed, 'made')) <= now() ? typed : { ...typed, values: { ...typed.values, made: String(now()) } }

  // The site as a whole can be wrong only while there is one.
  async function placeOf(about: string): Promise<{ found: boolean; thing: Behind | undefined }> {
    const thing = about === '' ? undefined : await behind(db.reader, about)
    return { found: thing !== undefined || (about === '' && (await siteLinks(db.reader)).isOn), thing }
  }

  function refuseHaste(made: number): void {
    if (!(now() - made >= leastTime))
      throw new BadInput({ '': 'This came faster than anybody types. Read it once more, then send it again.' })
  }

  const page = async (req: Request, thing: Behind | undefined, typed: Typed) =>
    ErrorFormPage({ ...(await frame(req, path)), thing, typed })

  const frame = async (req: Request, at: string) => ({
    newsroom: await newsroomName(db.reader),
    site: await siteLinks(db.reader),
    origin: ownOrigin(req, config),
    path: at,
  })

  async function nothing(req: Request, res: Response): Promise<void> {
    publicPage(res, NothingPage(await frame(req, req.path)), 404)
  }

  return router
}
