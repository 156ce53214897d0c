import { eq } from 'drizzle-orm'
import type { Conn } from '../../db/conn.ts'
import { articles, people } from '../../db/schema/index.ts'

/** The person who signed an article off, or undefined. */
export async function findSigner(conn: Conn, articleId: number) {
  const [signer] = await conn
    .select({ id: people.id, name: people.name })
    .from(articles)
    .innerJoin(people, eq(people.id, articles.signedOffById))
    .where(eq(articles.id, articleId))
    .limit(1)
  return signer
}
