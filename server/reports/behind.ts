import type { Conn } from '../../db/conn.ts'
import { articleAt, claimNumbered } from './behind-store.ts'
import { publishedArticle, publishedClaim } from './published.ts'
import { claimNumberIn } from './slug.ts'

/** What a public page is about: its heading as readers know it, and the rows of the desk behind it, which readers never see. */
export type Behind = { path: string; heading: string; articleId: number; claimId: number | null }

/** What is behind a public address, given as its path from the root; undefined where nothing is to be read. */
export async function behind(conn: Conn, path: string): Promise<Behind | undefined> {
  const [, slug, claim] = /^\/reports\/([^/?#]+)(?:\/([^/?#]+))?$/.exec(decoded(path)) ?? []
  if (slug === undefined) return undefined
  return claim === undefined ? reportBehind(conn, slug) : claimBehind(conn, slug, claim)
}

async function reportBehind(conn: Conn, slug: string): Promise<Behind | undefined> {
  const [found, at] = [await publishedArticle(conn, slug), await articleAt(conn, slug)]
  if (!found || !('here' in found) || !at) return undefined
  const { path, article } = found.here
  return { path, heading: article.title, articleId: at.articleId, claimId: null }
}

async function claimBehind(conn: Conn, slug: string, claim: string): Promise<Behind | undefined> {
  const [found, at, number] = [
    await publishedClaim(conn, slug, claim),
    await articleAt(conn, slug),
    claimNumberIn(claim),
  ]
  if (!found || !('here' in found) || !at || number === undefined) return undefined
  const claimId = await claimNumbered(conn, at.reportId, number)
  if (claimId === undefined) return undefined
  return { path: found.here.path, heading: found.here.statement, articleId: at.articleId, claimId }
}

function decoded(path: string): string {
  try {
    return decodeURI(path)
  } catch {
    return ''
  }
}
