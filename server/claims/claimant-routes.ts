import { type Request, type Response, Router } from 'express'
import { z } from 'zod'
import { ClaimantListPage } from '../../views/claims/claimant-list-page.ts'
import { ClaimantPage } from '../../views/claims/claimant-page.ts'
import { type Typed, fresh } from '../../views/parts/typed.ts'
import { line, optionalLine, version, webAddress } from '../http/fields.ts'
import { submit } from '../http/form.ts'
import { idParam } from '../http/params.ts'
import { see, send } from '../http/reply.ts'
import { shell } from '../http/shell.ts'
import type { World } from '../world.ts'
import { claimantKind } from './fields.ts'
import { editClaimant, knownClaimants, readClaimant, workOf } from './claimant.ts'

const Form = z.strictObject({
  name: line('Give the name.', 200),
  role: optionalLine(200),
  kind: claimantKind(),
  sameAs: webAddress()
    .optional()
    .transform((address) => address ?? null),
  version: version(),
})

/** Who says things: the people and organisations that claims are attributed to. */
export function claimantRoutes(world: World): Router {
  const router = Router()
  const { db } = world

  router.get('/claimants', async (req, res) => {
    send(res, ClaimantListPage({ shell: shell(req, res), claimants: await knownClaimants(db.reader) }))
  })

  router.get('/claimants/:id', async (req, res) => send(res, await page(world, req, res)))

  router.post('/claimants/:id', (req, res) => {
    const id = idParam(req, 'claimant')
    return submit(req, res, {
      schema: Form,
      act: async ({ role, ...edit }) => {
        await editClaimant(db, req.person, id, { ...edit, role: role ?? '' })
        see(res, `/claimants/${id}`, 'Saved. Every claim shows it.')
      },
      again: (typed) => page(world, req, res, typed),
    })
  })
  return router
}

async function page({ db: { reader } }: World, req: Request, res: Response, typed?: Typed) {
  const claimant = await readClaimant(reader, idParam(req, 'claimant'))
  return ClaimantPage({
    shell: shell(req, res),
    person: req.person,
    claimant,
    ...(await workOf(reader, claimant.id)),
    typed: typed ?? fresh(claimant),
  })
}
