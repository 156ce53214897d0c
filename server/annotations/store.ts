import { and, asc, eq, exists, ne } from 'drizzle-orm'
import type { Conn } from '../../db/conn.ts'
import { claimTags, claims, decisions, ratings, tags, versions } from '../../db/schema/index.ts'

/** The claims of an article but those set aside, with the decision in force. Offsets are UTF-16 code units of their version. */
export async function claimsToAnnotate(conn: Conn, articleId: number) {
  return conn
    .select({
      id: claims.id,
      versionId: claims.versionId,
      statement: claims.statement,
      quote: claims.quote,
      prefix: claims.prefix,
      suffix: claims.suffix,
      start: claims.quoteStart,
      end: claims.quoteEnd,
      rating: { label: ratings.label },
      rationale: decisions.rationale,
      created: claims.createdAt,
      modified: claims.changedAt,
    })
    .from(claims)
    .leftJoin(decisions, eq(decisions.id, claims.decisionId))
    .leftJoin(ratings, eq(ratings.id, decisions.ratingId))
    .where(and(eq(claims.articleId, articleId), ne(claims.state, 'set_aside')))
    .orderBy(asc(claims.id))
}

/** The frozen texts that claims of an article stand in. */
export async function textsToAnnotate(conn: Conn, articleId: number) {
  const standing = conn.select({ id: claims.id }).from(claims).where(eq(claims.versionId, versions.id))
  return conn
    .select({ id: versions.id, text: versions.text, sha256: versions.sha256 })
    .from(versions)
    .where(and(eq(versions.articleId, articleId), exists(standing)))
}

/** The tags of an article’s claims, in the order of their names. */
export async function tagsToAnnotate(conn: Conn, articleId: number) {
  return conn
    .select({ claimId: claimTags.claimId, name: tags.name })
    .from(claimTags)
    .innerJoin(claims, eq(claims.id, claimTags.claimId))
    .innerJoin(tags, eq(tags.id, claimTags.tagId))
    .where(eq(claims.articleId, articleId))
    .orderBy(asc(claimTags.claimId), asc(tags.nameKey))
}
