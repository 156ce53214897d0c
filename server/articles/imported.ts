import type { Tx } from '../../db/conn.ts'
import type { Block } from '../../db/schema/index.ts'
import { record } from '../history/record.ts'
import { freezeText, rowOf } from './article.ts'
import { splitSentences } from './sentences.ts'
import { findArticle, insertArticle, insertSentences } from './store.ts'

type Imported = {
  /** Its number where it came from, which it keeps where that is free. */
  id: number
  title: string
  publishedOn: string | null
  outlet: string | null
  language: string
  /** The oldest first. */
  versions: { number: number; text: string; blocks: Block[] }[]
}

/** Adds an article out of our own file, with the versions that it tells of. The sentences are those of the newest one. */
export async function addImportedArticle(
  tx: Tx,
  actor: { id: number },
  { id, versions, ...details }: Imported,
): Promise<{ articleId: number; versionIds: number[] }> {
  const by = { addedById: actor.id, createdAt: tx.now }
  const own = (await findArticle(tx, id)) ? {} : { id }
  const row = rowOf({ ...details, byline: null, url: null, kind: 'article' })
  const articleId = await insertArticle(tx, { ...own, ...row, ...by })
  const versionIds: number[] = []
  for (const [at, version] of versions.entries()) {
    const { versionId, sha256 } = await freezeText(tx, actor, { articleId, ...version })
    versionIds.push(versionId)
    if (at < versions.length - 1) continue
    const spans = splitSentences(version.text, version.blocks, details.language)
    await insertSentences(tx, versionId, spans)
    const told = { title: details.title, version: version.number, sha256, sentences: spans.length }
    await record(tx, actor, 'article.added', { article: articleId }, told)
  }
  return { articleId, versionIds }
}
