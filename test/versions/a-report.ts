import { and, eq } from 'drizzle-orm'
import { sentences } from '../../db/schema/index.ts'
import { write } from '../../db/write.ts'
import { addArticle, readText } from '../../server/articles/article.ts'
import { linesAsBlocks } from '../../server/articles/blocks.ts'
import { readClaim } from '../../server/claims/claim.ts'
import { addClaim } from '../../server/claims/make.ts'
import { updateTriage } from '../../server/articles/reading-store.ts'
import { newsroom } from '../support/newsroom.ts'
import type { Person } from '../../server/accounts/permissions.ts'

export const first = [
  'The ferry across Ellery Sound sank on 4 May, and 300 people were rescued.',
  'The harbour master said that nobody was told of the storm. It is a disgrace.',
  'The company owns nine ferries. Four of them are older than thirty years.',
].join('\n\n')

/** One sentence before everything, a number of the first claim is another, the third paragraph is gone in part. */
export const second = [
  'This article was corrected on 6 May.',
  'The ferry across Ellery Sound sank on 4 May, and 301 people were rescued.',
  'The harbour master said that nobody was told of the storm. It is a disgrace.',
  'The company has published its accounts.',
].join('\n\n')

const plain = { claimant: null, claimantRole: null, reportedBy: null, claimedOn: null, claimedPlace: null }

/** A newsroom with a report of three paragraphs, four claims in it, and every sentence looked at. */
export async function aReport() {
  const news = await newsroom()
  const { db, cleo, ben } = news
  const details = { title: 'A ferry sinks', outlet: 'The Bell', byline: null, url: null, publishedOn: '2025-05' }
  const article = { ...details, language: 'en', kind: 'article' as const, text: first, blocks: linesAsBlocks(first) }
  const { articleId, versionId } = await write(db, (tx) => addArticle(tx, cleo, article))
  const claim = (words: string, assignee: Person | null = null) =>
    write(db, (tx) => {
      const quoteStart = first.indexOf(words)
      const at = { articleId, versionId, quoteStart, quoteEnd: quoteStart + words.length }
      const rest = { kind: 'event' as const, tags: [], priority: 2 as const, dueOn: null, ...plain }
      return addClaim(tx, cleo, { ...at, ...rest, statement: `Said: ${words}.`, assigneeId: assignee?.id ?? null })
    })
  const claims = {
    told: await claim('nobody was told of the storm'),
    rescued: await claim('300 people were rescued', ben),
    ferries: await claim('The company owns nine ferries'),
    older: await claim('Four of them are older than thirty years', ben),
  }
  await setAside('It is a disgrace.')

  async function setAside(words: string) {
    const { sentences: all } = await readText(db.reader, articleId)
    const start = first.indexOf(words)
    const id = all.find((sentence) => sentence.start === start)?.id ?? 0
    await write(db, (tx) => updateTriage(tx, id, { triage: 'not_a_claim', reason: 'opinion' }))
  }

  const path = `/articles/${articleId}/versions`
  const at = async (id: number) => readClaim(db.reader, id)
  /** What became of the sentences: their words with what was decided. */
  const triage = async () => {
    const { text, sentences: all } = await readText(db.reader, articleId)
    return all.map(({ start, end, triage: what, reason }) => [text.slice(start, end), what, reason])
  }
  const untouchedIn = async (id: number) =>
    db.reader
      .select()
      .from(sentences)
      .where(and(eq(sentences.versionId, id), eq(sentences.triage, 'untouched')))
  return { ...news, articleId, versionId, claims, path, at, triage, untouchedIn }
}
