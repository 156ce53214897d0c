import { and, desc, eq, inArray, sql } from 'drizzle-orm'
import { alias } from 'drizzle-orm/sqlite-core'
import type { Conn } from '../../db/conn.ts'
import { corrections, editions, publicClaims, publicFacets, reports } from '../../db/schema/index.ts'
import { standsIn } from './public-search-store.ts'
import type { Wanted } from './public-search.ts'
import { lineColumns } from './public-store.ts'

type Facet = { facet: 'claimant' | 'rating' | 'tag'; value: string }
type Place = { at: string; report: number; number: number }
type Asked = {
  facets: Facet[]
  withdrawn: boolean
  wanted?: Wanted | undefined
  after?: Place | undefined
  limit: number
}

const having = (conn: Conn, facets: Facet[]) =>
  facets.map(({ facet, value }) =>
    inArray(
      publicClaims.claimId,
      conn
        .select({ id: publicFacets.claimId })
        .from(publicFacets)
        .where(and(eq(publicFacets.facet, facet), eq(publicFacets.value, value))),
    ),
  )

/** Public claims, the newest publication first, that have every facet and hold what is looked for. */
export async function newestPublic(conn: Conn, { facets, withdrawn, wanted, after: place, limit }: Asked) {
  const { publishedAt, reportId, number } = publicClaims
  const older = place && sql`(${publishedAt}, ${reportId}, ${number}) < (${place.at}, ${place.report}, ${place.number})`
  return conn
    .select(lineColumns)
    .from(publicClaims)
    .innerJoin(reports, eq(reports.id, reportId))
    .innerJoin(editions, eq(editions.id, publicClaims.editionId))
    .where(
      and(
        withdrawn ? undefined : eq(publicClaims.state, 'published'),
        wanted && standsIn(wanted),
        older,
        ...having(conn, facets),
      ),
    )
    .orderBy(desc(publishedAt), desc(reportId), desc(number))
    .limit(limit)
}

type Changes = { since?: string; editionId?: number; limit: number; facets: Facet[] }

/** Every change of a public page since `since`, or the one that made an edition, the newest first, with the claim as it is now. */
export async function changeRows(conn: Conn, { since, editionId, limit, facets }: Changes) {
  const now = alias(editions, 'edition_now')
  return conn
    .select({
      ...lineColumns,
      content: now.content,
      edition: editions.number,
      why: editions.why,
      at: editions.createdAt,
      kind: corrections.kind,
      note: corrections.note,
      renewal: editions.note,
    })
    .from(editions)
    .innerJoin(publicClaims, eq(publicClaims.claimId, editions.claimId))
    .innerJoin(reports, eq(reports.id, publicClaims.reportId))
    .innerJoin(now, eq(now.id, publicClaims.editionId))
    .leftJoin(corrections, eq(corrections.id, editions.correctionId))
    .where(
      and(
        since === undefined ? undefined : sql`${editions.createdAt} >= ${since}`,
        editionId === undefined ? undefined : eq(editions.id, editionId),
        ...having(conn, facets),
      ),
    )
    .orderBy(desc(editions.createdAt), desc(editions.id))
    .limit(limit)
}
