import type { Person } from '../accounts/permissions.ts'
import { addImportedArticle } from '../articles/imported.ts'
import { linesAsBlocks } from '../articles/blocks.ts'
import type { World } from '../world.ts'
import type { Import } from './import.ts'
import type { OwnClaim } from './own-row.ts'
import type { PlannedRow } from './rows.ts'
import { insertVersions, versionsMade } from './own-store.ts'
import { type Span, skeletonOf } from './skeleton.ts'
import { inTurns } from './turns.ts'

/** What a version of an article has become here: its text and where the claims stand in it, by their ids where they came from. */
type OwnPlace = { articleId: number; versionId: number; text: string; spans: Map<number, Span> }
/** The same for every version of every article of a file. */
export type OwnPlaces = (claim: Pick<OwnClaim, 'articleThere' | 'articleVersion'>) => OwnPlace | undefined

type Article = { details: OwnClaim['article']; versions: Map<number, OwnClaim[]> }

/**
 * Makes the articles that the claims of a file stand in, each version with what the file has of its text, where it was. What
 * an earlier run has made is known again: the same rows give the same texts.
 */
export async function ownPlaces(
  { db }: World,
  {
    file,
    person,
    rows,
    signal,
  }: { file: Import; person: Person; rows: AsyncIterable<PlannedRow>; signal: AbortSignal },
): Promise<OwnPlaces> {
  const articles = await articlesIn(rows)
  const made = Map.groupBy(await versionsMade(db.reader, file.id), ({ articleThere }) => articleThere)
  const places = new Map<string, OwnPlace>()
  const skeletons = (versions: Article['versions']) =>
    [...versions].map(([number, claims]) => ({ number, ...skeletonOf(claims) })).toSorted((a, b) => a.number - b.number)
  await inTurns(db, [...articles], {
    signal,
    change: async (tx, some) => {
      for (const [there, { details, versions }] of some) {
        const texts = skeletons(versions)
        const known = made.get(there) ?? []
        const ids =
          known.length > 0
            ? { articleId: known[0]?.articleId ?? 0, versionIds: known.map(({ versionId }) => versionId) }
            : await addImportedArticle(tx, person, {
                id: there,
                ...details,
                versions: texts.map(({ number, text }) => ({ number, text, blocks: linesAsBlocks(text) })),
              })
        const rowsMade = texts.map(({ number }, at) => ({ number, versionId: ids.versionIds[at] ?? 0 }))
        if (known.length === 0)
          await insertVersions(
            tx,
            rowsMade.map((row) => ({ importId: file.id, articleThere: there, articleId: ids.articleId, ...row })),
          )
        for (const [at, { number, text, spans }] of texts.entries())
          places.set(`${there} ${number}`, {
            articleId: ids.articleId,
            versionId: ids.versionIds[at] ?? 0,
            text,
            spans,
          })
      }
    },
  })
  return ({ articleThere, articleVersion }) => places.get(`${articleThere} ${articleVersion}`)
}

async function articlesIn(rows: AsyncIterable<PlannedRow>): Promise<Map<number, Article>> {
  const articles = new Map<number, Article>()
  for await (const row of rows) {
    if (!('key' in row) || row.repeats !== undefined || row.value.kind !== 'own_claims') continue
    const { value } = row
    const article = articles.get(value.articleThere) ?? { details: value.article, versions: new Map() }
    articles.set(value.articleThere, article)
    const claims = article.versions.get(value.articleVersion)
    if (claims) claims.push(value)
    else article.versions.set(value.articleVersion, [value])
  }
  return articles
}
