import { and, count, desc, eq, max } from 'drizzle-orm'
import type { Conn } from '../../db/conn.ts'
import { editions, publicClaims, publicFacets } from '../../db/schema/index.ts'

/** The values that published claims are found by, the most frequent first, each with the content of the newest edition that has it. */
export async function publishedValues(conn: Conn, facet: 'claimant' | 'rating', limit: number) {
  const tallies = conn
    .select({
      value: publicFacets.value,
      claims: count().as('claims'),
      edition: max(publicClaims.editionId).as('newest'),
    })
    .from(publicFacets)
    .innerJoin(publicClaims, eq(publicClaims.claimId, publicFacets.claimId))
    .where(and(eq(publicFacets.facet, facet), eq(publicClaims.state, 'published')))
    .groupBy(publicFacets.value)
    .as('tallies')
  return conn
    .select({ value: tallies.value, claims: tallies.claims, content: editions.content })
    .from(tallies)
    .innerJoin(editions, eq(editions.id, tallies.edition))
    .orderBy(desc(tallies.claims), tallies.value)
    .limit(limit)
}
