import { z } from 'zod'
import { readClaim } from '../claims/claim.ts'
import { readContext } from '../claims/context.ts'
import { askedOfClaim, askedOfText } from '../precedents/asked.ts'
import { precedentsFor } from '../precedents/precedent.ts'
import { readFilter } from '../search/filter.ts'
import { queryText } from '../search/query.ts'
import { type Group, search } from '../search/search.ts'
import type { Told } from '../search/told.ts'
import { badCursor, cursor, nextPage, readCursor } from './cursor.ts'
import { reading } from './operation.ts'
import { GroupShape, PrecedentShape, foundKinds, hitOf, isTold, precedentOf } from './shapes/found.ts'
import { listOf } from './shapes/parts.ts'

const Found = z.strictObject({
  query: z.string().meta({ description: 'What was understood.' }),
  groups: z.array(GroupShape),
  next: z.string().nullable().meta({ description: 'The next page, where one `kind` is searched.' }),
})

const Words = z.strictObject({
  q: z
    .string()
    .min(1)
    .max(200)
    .meta({ description: 'Words, "phrases", -without, this OR that, begin*, claimant:name.' }),
  kind: z.enum(foundKinds).optional().meta({ description: 'Without it, the best five of each kind.' }),
  cursor,
})

/** The place of a search: how many were told, and the ids of those on the last page. */
const toldText = ({ hits }: Group, before = 0): string =>
  [before + hits.length, ...hits.map(({ row }) => row.id)].join('.')

function toldBy(place: string | undefined): Told | undefined {
  if (place === undefined) return undefined
  if (!/^\d{1,9}(\.\d{1,15}){1,20}$/.test(place)) throw badCursor()
  const [count = 0, ...ids] = place.split('.').map(Number)
  return { count, ids }
}

export const searchOperations = [
  reading({
    id: 'search',
    path: '/search',
    tag: 'Search',
    summary: 'Search everything',
    description:
      'The best first, of the newest thousand that match; of one `kind` in pages. Ranks follow from everything that can be searched, so each page is worked out anew and goes on after what the last one told: what is added meanwhile is told or not, as it ranks, and makes nothing else come twice. To have all claims that match, and more than a thousand, walk `/claims?q=` instead.',
    scope: 'read',
    cost: 5,
    query: Words,
    example: { query: '?q=harbour%20boats&kind=claims' },
    answer: Found,
    read: async ({ conn, bearer, origin }, { query }) => {
      const list = `search ${query.kind}`
      const told = toldBy(readCursor(list, query.cursor))
      const { filter } = readFilter({ q: query.q, kind: query.kind ?? '' })
      const found = await search(conn, bearer.person, { ...filter, told })
      const groups = found.groups.filter(isTold)
      const [only] = groups
      return {
        query: queryText(found.query),
        groups: groups.map(({ kind, total, hits }) => ({
          kind,
          count: total.count,
          count_is_lower_bound: total.more,
          items: hits.flatMap((hit) => hitOf(hit, origin)),
        })),
        next: nextPage('/search', query, { list, place: only?.more ? toldText(only, told?.count) : undefined }),
      }
    },
  }),
  reading({
    id: 'findPrecedents',
    path: '/precedents',
    tag: 'Search',
    summary: 'Has this been checked?',
    scope: 'read',
    cost: 5,
    example: { query: '?text=The%20harbour%20closed%20on%20Monday' },
    query: z.strictObject({ text: z.string().min(1).max(1_000).meta({ description: 'A claim, as one sentence.' }) }),
    answer: listOf(PrecedentShape),
    read: async ({ conn, origin }, { query }) => {
      const found = await precedentsFor(conn, askedOfText(query.text))
      return { items: found.map((precedent) => precedentOf(precedent, origin)), next: null }
    },
  }),
  reading({
    id: 'findPrecedentsOfClaim',
    path: '/claims/{id}/precedents',
    tag: 'Search',
    summary: 'Earlier checks of what may be the same claim',
    scope: 'read',
    cost: 5,
    answer: listOf(PrecedentShape),
    read: async ({ conn, origin }, { id }) => {
      const claim = await readClaim(conn, id)
      const place = { start: claim.quoteStart, end: claim.quoteEnd }
      const context = await readContext(conn, claim.versionId, place)
      const found = await precedentsFor(conn, askedOfClaim(claim, context), id)
      return { items: found.map((precedent) => precedentOf(precedent, origin)), next: null }
    },
  }),
]
