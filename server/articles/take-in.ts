import type { Conn, Tx } from '../../db/conn.ts'
import type { Db } from '../../db/open.ts'
import { write } from '../../db/write.ts'
import { type Person, permit } from '../accounts/permissions.ts'
import { refuseUnusable } from '../scales/scale.ts'
import { addressKey } from '../values/address.ts'
import { type NewArticle, addArticle, textHash } from './article.ts'
import { articlesAtAddress, articlesWithText } from './known-store.ts'

/** An article that is here already and has the same text, or the same address with another text. */
export type Known = { id: number; title: string; outlet: string | null; createdAt: string; sameText: boolean }

type Wanted = NewArticle & { again: boolean }
type Taken = { articleId: number } | { known: Known[] }

/** Takes an article in, unless `again` is false and the same text or address is here already: then nothing is written. */
export const takeIn = (db: Db, person: Person, wanted: Wanted): Promise<Taken> =>
  write(db, (tx) => takeArticleIn(tx, person, wanted))

/** The same inside a change that does more. */
export async function takeArticleIn(tx: Tx, person: Person, { again, ...article }: Wanted): Promise<Taken> {
  permit(person, 'article.add')
  await refuseUnusable(tx, article.scale ?? null)
  const known = again ? [] : await knownArticles(tx, article)
  if (known.length > 0) return { known }
  const { articleId } = await addArticle(tx, person, article)
  return { articleId }
}

async function knownArticles(conn: Conn, { text, url }: Pick<NewArticle, 'text' | 'url'>): Promise<Known[]> {
  const same = await articlesWithText(conn, textHash(text))
  const there = url ? await articlesAtAddress(conn, addressKey(url)) : []
  const others = there.filter(({ id }) => !same.some((article) => article.id === id))
  return [
    ...same.map((article) => ({ ...article, sameText: true })),
    ...others.map((article) => ({ ...article, sameText: false })),
  ]
}
