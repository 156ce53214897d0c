import type { Db } from '../../db/open.ts'
import { write } from '../../db/write.ts'
import { readContent } from '../../server/documents/content.ts'
import { type NewSnapshot, keepSnapshot } from '../../server/snapshots/snapshot.ts'

/** A copy of the source, taken by nobody unless said otherwise: pasted text, or the bytes of a file. */
export async function aSnapshot(
  db: Db,
  sourceId: number,
  content: string | Buffer,
  { actor = null, ...more }: Partial<NewSnapshot> & { actor?: { id: number } | null } = {},
): Promise<number> {
  const bytes = Buffer.from(content)
  const extracted = await readContent(bytes)
  if ('refused' in extracted) throw new Error(extracted.refused)
  return write(db, (tx) => keepSnapshot(tx, actor, { sourceId, bytes, extracted, origin: 'paste', ...more }))
}
