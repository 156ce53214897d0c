import { type Request, type Response, Router } from 'express'
import { EditEvidence } from '../../views/evidence/edit-evidence.ts'
import { EvidencePage } from '../../views/evidence/evidence-page.ts'
import { WithdrawEvidence } from '../../views/evidence/withdraw-evidence.ts'
import { type Typed, fresh } from '../../views/parts/typed.ts'
import { permit } from '../accounts/permissions.ts'
import { submit } from '../http/form.ts'
import { idParam } from '../http/params.ts'
import { isPartial, see, send } from '../http/reply.ts'
import { shell } from '../http/shell.ts'
import type { World } from '../world.ts'
import { editEvidence, withdrawEvidence } from './change.ts'
import { type EvidenceOnClaim, evidenceValues, readEvidence } from './evidence.ts'
import { EditedEvidence, WithdrawnEvidence } from './fields.ts'
import { newEvidenceRoutes } from './new-routes.ts'

type Asked = { req: Request; res: Response; found: EvidenceOnClaim }

export function evidenceRoutes(world: World): Router {
  const router = newEvidenceRoutes(world)
  router.use(editRoutes(world), withdrawalRoutes(world))
  return router
}

function editRoutes({ db }: World): Router {
  const router = Router()

  router.get('/evidence/:id/edit', async (req, res) => {
    const found = await readEvidence(db.reader, req.person, idParam(req, 'evidence'))
    permit(req.person, 'evidence.edit')
    send(res, editForm({ req, res, found }, fresh(evidenceValues(found.item))))
  })

  router.post('/evidence/:id', async (req, res) => {
    const found = await readEvidence(db.reader, req.person, idParam(req, 'evidence'))
    permit(req.person, 'evidence.edit')
    await submit(req, res, {
      schema: EditedEvidence,
      act: async (input) => {
        await editEvidence(db, req.person, { id: found.item.id, ...input })
        done({ req, res, found }, 'Evidence saved.')
      },
      again: (typed) => editForm({ req, res, found }, typed),
    })
  })

  return router
}

function withdrawalRoutes({ db }: World): Router {
  const router = Router()

  router.get('/evidence/:id/withdrawal', async (req, res) => {
    const found = await readEvidence(db.reader, req.person, idParam(req, 'evidence'))
    permit(req.person, 'evidence.edit')
    send(res, withdrawForm({ req, res, found }, fresh()))
  })

  router.post('/evidence/:id/withdrawal', async (req, res) => {
    const found = await readEvidence(db.reader, req.person, idParam(req, 'evidence'))
    permit(req.person, 'evidence.edit')
    await submit(req, res, {
      schema: WithdrawnEvidence,
      act: async ({ reason }) => {
        await withdrawEvidence(db, req.person, { id: found.item.id, reason })
        done({ req, res, found }, 'Evidence withdrawn. It stays readable under “Withdrawn”.')
      },
      again: (typed) => withdrawForm({ req, res, found }, typed),
    })
  })

  return router
}

// Beside a text the card of the claim comes back in place of the form; else the page of the claim opens.
function done({ req, res, found: { item, claim } }: Asked, notice: string): void {
  if (isPartial(req)) see(res, `/claims/${claim.id}`)
  else see(res, `/claims/${claim.id}#evidence-${item.id}`, notice)
}

function editForm({ req, res, found: { item, claim } }: Asked, typed: Typed) {
  const section = EditEvidence({ item, typed, inPlace: isPartial(req) })
  return isPartial(req) ? section : EvidencePage({ shell: shell(req, res), claim, title: 'Edit evidence', section })
}

function withdrawForm({ req, res, found: { item, claim } }: Asked, typed: Typed) {
  const section = WithdrawEvidence({ item, typed, inPlace: isPartial(req) })
  return isPartial(req) ? section : EvidencePage({ shell: shell(req, res), claim, title: 'Withdraw evidence', section })
}
