import { type Request, type Response, Router } from 'express'
import { z } from 'zod'
import { type Typed, fresh } from '../../views/parts/typed.ts'
import { CarryPage } from '../../views/precedents/carry-page.ts'
import { RelationPage } from '../../views/precedents/relation-page.ts'
import { permit } from '../accounts/permissions.ts'
import { readClaim } from '../claims/claim.ts'
import { missing } from '../errors.ts'
import { Nothing, id, incomplete } from '../http/fields.ts'
import { submit } from '../http/form.ts'
import { idParam, query } from '../http/params.ts'
import { see, send } from '../http/reply.ts'
import { shell } from '../http/shell.ts'
import { counted } from '../values/count.ts'
import { readId } from '../values/row-id.ts'
import type { World } from '../world.ts'
import { carriable, carryEvidence } from './carry.ts'
import { RelationForm } from './fields.ts'
import { claimOfRelation, relateClaim, relationsOf, withdrawRelation } from './relation.ts'

const noItem = 'Tick the evidence that holds for this claim too.'
const ticks = z
  .union([z.string(), z.array(z.string())], noItem)
  .transform((given) => [given].flat())
  .pipe(z.array(id(noItem)))
const CarryForm = z.strictObject({ from: id(incomplete), item: ticks })

/** What claims are to each other, and the evidence that a repeat takes over. */
export function relationRoutes(world: World): Router {
  const router = Router()
  const { db } = world

  router.get('/claims/:id/relations', async (req, res) =>
    send(res, await page(req, res, idParam(req, 'claim'), fresh())),
  )

  router.post('/claims/:id/relations', (req, res) => {
    permit(req.person, 'relation.edit')
    const claimId = idParam(req, 'claim')
    return submit(req, res, {
      schema: RelationForm,
      act: async (input) => {
        const from = await relateClaim(db, req.person, claimId, input)
        const more = input.kind === 'repeats' && (await carriable(db.reader, req.person, { claimId, from })).length > 0
        see(
          res,
          more ? `/claims/${claimId}/carrying?from=${from}` : `/claims/${claimId}#relations-${claimId}`,
          'Noted.',
        )
      },
      again: (typed) => page(req, res, claimId, typed),
    })
  })

  router.post('/relations/:id/withdrawal', (req, res) => {
    permit(req.person, 'relation.edit')
    const relation = idParam(req, 'relation')
    return submit(req, res, {
      schema: Nothing,
      act: async () => {
        const claimId = await withdrawRelation(db, req.person, relation)
        see(res, `/claims/${claimId}#relations-${claimId}`, 'Taken back. The history says that it was there.')
      },
      again: async (typed) => page(req, res, await claimOfRelation(db.reader, relation), typed),
    })
  })

  router.get('/claims/:id/carrying', async (req, res) => {
    permit(req.person, 'evidence.add')
    const from = readId(query(req).from ?? '') ?? missing('claim')
    send(res, await carrying(req, res, from, fresh()))
  })

  router.post('/claims/:id/carrying', (req, res) => {
    permit(req.person, 'evidence.add')
    const claimId = idParam(req, 'claim')
    return submit(req, res, {
      schema: CarryForm,
      act: async ({ from, item }) => {
        const count = await carryEvidence(db, req.person, { claimId, from, items: item })
        see(res, `/claims/${claimId}#ledger-${claimId}`, `${counted(count, 'piece')} of evidence carried over.`)
      },
      again: (typed) => carrying(req, res, readId(String(typed.values.from ?? '')) ?? missing('claim'), typed),
    })
  })

  async function page(req: Request, res: Response, claimId: number, typed: Typed) {
    const claim = await readClaim(db.reader, claimId)
    const relations = await relationsOf(db.reader, claimId)
    return RelationPage({ shell: shell(req, res), claim, person: req.person, relations, typed })
  }

  async function carrying(req: Request, res: Response, from: number, typed: Typed) {
    const claim = await readClaim(db.reader, idParam(req, 'claim'))
    const earlier = await readClaim(db.reader, from)
    const items = await carriable(db.reader, req.person, { claimId: claim.id, from })
    return CarryPage({ shell: shell(req, res), claim, earlier, items, typed })
  }

  return router
}
