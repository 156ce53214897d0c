import type { Conn } from '../../db/conn.ts'
import type { Db } from '../../db/open.ts'
import { write } from '../../db/write.ts'
import { type Person, permit } from '../accounts/permissions.ts'
import { readArticle } from '../articles/article.ts'
import { record } from '../history/record.ts'
import type { PublicReport } from '../reports/public.ts'
import { newsroomName } from '../reports/published.ts'
import { allInCodePoints } from '../text/code-points.ts'
import type { Annotated, AnnotatedArticle } from './annotation.ts'
import { claimsToAnnotate, tagsToAnnotate, textsToAnnotate } from './store.ts'

/** What readers may be told of an article’s claims: those that are published. */
export function publicAnnotations({ path, article, newsroom, claims }: PublicReport, origin: string): AnnotatedArticle {
  const standing = claims.filter(({ state }) => state === 'published')
  return {
    url: `${origin}${path}/annotations.jsonld`,
    article,
    newsroom,
    claims: standing.map(({ place, ...claim }) => ({
      ...claim,
      url: origin + claim.path,
      quote: { ...place, exact: claim.quote },
      textSha256: place.textSha256,
      created: claim.publishedAt,
      modified: claim.updatedAt,
    })),
  }
}

/** Writes down that somebody takes the annotations of an article out of the newsroom. Throws NotFound. */
export async function recordAnnotations(db: Db, person: Person, articleId: number): Promise<void> {
  permit(person, 'claims.export')
  await write(db, async (tx) => {
    await readArticle(tx, articleId)
    await record(tx, person, 'annotations.exported', { article: articleId }, {})
  })
}

/** Every claim of an article but those set aside, for signed-in people. Throws NotFound. */
export async function deskAnnotations(conn: Conn, articleId: number, origin: string): Promise<AnnotatedArticle> {
  const article = await readArticle(conn, articleId)
  const claims = await claimsToAnnotate(conn, articleId)
  const texts = new Map((await textsToAnnotate(conn, articleId)).map((version) => [version.id, version]))
  const tags = Map.groupBy(await tagsToAnnotate(conn, articleId), ({ claimId }) => claimId)
  const annotated = [...Map.groupBy(claims, ({ versionId }) => versionId)].flatMap(([versionId, some]) => {
    const { text = '', sha256 = '' } = texts.get(versionId) ?? {}
    const places = allInCodePoints(text, some)
    return some.map(({ id, quote: exact, prefix, suffix, ...claim }, at): Annotated & { id: number } => ({
      ...claim,
      id,
      url: `${origin}/claims/${id}`,
      quote: { exact, prefix, suffix, codePoints: places[at] ?? claim },
      textSha256: sha256,
      tags: (tags.get(id) ?? []).map(({ name }) => name),
    }))
  })
  return {
    url: `${origin}/articles/${articleId}/annotations.jsonld`,
    article,
    newsroom: await newsroomName(conn),
    claims: annotated.toSorted((a, b) => a.id - b.id),
  }
}
