import { articleKinds } from '../../db/schema/index.ts'
import { textHash } from '../../server/articles/article.ts'
import { addClaim } from './claims.ts'
import { type Print, printText } from './press.ts'
import type { Tables } from './tables.ts'
import { outlets, places, topics } from './wording.ts'

/** Adds one article with so many claims, and all that was done with them. Its version has the same id. */
export function addArticle(tables: Tables, id: number, claims: number): void {
  const print = printText(tables.dice, claims)
  const by = tables.dice.pick(tables.checkers)
  addText(tables, { id, by, print })
  addSentences(tables, id, print)
  for (const [index, quote] of print.quotes.entries()) {
    addClaim(tables, { articleId: id, number: index + 1, text: print.text, quote, by })
  }
}

type NewText = { id: number; by: number; print: Print }

function addText({ add, dice, ledger }: Tables, { id, by, print }: NewText): void {
  const { text, blocks, sentences } = print
  const title = `${dice.pick(places)}: the ${dice.pick(topics)} and the ${dice.pick(topics)}, part ${id}`
  const key = `news-${id % 89}.example/${id}`
  const sha256 = textHash(text)
  ledger.tell(by, 'article.added', { article: id }, { title, version: 1, sha256, sentences: sentences.length })
  const added = { added_by_id: by, created_at: ledger.now() }
  add.articles({
    id,
    title,
    outlet: dice.pick(outlets),
    byline: null,
    url: `https://${key}`,
    url_key: key,
    published_on: ledger.now().slice(0, 10),
    language: 'en',
    kind: dice.pick(articleKinds),
    ...added,
  })
  add.versions({ id, article_id: id, number: 1, text, blocks: JSON.stringify(blocks), sha256, ...added })
}

// Six in ten of the sentences without a claim were looked at and set aside.
function addSentences({ add, dice }: Tables, versionId: number, { sentences }: Print): void {
  for (const [index, { start, end, isClaim }] of sentences.entries()) {
    const triage = isClaim ? 'claim' : dice.inHundred(60) ? 'not_a_claim' : 'untouched'
    const reason = triage === 'not_a_claim' ? 'opinion' : null
    add.sentences({ version_id: versionId, number: index + 1, start, end, triage, reason })
  }
}
