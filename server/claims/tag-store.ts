import { asc, eq, inArray } from 'drizzle-orm'
import type { Conn, Tx } from '../../db/conn.ts'
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
  if (names.length === 0) return
  const rows = names.map((name) => ({ name, nameKey: comparable(name) }))
  await tx.insert(tags).values(rows).onConflictDoNothing()
  const keys = rows.map((row) => row.nameKey)
  const found = await tx.select({ tagId: tags.id }).from(tags).where(inArray(tags.nameKey, keys))
  await tx.insert(claimTags).values(found.map(({ tagId }) => ({ claimId, tagId })))
}
