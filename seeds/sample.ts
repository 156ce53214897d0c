import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Tx } from '../db/conn.ts'
import type { Db } from '../db/open.ts'
import { write } from '../db/write.ts'
import { type NewArticle, addArticle } from '../server/articles/article.ts'
import { linesAsBlocks } from '../server/articles/blocks.ts'
import { addClaim } from '../server/claims/make.ts'
import { type SampleClaim, sampleClaims } from './sample-claims.ts'

/** The text of the sample article, as it is given. */
export const sampleText = (): string =>
  readFileSync(join(import.meta.dirname, 'sample-article.txt'), 'utf8').replaceAll('\r\n', '\n')

/** Takes the sample article and its claims into a new database: all of it or nothing. */
export async function takeInSample(db: Db): Promise<void> {
  const text = sampleText()
  await write(db, async (tx) => {
    const added = await addArticle(tx, null, sampleArticle(text))
    for (const claim of sampleClaims) await addSampleClaim(tx, { ...added, text, claim })
  })
}

// The text names no title, outlet, author or address. Nor a date: “Wednesday” and “Tuesday” stand in it without one, so
// neither the article nor any claim has a day, however well readers may know it.
const sampleArticle = (text: string): NewArticle => ({
  title: 'London peace talks on Ukraine',
  outlet: null,
  byline: null,
  url: null,
  publishedOn: null,
  language: 'en',
  kind: 'article',
  text,
  blocks: linesAsBlocks(text),
})

type Placed = { articleId: number; versionId: number; text: string; claim: SampleClaim }

async function addSampleClaim(tx: Tx, { articleId, versionId, text, claim }: Placed): Promise<void> {
  await addClaim(tx, null, {
    articleId,
    versionId,
    ...spanOf(text, claim),
    statement: claim.statement,
    claimant: claim.by?.name ?? null,
    claimantRole: claim.by?.role || null,
    claimantKind: claim.by?.kind ?? null,
    reportedBy: claim.reportedBy?.name ?? null,
    claimedOn: null,
    claimedPlace: claim.place ?? null,
    kind: claim.kind,
    tags: claim.tags ?? [],
    priority: 2,
    assigneeId: null,
    dueOn: null,
  })
}

/**
 * Where the quote stands, in UTF-16 code units, read from `after` on where that is given. Throws when it is not there, or
 * when it is there more than once.
 */
export function spanOf(text: string, { quote, after = '' }: { quote: string; after?: string }) {
  const from = text.indexOf(after)
  const quoteStart = text.indexOf(quote, from + after.length)
  if (from < 0 || quoteStart < 0) throw new Error(`Not in the text: ${quote}`)
  if (after === '' && text.includes(quote, quoteStart + 1)) throw new Error(`More than once in the text: ${quote}`)
  return { quoteStart, quoteEnd: quoteStart + quote.length }
}
