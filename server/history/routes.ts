import { Router } from 'express'
import { CheckPage, HistoryPage } from '../../views/history/history-page.ts'
import { permit } from '../accounts/permissions.ts'
import { listPeople } from '../accounts/person.ts'
import { query } from '../http/params.ts'
import { send, sendJson } from '../http/reply.ts'
import { shell } from '../http/shell.ts'
import type { World } from '../world.ts'
import { chainHead, verifyChain } from './chain.ts'
import { filterQuery, readFilter } from './filter.ts'
import { readPage } from './history.ts'
import { lineJson } from './json.ts'
import { thingHistoryRoutes } from './thing-routes.ts'

export function historyRoutes(world: World): Router {
  const { db } = world
  const router = Router()
  const conn = db.reader
  router.use(thingHistoryRoutes(world))

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
      head: await chainHead(conn),
      json: `/history.json${filterQuery(filter)}`,
      person: req.person,
    })
    send(res, body, Object.keys(problems).length > 0 ? 422 : 200)
  })

  router.get('/history.json', async (req, res) => {
    const { filter } = readFilter(query(req))
    const { lines, next } = await readPage(conn, req.person, filter)
    const older = next === undefined ? null : `/history.json${filterQuery({ ...filter, before: next })}`
    sendJson(res, { events: lines.map(lineJson), older })
  })

  router.get('/history/check', async (req, res) => {
    permit(req.person, 'history.verify')
    const checked = await verifyChain(conn)
    send(res, CheckPage({ shell: shell(req, res), checked, at: db.clock.now().toISOString() }))
  })

  return router
}
