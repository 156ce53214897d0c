import { type Request, type Response, Router } from 'express'
import { ClaimListPage, ClaimListPart } from '../../views/claims/claim-list.ts'
import { query } from '../http/params.ts'
import { isPartial, send } from '../http/reply.ts'
import { shell } from '../http/shell.ts'
import type { World } from '../world.ts'
import { listAddress, readFilter } from './filter.ts'
import { listClaims } from './list.ts'
import { placeText, readCursor } from './list-order.ts'

export function listRoutes(world: World): Router {
  const router = Router()
  router.get('/claims', (req, res) => showList(world, req, res))
  return router
}

async function showList({ db }: World, req: Request, res: Response): Promise<void> {
  const { after = '', before = '', ...named } = query(req)
  const { filter, problems } = readFilter(named)
  // A form without JavaScript names every field, the empty ones too: its address is shortened to what was chosen.
  if (problems.length === 0 && Object.values(named).includes('') && !isPartial(req))
    return res.redirect(303, listAddress('/claims', filter))
  const { cursor, problem } = readCursor({ after, before }, filter.sort)
  const list = await listClaims(db.reader, { viewer: req.person, filter, cursor, today: db.clock.now() })
  list.problems.unshift(...problems, ...(problem ? [problem] : []))
  const places = {
    previous: list.previous && placeText(list.previous),
    next: list.next && placeText(list.next),
    isFirst: cursor === null,
  }
  res.setHeader('Vary', 'HX-Request-Type')
  if (!isPartial(req)) return send(res, ClaimListPage({ shell: shell(req, res), list, places, viewer: req.person }))
  res.setHeader('HX-Push-Url', listAddress('/claims', list.filter))
  send(res, ClaimListPart({ list, places, viewer: req.person }))
}
