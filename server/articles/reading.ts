import type { Conn } from '../../db/conn.ts'
import { type ClaimMark, claimsOfArticle } from '../claims/claim.ts'
import { missing } from '../errors.ts'
import { type Article, type Sentence, type Text, readArticle, readText } from './article.ts'

/** An article with everything that is marked in its text. */
export type Reading = { article: Article; text: Text; claims: ClaimMark[] }

/** What stands beside the text: a claim, a sentence, or nothing; `asked` tells that the address named it. */
export type Focus =
  | { kind: 'claim'; claim: ClaimMark; asked: boolean }
  | { kind: 'sentence'; sentence: Sentence; asked: true }
  | { kind: 'nothing'; asked: false }

/** Throws NotFound. Three queries, whatever the length. */
export async function readReading(conn: Conn, articleId: number): Promise<Reading> {
  const article = await readArticle(conn, articleId)
  return { article, text: await readText(conn, articleId), claims: await claimsOfArticle(conn, articleId) }
}

/** The claim or sentence asked for, else the first claim that waits for work. Throws NotFound for one of another article. */
export function focusOf({ text, claims }: Reading, asked: { claim?: number; sentence?: number }): Focus {
  if (asked.sentence !== undefined) {
    const sentence = text.sentences.find(({ id }) => id === asked.sentence) ?? missing('sentence in this article')
    return { kind: 'sentence', sentence, asked: true }
  }
  if (asked.claim !== undefined) {
    const claim = claims.find(({ id }) => id === asked.claim) ?? missing('claim in this article')
    return { kind: 'claim', claim, asked: true }
  }
  const claim = claims.find(needsWork) ?? claims[0]
  return claim ? { kind: 'claim', claim, asked: false } : { kind: 'nothing', asked: false }
}

const done = new Set(['decided', 'published', 'set_aside'])
const needsWork = ({ state }: ClaimMark) => !done.has(state)
