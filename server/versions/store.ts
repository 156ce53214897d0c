import { and, desc, eq, sql } from 'drizzle-orm'
import { type Conn, type Tx, prepared } from '../../db/conn.ts'
import { people, sentences, versions } from '../../db/schema/index.ts'
import type { Triage } from '../articles/words.ts'

/** More are not listed. */
const mostVersions = 500

/** The versions of an article, the newest first, with who took each in. */
export async function versionsOfArticle(conn: Conn, articleId: number) {
  return conn
    .select({
      id: versions.id,
      number: versions.number,
      sha256: versions.sha256,
      createdAt: versions.createdAt,
      by: people.name,
      length: sql<number>`length(${versions.text})`,
    })
    .from(versions)
    .leftJoin(people, eq(people.id, versions.addedById))
    .where(eq(versions.articleId, articleId))
    .orderBy(desc(versions.number))
    .limit(mostVersions)
}

/** One version of an article with its text, or undefined. */
export async function findNumbered(conn: Conn, articleId: number, number: number) {
  const [found] = await conn
    .select({
      versionId: versions.id,
      number: versions.number,
      text: versions.text,
      blocks: versions.blocks,
      sha256: versions.sha256,
      createdAt: versions.createdAt,
      by: people.name,
    })
    .from(versions)
    .leftJoin(people, eq(people.id, versions.addedById))
    .where(and(eq(versions.articleId, articleId), eq(versions.number, number)))
    .limit(1)
  return found
}

type NewSentence = { start: number; end: number; triage: Triage; reason: string | null }

/** Numbers the sentences from 1. One prepared row at a time, as when an article is taken in. */
export async function insertDecided(tx: Tx, versionId: number, rows: readonly NewSentence[]): Promise<void> {
  const query = prepared(tx, 'versions.addSentence', () =>
    tx
      .insert(sentences)
      .values({
        versionId: sql.placeholder('versionId'),
        number: sql.placeholder('number'),
        start: sql.placeholder('start'),
        end: sql.placeholder('end'),
        triage: sql`${sql.placeholder('triage')}`,
        reason: sql`${sql.placeholder('reason')}`,
      })
      .prepare(),
  )
  for (const [index, row] of rows.entries()) await query.execute({ versionId, number: index + 1, ...row })
}
