import { and, asc, count, eq, gt, isNull } from 'drizzle-orm'
import type { Conn } from '../../db/conn.ts'
import { claims, publicClaims } from '../../db/schema/index.ts'

const isMissing = and(eq(claims.state, 'published'), isNull(publicClaims.claimId))

/** How many decisions count as published and have no public page. */
export async function countMissing(conn: Conn): Promise<number> {
  const [row] = await conn
    .select({ count: count() })
    .from(claims)
    .leftJoin(publicClaims, eq(publicClaims.claimId, claims.id))
    .where(isMissing)
  return row?.count ?? 0
}

/** The claims of the first of them after a claim, in the order of their ids. */
export async function listMissing(conn: Conn, { after, limit }: { after: number; limit: number }) {
  return conn
    .select({ id: claims.id, articleId: claims.articleId, number: claims.number, statement: claims.statement })
    .from(claims)
    .leftJoin(publicClaims, eq(publicClaims.claimId, claims.id))
    .where(and(isMissing, gt(claims.id, after)))
    .orderBy(asc(claims.id))
    .limit(limit)
}
