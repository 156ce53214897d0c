import { type Request, type Response, Router } from 'express'
import { z } from 'zod'
import { type Typed, fresh } from '../../views/parts/typed.ts'
import { PlacingPage } from '../../views/versions/placing-page.ts'
import { permit } from '../accounts/permissions.ts'
import { id } from '../http/fields.ts'
import { submit } from '../http/form.ts'
import { idParam, query } from '../http/params.ts'
import { see, send } from '../http/reply.ts'
import { shell } from '../http/shell.ts'
import type { World } from '../world.ts'
import { readClaim } from './claim.ts'
import { noPlace, offset } from './fields.ts'
import { findPlaceFor } from './find-place.ts'
import { placeClaim, sayGone } from './place.ts'

const was = z.string(noPlace).regex(/^\d{1,15}-\d{1,9}-\d{1,9}-[a-z]{4}$/, noPlace)
const PlaceForm = z.strictObject({ text: id(noPlace), start: offset, end: offset, was })
const AbsenceForm = z.strictObject({ was })
const Selected = z.object({ start: offset, end: offset })

/** Where a claim stands in the newest version of its article, said by a person. */
export function placeRoutes(world: World): Router {
  const router = Router()
  const { db } = world

  router.get('/claims/:id/place', async (req, res) => {
    permit(req.person, 'claim.place')
    send(res, await page(world, req, res, fresh()))
  })

  router.post('/claims/:id/place', (req, res) => {
    const claimId = idParam(req, 'claim')
    return submit(req, res, {
      schema: PlaceForm,
      act: async (placing) => {
        const { articleId } = await placeClaim(db, req.person, claimId, placing)
        see(res, `/articles/${articleId}?claim=${claimId}#m-${claimId}`, 'The claim stands there now.')
      },
      again: (typed) => page(world, req, res, typed),
    })
  })

  router.post('/claims/:id/absence', (req, res) => {
    const claimId = idParam(req, 'claim')
    return submit(req, res, {
      schema: AbsenceForm,
      act: async ({ was: seen }) => {
        await sayGone(db, req.person, claimId, seen)
        see(res, `/claims/${claimId}`, 'Noted: its words are no longer in the article. The claim stays.')
      },
      again: (typed) => page(world, req, res, typed),
    })
  })
  return router
}

async function page({ db }: World, req: Request, res: Response, typed: Typed) {
  const claim = await readClaim(db.reader, idParam(req, 'claim'))
  const asked = query(req)
  const selected = Selected.safeParse(asked)
  const words = asked.words?.trim().slice(0, 2_000)
  const placement = await findPlaceFor(db.reader, claim.id, claim, {
    selected: selected.success ? selected.data : undefined,
    words: words === '' ? undefined : words,
  })
  return PlacingPage({ shell: shell(req, res), placement, words, typed })
}
