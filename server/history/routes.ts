import { Router } from 'express'
import { HistoryPage } from '../../views/history/history-page.ts'
import { listPeople } from '../accounts/person.ts'
import { query } from '../http/params.ts'
import { send, sendJson } from '../http/reply.ts'
import { shell } from '../http/shell.ts'
import type { World } from '../world.ts'
import { filterQuery, readFilter } from './filter.ts'
import { readPage } from './history.ts'
import { lineJson } from './json.ts'
import { readStanding } from './proof.ts'
import { proofRoutes } from './proof-routes.ts'
import { thingHistoryRoutes } from './thing-routes.ts'
import type { Watch } from './watch.ts'

export function historyRoutes(world: World, watch: Watch): Router {
  const { db } = world
  const router = Router()
  const conn = db.reader
  router.use(thingHistoryRoutes(world), proofRoutes(world, watch))

  router.get('/history', async (req, res) => {
    const asked = query(req)
    const { filter, problems } = readFilter(asked)
    const { lines, next } = await readPage(conn, req.person, filter)
    const people = await listPeople(conn)
    const address = (before?: number) => `/history${filterQuery({ ...filter, before })}`
    const body = HistoryPage({
      shell: shell(req, res),
      page: { lines, pages: { before: filter.before, next, address } },
      people,
      filter: { values: asked, problems },
      standing: await readStanding(conn),
      last: watch.last(),
      json: `/history.json${filterQuery(filter)}`,
      query: filterQuery({ ...filter, before: undefined }).slice(1),
    })
    send(res, body, Object.keys(problems).length > 0 ? 422 : 200)
  })

  router.get('/history.json', async (req, res) => {
    const { filter } = readFilter(query(req))
    const { lines, next } = await readPage(conn, req.person, filter)
    const older = next === undefined ? null : `/history.json${filterQuery({ ...filter, before: next })}`
    sendJson(res, { events: lines.map(lineJson), older })
  })

  return router
}
