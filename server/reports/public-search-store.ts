import { type SQL, and, sql } from 'drizzle-orm'
import { publicClaims } from '../../db/schema/index.ts'
import { likePattern } from '../text/search-words.ts'
import type { Wanted } from './public-search.ts'

const texts = sql.raw('concat_ws(char(10), statement, quote, people, finding, about)')

/** Holds for public claims in whose published texts all of it stands. */
export function standsIn({ match, parts }: Wanted): SQL | undefined {
  const found = sql`${publicClaims.claimId} in (select rowid from public_search where public_search match ${match})`
  const holding = parts.map(
    (part) =>
      sql`${publicClaims.claimId} in (select rowid from public_search where ${texts} like ${likePattern(part)} escape '\\')`,
  )
  return and(match === '' ? undefined : found, ...holding)
}
