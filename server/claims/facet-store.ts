import { type SQL, and, sql } from 'drizzle-orm'
import type { Conn } from '../../db/conn.ts'
import {
  articles,
  claimTags,
  claimTallies,
  claimValueTallies,
  claimants,
  claims,
  people,
  tags,
} from '../../db/schema/index.ts'
import { type Wanted, shapeOf } from './list-where-store.ts'

/** What claims are counted by. */
export const facetKeys = ['state', 'rating', 'kind', 'assignee', 'claimant', 'tag', 'article'] as const
export type FacetKey = (typeof facetKeys)[number]

/** One value of a facet: a word or an id, 0 for nobody and no rating; `name` where the value is the id of something. */
export type FacetRow = { facet: FacetKey; value: string | number; n: number; name: string | null }

/** Counts of several facets in one list; `isLeast`: there may be more claims than were looked at. */
export type Counted = { rows: FacetRow[]; isLeast: boolean }

/** Values of one facet that are shown, the most frequent ones. */
const top = 10
/** Claims of a list that are counted one by one, and the newest among which those of a wide list are looked for. */
const mostCounted = 2_000
const newest = 10_000

/** Counts the claims of a list by these facets: out of the tallies where they know, else one by one as far as is quick. */
export async function countBy(conn: Conn, wanted: Wanted, facets: readonly FacetKey[]): Promise<Counted> {
  const fromTallies = facets.filter((facet) => isTallied(wanted, facet))
  const others = facets.filter((facet) => !fromTallies.includes(facet))
  const known = await named(
    conn,
    fromTallies.map((facet) => tallied(wanted, facet)),
  )
  if (others.length === 0) return { rows: known, isLeast: false }
  const shape = shapeOf({ ...wanted, sort: 'newest', among: newest })
  const tagged = shape.tagLeads ? sql`join ${claimTags} on +${claimTags.claimId} = ${claims.id}` : sql``
  const found = sql`with found as materialized (select ${claims.id} as id, ${claims.state} as state, ${claims.ratingId} as rating,
    ${claims.kind} as kind, ${claims.assigneeId} as assignee, ${claims.claimantId} as claimant, ${claims.articleId} as article
    from ${claims} ${tagged} where ${shape.where ?? sql`true`} limit ${mostCounted + 1})`
  const total = sql`select 'total' as facet, 0 as value, count(*) + 0 as n from found`
  const older = sql`select 'older' as facet, 0 as value, count(*) as n from (select 1 from claims where id <= (select max(id) from claims) - ${newest} limit 1)`
  const rows = await named(conn, [...others.map(counted), total, ...(shape.isNarrow ? [] : [older])], {
    found,
    params: shape.params,
  })
  const marks = new Map(rows.map(({ facet, n }) => [String(facet), n]))
  const isLeast = (marks.get('total') ?? 0) > mostCounted || (marks.get('older') ?? 0) > 0
  return { rows: [...known, ...rows.filter(({ facet }) => facetKeys.includes(facet))], isLeast }
}

type Values = { found: SQL; params: Record<string, string | number> }

async function named(conn: Conn, parts: SQL[], values?: Values): Promise<FacetRow[]> {
  if (parts.length === 0) return []
  const all = sql.join(parts, sql` union all `)
  const names = sql<string | null>`case facet
    when 'assignee' then (select name from ${people} where id = value) when 'claimant' then (select name from ${claimants} where id = value)
    when 'article' then (select title from ${articles} where id = value) when 'tag' then (select name from ${tags} where id = value) end`
  return conn
    .select({ facet: sql<FacetKey>`facet`, value: sql<string | number>`value`, n: sql<number>`n`, name: names })
    .from(sql`(${values?.found ?? sql``} ${all}) as counted`)
    .prepare()
    .execute(values?.params)
}

const cubeColumns = { state: 'state', kind: 'kind', rating: 'rating_id', assignee: 'assignee_id' } as const
type CubeKey = keyof typeof cubeColumns
const isCube = (facet: FacetKey): facet is CubeKey => facet in cubeColumns

function isTallied(wanted: Wanted, facet: FacetKey): boolean {
  const { q, article, claimant, reportedBy, tag, due, evidence, rating, kind, priority, assignee } = wanted
  const others = [q, article, claimant, reportedBy, tag, due, evidence]
  return [...others, ...(isCube(facet) ? [] : [rating, kind, priority, assignee])].every((value) => value === null)
}

const isState = ({ state }: Wanted): SQL =>
  state === 'all' ? sql`true` : state ? sql`state = ${state}` : sql`state <> 'set_aside'`

const isRow = (name: string, value: string | number | null): SQL | undefined =>
  value === null ? undefined : sql`${sql.raw(name)} = ${value === 'none' ? 0 : value}`

function tallied(wanted: Wanted, facet: FacetKey): SQL {
  const { rating, kind, priority, assignee } = wanted
  if (!isCube(facet))
    return sql`select * from (select facet, value, n from ${claimValueTallies}
      where facet = ${facet} and state = ${wanted.state ?? 'listed'} and n > 0 order by n desc, value desc limit ${top})`
  const kept = and(
    isState(wanted),
    isRow('rating_id', rating),
    isRow('kind', kind),
    isRow('priority', priority),
    isRow('assignee_id', assignee),
  )
  return sql`select * from (select ${facet} as facet, ${sql.raw(cubeColumns[facet])} as value, sum(n) as n from ${claimTallies}
    where ${kept} group by 2 having sum(n) > 0 order by 3 desc, 2 desc limit ${limitOf(facet)})`
}

// Nobody is said apart: everything else is somebody of whom there may be many.
const limitOf = (facet: FacetKey): number => (facet === 'assignee' ? top + 1 : isCube(facet) ? 50 : top)

function counted(facet: FacetKey): SQL {
  if (facet === 'tag')
    return sql`select * from (select 'tag' as facet, tag_id as value, count(*) as n from found join ${claimTags} on claim_id = found.id
      group by tag_id order by 3 desc, 2 desc limit ${top})`
  const value = facet === 'rating' || facet === 'assignee' ? sql.raw(`coalesce(${facet}, 0)`) : sql.raw(facet)
  return sql`select * from (select ${facet} as facet, ${value} as value, count(*) as n from found
    where ${value} is not null group by 2 order by 3 desc, 2 desc limit ${limitOf(facet)})`
}
