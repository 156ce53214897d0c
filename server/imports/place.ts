import { write } from '../../db/write.ts'
import type { Person } from '../accounts/permissions.ts'
import { addArticle } from '../articles/article.ts'
import { joinPieces } from '../articles/blocks.ts'
import type { World } from '../world.ts'
import type { Import } from './import.ts'
import type { Fresh } from './rows.ts'
import { updateImport } from './store.ts'

/** The article that rows stand in, and where in its text each does, in UTF-16 code units, by the number of the row. */
export type Place = {
  articleId: number
  versionId: number
  text: string
  spans: Map<number, { start: number; end: number }>
}

/**
 * The article of the claims among those rows, a paragraph each; undefined when there is none. It is made before its rows, and
 * known again by the first row of its block when the server ended in between.
 */
export async function placeFor(
  { db }: World,
  { person, file, firstRow }: { person: Person; file: Import; firstRow: number },
  fresh: readonly Fresh[],
): Promise<Place | undefined> {
  const pieces = fresh.flatMap(({ row, value }) =>
    value.kind === 'claims' ? [{ row, text: value.quote, kind: 'paragraph' as const }] : [],
  )
  if (pieces.length === 0) return undefined
  const { text, blocks } = joinPieces(pieces)
  const spans = new Map(blocks.map((block, at) => [pieces[at]?.row ?? 0, block]))
  if (file.articleRow === firstRow && file.articleId !== null && file.versionId !== null)
    return { articleId: file.articleId, versionId: file.versionId, text, spans }
  const lines = [fresh[0]?.line, fresh.at(-1)?.line]
  const details = {
    title: `${file.fileName}, lines ${lines.join('–')}`,
    outlet: null,
    byline: null,
    url: null,
    publishedOn: null,
    language: file.plan.language,
    kind: 'transcript' as const,
  }
  const made = await write(db, async (tx) => {
    const article = await addArticle(tx, person, { ...details, text, blocks })
    await updateImport(tx, file.id, { ...article, articleRow: firstRow })
    return article
  })
  return { ...made, text, spans }
}
