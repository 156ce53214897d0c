import { type Request, type Response, Router } from 'express'
import { z } from 'zod'
import { PublishPage } from '../../views/reports/publish-page.ts'
import { type Typed, fresh } from '../../views/parts/typed.ts'
import { permit } from '../accounts/permissions.ts'
import { readClaim } from '../claims/claim.ts'
import { publishClaim } from '../claims/publication.ts'
import { signCheckpoint } from '../history/checkpoint.ts'
import { id, incomplete, text } from '../http/fields.ts'
import { submit } from '../http/form.ts'
import { idParam } from '../http/params.ts'
import { see, send } from '../http/reply.ts'
import { shell } from '../http/shell.ts'
import type { World } from '../world.ts'
import { previewOf } from './preview.ts'
import { renewClaim } from './report.ts'

const seen = z.string(incomplete).regex(/^[0-9a-f]{64}$/, incomplete)
const PublicationForm = z.strictObject({ decision: id(incomplete), seen: seen.optional() })
const RenewalForm = z.strictObject({ note: text('Write what readers are told about the change.', 1_000), seen })

/** Publishing a claim, and bringing its public page up to date. */
export function claimPublishingRoutes(world: World): Router {
  const router = Router()
  const { db } = world

  router.get('/claims/:id/publication', async (req, res) => send(res, await page(req, res, fresh())))

  router.post('/claims/:id/publication', (req, res) => {
    permit(req.person, 'claim.publish')
    const claimId = idParam(req, 'claim')
    return submit(req, res, {
      schema: PublicationForm,
      act: async (publishing) => {
        await publishClaim(db, req.person, claimId, publishing)
        await signCheckpoint(world, 'published')
        see(res, `/claims/${claimId}#corrections-${claimId}`, 'Published.')
      },
      again: (typed) => page(req, res, typed),
    })
  })

  router.post('/claims/:id/renewal', (req, res) => {
    permit(req.person, 'claim.publish')
    const claimId = idParam(req, 'claim')
    return submit(req, res, {
      schema: RenewalForm,
      act: async (renewing) => {
        await renewClaim(db, req.person, claimId, renewing)
        await signCheckpoint(world, 'published')
        see(res, `/claims/${claimId}/publication`, 'The public page is up to date.')
      },
      again: (typed) => page(req, res, typed),
    })
  })

  async function page(req: Request, res: Response, typed: Typed) {
    permit(req.person, 'claim.publish')
    const claim = await readClaim(db.reader, idParam(req, 'claim'))
    const preview = await previewOf(db.reader, req.person, claim.id, db.clock.now())
    return PublishPage({ shell: shell(req, res), claim, preview, typed })
  }

  return router
}
