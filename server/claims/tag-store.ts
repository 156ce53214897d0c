import { asc, eq, sql } from 'drizzle-orm'
import { type Conn, type Tx, prepared } from '../../db/conn.ts'
import { insertInto } from '../../db/insert.ts'
import { claimTags, tags } from '../../db/schema/index.ts'
import { comparable } from './comparable.ts'

/** Up to `limit` tags in the order of the alphabet. */
export async function listTags(conn: Conn, limit: number): Promise<string[]> {
  const found = await conn.select({ name: tags.name }).from(tags).orderBy(asc(tags.nameKey)).limit(limit)
  return found.map((tag) => tag.name)
}

/** Gives the claim exactly these tags; new ones are made, known ones are recognised however they are spelled. */
export async function setTags(tx: Tx, claimId: number, names: readonly string[]): Promise<void> {
  await tx.delete(claimTags).where(eq(claimTags.claimId, claimId))
  await addTags(tx, claimId, names)
}

/** Gives these tags to a claim that has none. */
export async function addTags(tx: Tx, claimId: number, names: readonly string[]): Promise<void> {
  const given = new Set<number>()
  for (const name of names) {
    const nameKey = comparable(name)
    given.add((await findTag(tx, nameKey)) ?? (await insertInto(tx, tags, { name, nameKey })))
  }
  for (const tagId of given) await insertInto(tx, claimTags, { claimId, tagId })
}

async function findTag(conn: Conn, nameKey: string): Promise<number | undefined> {
  const query = prepared(conn, 'tags.by_key', (c) =>
    c
      .select({ id: tags.id })
      .from(tags)
      .where(eq(tags.nameKey, sql.placeholder('nameKey')))
      .prepare(),
  )
  const [found] = await query.execute({ nameKey })
  return found?.id
}
