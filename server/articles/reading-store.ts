import { eq, sql } from 'drizzle-orm'
import { type Conn, type Tx, prepared } from '../../db/conn.ts'
import { type Triage, sentences, versions } from '../../db/schema/index.ts'

/** A sentence and the article whose text it is part of, or undefined. */
export async function findSentence(conn: Conn, id: number) {
  const query = prepared(conn, 'articles.sentence', (c) =>
    c
      .select({
        id: sentences.id,
        number: sentences.number,
        start: sentences.start,
        end: sentences.end,
        triage: sentences.triage,
        reason: sentences.reason,
        articleId: versions.articleId,
        versionId: sentences.versionId,
      })
      .from(sentences)
      .innerJoin(versions, eq(versions.id, sentences.versionId))
      .where(eq(sentences.id, sql.placeholder('id')))
      .limit(1)
      .prepare(),
  )
  const [found] = await query.execute({ id })
  return found
}

/** The counts of the article follow by a trigger. */
export async function updateTriage(tx: Tx, id: number, set: { triage: Triage; reason: string | null }): Promise<void> {
  await tx.update(sentences).set(set).where(eq(sentences.id, id))
}
