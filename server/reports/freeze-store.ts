import { and, asc, eq, isNull, or, sql } from 'drizzle-orm'
import { alias } from 'drizzle-orm/sqlite-core'
import { type Conn, prepared } from '../../db/conn.ts'
import {
  articles,
  claimTags,
  claimants,
  claims,
  decisions,
  evidence,
  ratings,
  snapshots,
  sources,
  tags,
  verdicts,
  versions,
} from '../../db/schema/index.ts'

const id = sql.placeholder('id')
const reporters = alias(claimants, 'reporters')

const claimantColumns = <N, R, K, S>({ name, role, kind, sameAs }: { name: N; role: R; kind: K; sameAs: S }) => ({
  name,
  role,
  kind,
  sameAs,
})

export const articleColumns = {
  title: articles.title,
  outlet: articles.outlet,
  byline: articles.byline,
  url: articles.url,
  publishedOn: articles.publishedOn,
  language: articles.language,
  kind: articles.kind,
}

/** A claim with its decision in force, if it has one, as readers may be told of it; undefined when there is none. */
export async function claimToFreeze(conn: Conn, claimId: number) {
  const query = prepared(conn, 'reports.freeze', (c) =>
    c
      .select({
        id: claims.id,
        articleId: claims.articleId,
        state: claims.state,
        versionId: claims.versionId,
        article: articleColumns,
        textSha256: versions.sha256,
        statement: claims.statement,
        quote: claims.quote,
        quoteStart: claims.quoteStart,
        quoteEnd: claims.quoteEnd,
        prefix: claims.prefix,
        suffix: claims.suffix,
        claimant: claimantColumns(claimants),
        reportedBy: claimantColumns(reporters),
        claimedOn: claims.claimedOn,
        claimedPlace: claims.claimedPlace,
        kind: claims.kind,
        decision: {
          id: decisions.id,
          rationale: decisions.rationale,
          basis: decisions.basis,
          decidedAt: decisions.createdAt,
          reviewerId: decisions.reviewerId,
        },
        explanation: verdicts.explanation,
        rating: {
          scale: ratings.scale,
          key: ratings.key,
          label: ratings.label,
          definition: ratings.definition,
          value: ratings.value,
          tone: ratings.tone,
          shape: ratings.shape,
        },
      })
      .from(claims)
      .innerJoin(articles, eq(articles.id, claims.articleId))
      .innerJoin(versions, eq(versions.id, claims.versionId))
      .leftJoin(claimants, eq(claimants.id, claims.claimantId))
      .leftJoin(reporters, eq(reporters.id, claims.reportedById))
      .leftJoin(decisions, eq(decisions.id, claims.decisionId))
      .leftJoin(verdicts, eq(verdicts.id, decisions.verdictId))
      .leftJoin(ratings, eq(ratings.id, decisions.ratingId))
      .where(eq(claims.id, id))
      .prepare(),
  )
  return (await query.execute({ id: claimId }))[0]
}

export type ClaimToFreeze = NonNullable<Awaited<ReturnType<typeof claimToFreeze>>>

/** The tags of a claim in the order of their names. */
export async function tagsToFreeze(conn: Conn, claimId: number): Promise<string[]> {
  const rows = await conn
    .select({ name: tags.name })
    .from(claimTags)
    .innerJoin(tags, eq(tags.id, claimTags.tagId))
    .where(eq(claimTags.claimId, claimId))
    .orderBy(asc(tags.nameKey))
  return rows.map(({ name }) => name)
}

/** The standing evidence on a claim that readers may know of, oldest first: neither its source nor the source of its copy is confidential. */
export async function evidenceToFreeze(conn: Conn, claimId: number) {
  const copies = alias(sources, 'copies')
  const query = prepared(conn, 'reports.evidence', (c) =>
    c
      .select({
        id: evidence.id,
        stance: evidence.stance,
        passage: evidence.passage,
        locator: evidence.locator,
        passageMatch: evidence.passageMatch,
        passageThere: evidence.passageThere,
        addedAt: evidence.createdAt,
        copy: { sha256: snapshots.sha256, capturedAt: snapshots.capturedAt },
        source: {
          title: sources.title,
          publisher: sources.publisher,
          author: sources.author,
          publishedOn: sources.publishedOn,
          language: sources.language,
          kind: sources.kind,
          primary: sources.primary,
          interest: sources.interest,
          url: sources.url,
          archivedUrl: sources.archivedUrl,
          doi: sources.doi,
          isbn: sources.isbn,
        },
      })
      .from(evidence)
      .innerJoin(sources, eq(sources.id, evidence.sourceId))
      .leftJoin(snapshots, eq(snapshots.id, evidence.snapshotId))
      .leftJoin(copies, eq(copies.id, snapshots.sourceId))
      .where(
        and(
          eq(evidence.claimId, id),
          isNull(evidence.withdrawnAt),
          eq(sources.confidential, false),
          or(isNull(copies.id), eq(copies.confidential, false)),
        ),
      )
      .orderBy(evidence.id)
      .prepare(),
  )
  return query.execute({ id: claimId })
}
