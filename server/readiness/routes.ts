import { type Request, type Response, Router } from 'express'
import { z } from 'zod'
import { EvidencePage } from '../../views/evidence/evidence-page.ts'
import { SearchForm, WithdrawSearch } from '../../views/readiness/search-form.ts'
import { type Typed, fresh } from '../../views/parts/typed.ts'
import { permit } from '../accounts/permissions.ts'
import { type ClaimOfEvidence, claimOfEvidence } from '../evidence/evidence.ts'
import { Nothing, choice, text } from '../http/fields.ts'
import { submit } from '../http/form.ts'
import { idParam, query } from '../http/params.ts'
import { isPartial, see, send } from '../http/reply.ts'
import { shell } from '../http/shell.ts'
import type { World } from '../world.ts'
import { noteSearch, readSearch, withdrawSearch } from './search.ts'
import { sides } from './words.ts'

const Looked = z.strictObject({
  side: choice(sides, 'Say for which side you looked.'),
  note: text('Say where you looked, so that a colleague can look again.', 1_000),
})

type Asked = { req: Request; res: Response; claim: ClaimOfEvidence }

/** Noting that nothing was found on one side of a claim, and taking that back. */
export function readinessRoutes(world: World): Router {
  const router = Router()
  router.use(searchRoutes(world), withdrawalRoutes(world))
  return router
}

function searchRoutes({ db }: World): Router {
  const router = Router()

  router.get('/claims/:id/searches/new', async (req, res) => {
    permit(req.person, 'readiness.record')
    const claim = await claimOfEvidence(db.reader, idParam(req, 'claim'))
    send(res, searchForm({ req, res, claim }, fresh({ side: query(req).side })))
  })

  router.post('/claims/:id/searches', async (req, res) => {
    permit(req.person, 'readiness.record')
    const claim = await claimOfEvidence(db.reader, idParam(req, 'claim'))
    await submit(req, res, {
      schema: Looked,
      act: async (input) => {
        await noteSearch(db, req.person, { claimId: claim.id, ...input })
        done({ req, res, claim }, 'Noted: you looked and found nothing.')
      },
      again: (typed) => searchForm({ req, res, claim }, typed),
    })
  })

  return router
}

function withdrawalRoutes({ db }: World): Router {
  const router = Router()

  router.get('/searches/:id/withdrawal', async (req, res) => {
    permit(req.person, 'readiness.record')
    send(res, await withdrawForm(req, res, fresh()))
  })

  router.post('/searches/:id/withdrawal', (req, res) => {
    permit(req.person, 'readiness.record')
    return submit(req, res, {
      schema: Nothing,
      act: async () => {
        const { claim } = await readSearch(db.reader, idParam(req, 'search'))
        await withdrawSearch(db, req.person, idParam(req, 'search'))
        done({ req, res, claim }, 'Taken back.')
      },
      again: (typed) => withdrawForm(req, res, typed),
    })
  })

  async function withdrawForm(req: Request, res: Response, typed: Typed) {
    const search = await readSearch(db.reader, idParam(req, 'search'))
    const claim = await claimOfEvidence(db.reader, search.claim.id)
    const section = WithdrawSearch({ search, typed, inPlace: isPartial(req) })
    return pageOf({ req, res, claim }, section, 'Take back')
  }

  return router
}

function searchForm(asked: Asked, typed: Typed) {
  const section = SearchForm({ claimId: asked.claim.id, typed, inPlace: isPartial(asked.req) })
  return pageOf(asked, section, 'Looked and found nothing')
}

function pageOf({ req, res, claim }: Asked, section: ReturnType<typeof SearchForm>, title: string) {
  res.vary('HX-Request-Type')
  return isPartial(req) ? section : EvidencePage({ shell: shell(req, res), claim, title, section })
}

// Beside a text the card of the claim comes back in place of the form; else the page of the claim opens.
function done({ req, res, claim }: Omit<Asked, 'claim'> & { claim: { id: number } }, notice: string): void {
  if (isPartial(req)) see(res, `/claims/${claim.id}`)
  else see(res, `/claims/${claim.id}#ledger-${claim.id}`, notice)
}
