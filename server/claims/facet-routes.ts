import { Router } from 'express'
import { ClaimFacets, ClaimFacetsPage } from '../../views/claims/claim-facets.ts'
import { query } from '../http/params.ts'
import { isPartial, send } from '../http/reply.ts'
import { shell } from '../http/shell.ts'
import type { World } from '../world.ts'
import { countFacets } from './facets.ts'
import { readFilter } from './filter.ts'

/** The counts beside the list: a fragment that the list fetches, or a page of its own. */
export function facetRoutes({ db }: World): Router {
  const router = Router()
  router.get('/claims/facets', async (req, res) => {
    const { filter } = readFilter(query(req))
    const facets = await countFacets(db.reader, { viewer: req.person, filter, today: db.clock.now() })
    res.setHeader('Vary', 'HX-Request-Type')
    send(res, isPartial(req) ? ClaimFacets(facets) : ClaimFacetsPage({ shell: shell(req, res), facets }))
  })
  return router
}
