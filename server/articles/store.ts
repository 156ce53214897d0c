import { and, asc, desc, eq, gt, lt, ne, sql } from 'drizzle-orm'
import { type Conn, type Tx, insertedId, prepared } from '../../db/conn.ts'
import { articles, sentences, versions } from '../../db/schema/index.ts'

/** The columns that are an article wherever one is read. */
export const articleColumns = {
  id: articles.id,
  title: articles.title,
  outlet: articles.outlet,
  byline: articles.byline,
  url: articles.url,
  publishedOn: articles.publishedOn,
  language: articles.language,
  kind: articles.kind,
  scale: articles.scale,
  independent: articles.independent,
  version: articles.version,
  claimCount: articles.claimCount,
  decidedCount: articles.decidedCount,
  sentenceCount: articles.sentenceCount,
  lookedAtCount: articles.lookedAtCount,
  signedOffAt: articles.signedOffAt,
  signOffWaiver: articles.signOffWaiver,
  createdAt: articles.createdAt,
}

/** The article with its counts, or undefined. */
export async function findArticle(conn: Conn, id: number) {
  const query = prepared(conn, 'articles.byId', (c) =>
    c
      .select(articleColumns)
      .from(articles)
      .where(eq(articles.id, sql.placeholder('id')))
      .limit(1)
      .prepare(),
  )
  const [article] = await query.execute({ id })
  return article
}

/** The newest version of an article's text. */
export async function findVersion(conn: Conn, articleId: number) {
  const query = prepared(conn, 'articles.version', (c) =>
    c
      .select({
        versionId: versions.id,
        number: versions.number,
        text: versions.text,
        blocks: versions.blocks,
        sha256: versions.sha256,
      })
      .from(versions)
      .where(eq(versions.articleId, sql.placeholder('articleId')))
      .orderBy(desc(versions.number))
      .limit(1)
      .prepare(),
  )
  const [version] = await query.execute({ articleId })
  return version
}

/** The id of the newest version of an article's text, or undefined. */
export async function newestVersion(conn: Conn, articleId: number): Promise<number | undefined> {
  const query = prepared(conn, 'articles.newest', (c) =>
    c
      .select({ id: versions.id })
      .from(versions)
      .where(eq(versions.articleId, sql.placeholder('articleId')))
      .orderBy(desc(versions.number))
      .limit(1)
      .prepare(),
  )
  const [newest] = await query.execute({ articleId })
  return newest?.id
}

/** The sentences of a version, in text order. */
export async function sentencesOf(conn: Conn, versionId: number) {
  const query = prepared(conn, 'articles.sentences', (c) =>
    c
      .select({
        id: sentences.id,
        number: sentences.number,
        start: sentences.start,
        end: sentences.end,
        triage: sentences.triage,
        reason: sentences.reason,
      })
      .from(sentences)
      .where(eq(sentences.versionId, sql.placeholder('versionId')))
      .orderBy(asc(sentences.number))
      .prepare(),
  )
  return query.execute({ versionId })
}

/** Returns the id. */
export async function insertArticle(tx: Tx, row: typeof articles.$inferInsert): Promise<number> {
  return insertedId(await tx.insert(articles).values(row).returning({ id: articles.id }))
}

/** Changes columns of an article; the caller counts its version up. */
export async function updateArticle(tx: Tx, id: number, row: Partial<typeof articles.$inferInsert>): Promise<void> {
  await tx.update(articles).set(row).where(eq(articles.id, id))
}

/** Freezes a text, which a trigger keeps from changing, and returns the id. */
export async function insertVersion(tx: Tx, row: typeof versions.$inferInsert): Promise<number> {
  return insertedId(await tx.insert(versions).values(row).returning({ id: versions.id }))
}

/** Numbers the spans from 1. One prepared row at a time: building one insert of many rows takes ten times as long. */
export async function insertSentences(tx: Tx, versionId: number, spans: { start: number; end: number }[]) {
  const query = prepared(tx, 'articles.addSentence', () =>
    tx
      .insert(sentences)
      .values({
        versionId: sql.placeholder('versionId'),
        number: sql.placeholder('number'),
        start: sql.placeholder('start'),
        end: sql.placeholder('end'),
      })
      .prepare(),
  )
  for (const [index, { start, end }] of spans.entries()) {
    await query.execute({ versionId, number: index + 1, start, end })
  }
}

/** Marks as claims the sentences that share a character with [start, end). */
export async function markSentences(
  tx: Tx,
  { versionId, start, end }: { versionId: number; start: number; end: number },
) {
  const change = prepared(tx, 'sentences.marked', () =>
    tx
      .update(sentences)
      .set({ triage: 'claim', reason: null })
      .where(
        and(
          eq(sentences.versionId, sql.placeholder('versionId')),
          lt(sentences.start, sql.placeholder('end')),
          gt(sentences.end, sql.placeholder('start')),
          ne(sentences.triage, 'claim'),
        ),
      )
      .prepare(),
  )
  await change.execute({ versionId, start, end })
}
