import { z } from 'zod'
import type { Conn } from '../../db/conn.ts'
import { readClaim, readClaims } from '../claims/claim.ts'
import { type Filter, filterNames, filterQuery, readFilter } from '../claims/filter.ts'
import { countOpenEvidence, listClaims } from '../claims/list.ts'
import { placeText, readCursor as readPlace } from '../claims/list-order.ts'
import { ApiRefusal } from '../errors.ts'
import { badCursor, cursor, nextPage, readCursor } from './cursor.ts'
import { type Asking, reading } from './operation.ts'
import { ClaimShape, claimOf } from './shapes/claim.ts'
import { listOf } from './shapes/parts.ts'

const Filters = z.strictObject({
  ...Object.fromEntries(
    filterNames.map(({ name, expects }) => [name, z.string().max(300).optional().meta({ description: expects })]),
  ),
  cursor,
})

/** A claim as programs read it. Throws NotFound. */
export async function claimFor(conn: Conn, id: number, origin: string): Promise<z.input<typeof ClaimShape>> {
  const claim = await readClaim(conn, id)
  const counts = await countOpenEvidence(conn, [id])
  return claimOf(claim, counts.get(id) ?? 0, origin)
}

export const claimOperations = [
  reading({
    id: 'listClaims',
    path: '/claims',
    tag: 'Claims',
    summary: 'The claims, filtered and sorted',
    description: 'The same filters as on the page of claims. Without `state`, claims that are set aside are left out.',
    scope: 'read',
    query: Filters,
    example: { query: '?state=decided&sort=decided' },
    answer: listOf(ClaimShape),
    read: async (asking, { query: { cursor: text, ...named } }) => {
      const filter = filterOf(named)
      const sort = `claims ${filter.sort}`
      const { cursor: from, problem } = readPlace({ after: readCursor(sort, text) }, filter.sort)
      if (problem) throw badCursor()
      return listed(asking, filter, { sort, from })
    },
  }),
  reading({
    id: 'readClaim',
    path: '/claims/{id}',
    tag: 'Claims',
    summary: 'One claim',
    scope: 'read',
    answer: ClaimShape,
    read: ({ conn, origin }, { id }) => claimFor(conn, id, origin),
  }),
]

function filterOf(named: Record<string, string | undefined>): Filter {
  const given = Object.entries(named).flatMap(([name, value]) => (value === undefined ? [] : [[name, value]]))
  const { filter, problems } = readFilter(Object.fromEntries(given))
  refuse(problems)
  return filter
}

function refuse(problems: readonly string[]): void {
  const [problem] = problems
  if (problem) throw new ApiRefusal('not-understood', problem.replace(/ was left out\.$/, ' is not understood.'))
}

type From = { sort: string; from: Parameters<typeof listClaims>[1]['cursor'] }

async function listed({ conn, world, bearer, origin }: Asking, filter: Filter, { sort, from }: From) {
  const asked = { viewer: bearer.person, filter, cursor: from, today: world.db.clock.now() }
  const list = await listClaims(conn, asked)
  refuse(list.problems)
  const counts = new Map(list.rows.map(({ id, evidenceCount }) => [id, evidenceCount]))
  const claims = await readClaims(conn, [...counts.keys()])
  const query = Object.fromEntries(new URLSearchParams(filterQuery(filter)))
  const place = list.next === null ? undefined : placeText(list.next)
  return {
    items: claims.map((claim) => claimOf(claim, counts.get(claim.id) ?? 0, origin)),
    next: nextPage('/claims', query, { list: sort, place }),
  }
}
