import { sha256 } from '../history/record.ts'
import type { Db } from '../../db/open.ts'
import type { Answer, PageCache } from './page-cache.ts'
import { stampNow } from './public-store.ts'

/** What may be made for a public address: text of some type, or bytes. */
export type Made = { type: string; body: string | Buffer }

/**
 * The answer at a public address, out of memory while nothing has changed that it is made of. `key` names all that it depends on besides
 * the database. Undefined, and not kept, when `make` has nothing.
 */
export async function keptAnswer(
  { db, pages }: { db: Db; pages: PageCache },
  key: string,
  make: () => Promise<Made | undefined>,
): Promise<Answer | undefined> {
  const stamp = await stampNow(db.reader)
  const known = pages.find(key, stamp)
  if (known) return known
  const made = await make()
  if (!made) return undefined
  const body = typeof made.body === 'string' ? Buffer.from(made.body) : made.body
  return pages.keep(key, stamp, { type: made.type, body, etag: `"${sha256(body).toString('base64url')}"` })
}
