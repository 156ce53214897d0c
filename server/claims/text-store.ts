import { and, asc, eq, gt, lt, sql } from 'drizzle-orm'
import { type Conn, prepared } from '../../db/conn.ts'
import { sentences, versions } from '../../db/schema/index.ts'

/** The frozen text that offsets count in, or undefined. */
export async function findText(conn: Conn, versionId: number) {
  const query = prepared(conn, 'claims.text', (c) =>
    c
      .select({ articleId: versions.articleId, text: versions.text })
      .from(versions)
      .where(eq(versions.id, sql.placeholder('versionId')))
      .limit(1)
      .prepare(),
  )
  const [found] = await query.execute({ versionId })
  return found
}

/** The frozen text with its sentences that overlap a stretch of it, in the order of the text; undefined without such a version. */
export async function findTextNear(conn: Conn, versionId: number, { start, end }: { start: number; end: number }) {
  const query = prepared(conn, 'claims.near', (c) =>
    c
      .select({ text: versions.text, sentence: { start: sentences.start, end: sentences.end } })
      .from(versions)
      .leftJoin(
        sentences,
        and(
          eq(sentences.versionId, versions.id),
          gt(sentences.end, sql.placeholder('start')),
          lt(sentences.start, sql.placeholder('end')),
        ),
      )
      .where(eq(versions.id, sql.placeholder('versionId')))
      .orderBy(asc(sentences.number))
      .prepare(),
  )
  const rows = await query.execute({ versionId, start, end })
  const [first] = rows
  return first && { text: first.text, sentences: rows.flatMap(({ sentence }) => sentence ?? []) }
}
