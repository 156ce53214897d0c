import type { Conn } from '../../db/conn.ts'
import type { ApiNoun } from '../../db/schema/index.ts'
import { readArticle } from '../articles/article.ts'
import type { Bearer } from '../tokens/token.ts'
import { claimFor } from './claim-operations.ts'
import { evidenceFor } from './evidence-operations.ts'
import { articleOf } from './shapes/article.ts'

type Asked = { person: Bearer['person']; id: number; origin: string }

/** Something that writes make or change, as programs read it. Throws NotFound. */
export function readResource(conn: Conn, noun: ApiNoun, asked: Asked): Promise<object> {
  return readers[noun](conn, asked)
}

const readers: Record<ApiNoun, (conn: Conn, asked: Asked) => Promise<object>> = {
  article: async (conn, { id, origin }) => articleOf(await readArticle(conn, id), origin),
  claim: (conn, { id, origin }) => claimFor(conn, id, origin),
  evidence: evidenceFor,
}

/** Where it is read. */
export const resourcePath = (noun: ApiNoun, id: number): string => `/${paths[noun]}/${id}`

const paths: Record<ApiNoun, string> = { article: 'articles', claim: 'claims', evidence: 'evidence' }
