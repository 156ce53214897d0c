import type { Db } from '../../db/open.ts'
import { write } from '../../db/write.ts'
import type { Person } from '../../server/accounts/permissions.ts'
import { addArticle } from '../../server/articles/article.ts'
import { linesAsBlocks } from '../../server/articles/blocks.ts'
import { type NewClaim, addClaim } from '../../server/claims/make.ts'

export const text = [
  'The harbour authority defended its record on Tuesday. “It never stopped dredging 🚢 for the herring run,” the master said.',
  'She confirmed that the silting has been slowing, with 40 % less sand moved since January.',
].join('\n\n')

/** An article of a fictional port, and where some of its words stand. */
export async function anArticle(db: Db, person: Person) {
  const details = { title: 'Port Ellery argues', outlet: 'The Bell', byline: null, url: null, publishedOn: '2025-04' }
  const article = { ...details, language: 'en', kind: 'article' as const, text, blocks: linesAsBlocks(text) }
  const added = await write(db, (tx) => addArticle(tx, person, article))
  return { ...added, place: placeOf }
}

/** Where words of the text stand, as forms name it. */
export function placeOf(words: string): { start: number; end: number } {
  const start = text.indexOf(words)
  if (start < 0) throw new Error(`The text does not hold “${words}”`)
  return { start, end: start + words.length }
}

const plain = { claimant: null, claimantRole: null, reportedBy: null, claimedOn: null, claimedPlace: null }

/** A claim of the article, with whatever a test wants otherwise; returns its id. */
export async function aClaim(
  db: Db,
  person: Person,
  article: { articleId: number; versionId: number },
  wanted: Partial<NewClaim> & { words?: string } = {},
): Promise<number> {
  const { words = 'the silting has been slowing', ...rest } = wanted
  const { start, end } = placeOf(words)
  const claim: NewClaim = {
    articleId: article.articleId,
    versionId: article.versionId,
    quoteStart: start,
    quoteEnd: end,
    statement: 'The silting of the harbour of Port Ellery has been slowing.',
    kind: 'event',
    priority: 2,
    tags: [],
    assigneeId: null,
    dueOn: null,
    ...plain,
    ...rest,
  }
  return write(db, (tx) => addClaim(tx, person, claim))
}
