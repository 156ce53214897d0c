import { type Request, Router } from 'express'
import { SearchPage, SearchPart } from '../../views/search/search-page.ts'
import { query } from '../http/params.ts'
import { isPartial, send, sendJson } from '../http/reply.ts'
import { shell } from '../http/shell.ts'
import type { World } from '../world.ts'
import { filterQuery, readFilter } from './filter.ts'
import { asJson } from './json.ts'
import { queryText } from './query.ts'
import { search } from './search.ts'

export function searchRoutes({ db }: World): Router {
  const router = Router()
  const find = async (req: Request) => {
    const { filter, problems } = readFilter(query(req))
    return { filter, problems, found: await search(db.reader, req.person, filter) }
  }

  router.get('/search', async (req, res) => {
    const { filter, problems, found } = await find(req)
    res.setHeader('Vary', 'HX-Request-Type')
    if (!isPartial(req)) return send(res, SearchPage({ shell: shell(req, res), filter, problems, found }))
    // So that whoever opens something comes back to it; what was not typed to its end is a beginning in the address too.
    if (filter.typing)
      res.setHeader('HX-Replace-Url', `/search${filterQuery({ ...filter, q: queryText(found.query), page: 1 })}`)
    else res.setHeader('HX-Push-Url', `/search${filterQuery(filter)}`)
    send(res, SearchPart({ filter, problems, found }))
  })

  router.get('/search.json', async (req, res) => {
    const { filter, found } = await find(req)
    sendJson(res, asJson(found, filter))
  })

  return router
}
