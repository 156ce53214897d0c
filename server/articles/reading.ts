import type { Conn } from '../../db/conn.ts'
import { type ClaimMark, claimsOfArticle } from '../claims/claim.ts'
import { missing } from '../errors.ts'
import { type Candidates, type OpenCandidate, candidatesOf } from '../finding/open.ts'
import { correctionInForce } from '../finding/learning.ts'
import { readPlace } from '../finding/words.ts'
import { type Correction, corrected } from '../finding/worthiness/correction.ts'
import { worthsOfText } from '../finding/worthiness/of-text.ts'
import { type Explained, type Worth, explainedWorth } from '../finding/worthiness/worthiness.ts'
import { type SignOff, signOffOf } from './sign-off.ts'
import { type Article, type Sentence, type Text, readArticle, readText } from './article.ts'

/** An article with everything that is marked in its text. */
export type Reading = {
  article: Article
  text: Text
  /** Those whose words stand in the text, and those that have lost theirs or are no longer in it. */
  claims: ClaimMark[]
  away: ClaimMark[]
  signOff: SignOff | undefined
  /** How much each sentence is worth checking, in text order. */
  worths: Worth[]
  /** What the newsroom's decisions change about that, while learning is on. */
  correction: Correction | undefined
  /** What the program proposes and nobody has decided about, and what was decided. */
  candidates: Candidates
}

/** What stands beside the text: a claim, a sentence, or nothing; `asked` tells that the address named it. */
export type Focus =
  | { kind: 'claim'; claim: ClaimMark; asked: boolean }
  | { kind: 'sentence'; sentence: Sentence; worth: Explained; asked: true }
  | { kind: 'candidate'; candidate: OpenCandidate; asked: boolean }
  | { kind: 'all_decided'; asked: true }
  | { kind: 'nothing'; asked: false }

/** Throws NotFound. Seven queries, whatever the length; another for who signed the article off, three while learning is on. */
export async function readReading(conn: Conn, articleId: number): Promise<Reading> {
  const article = await readArticle(conn, articleId)
  const text = await readText(conn, articleId)
  const all = await claimsOfArticle(conn, articleId)
  const claims = all.filter(({ standing }) => standing === 'here')
  const correction = await correctionInForce(conn)
  const worths = await worthsOfText(text, article.language)
  return {
    article,
    text,
    claims,
    away: all.filter(({ standing }) => standing !== 'here'),
    candidates: await candidatesOf(conn, { article, text, claims, correction }),
    signOff: await signOffOf(conn, article),
    worths: correction ? worths.map((worth) => corrected(worth, correction, article.language)) : worths,
    correction,
  }
}

/** What an address asks for; a candidate by its place, which may be decided by now. */
type Asked = { claim?: number; sentence?: number; candidate?: string }

/** The claim or sentence asked for, else the first claim that waits for work. Throws NotFound for one of another article. */
export function focusOf({ article, text, claims, away, candidates, correction }: Reading, asked: Asked): Focus {
  if (asked.candidate !== undefined) return candidateAt(candidates.open, asked.candidate)
  if (asked.sentence !== undefined) {
    const sentence = text.sentences.find(({ id }) => id === asked.sentence) ?? missing('sentence in this article')
    return { kind: 'sentence', sentence, worth: explain({ article, text, correction }, sentence), asked: true }
  }
  if (asked.claim !== undefined) {
    const claim = [...claims, ...away].find(({ id }) => id === asked.claim) ?? missing('claim in this article')
    return { kind: 'claim', claim, asked: true }
  }
  const claim = claims.find(needsWork) ?? claims[0]
  return claim ? { kind: 'claim', claim, asked: false } : { kind: 'nothing', asked: false }
}

// The one at that place, else the next one after it, else the first.
function candidateAt(open: readonly OpenCandidate[], key: string): Focus {
  const at = readPlace(key) ?? missing('possible claim')
  const candidate = open.find((one) => one.key === key) ?? open.find(({ start }) => start >= at.start) ?? open[0]
  return candidate ? { kind: 'candidate', candidate, asked: true } : { kind: 'all_decided', asked: true }
}

/** How much a sentence of the article is worth checking, and why. */
export function explain(
  { article, text, correction }: Pick<Reading, 'article' | 'text' | 'correction'>,
  { start, end }: Sentence,
): Explained {
  const worth = explainedWorth(text.text.slice(start, end), article.language)
  return correction ? corrected(worth, correction, article.language) : worth
}

const done = new Set(['decided', 'published', 'set_aside'])
const needsWork = ({ state }: ClaimMark) => !done.has(state)
