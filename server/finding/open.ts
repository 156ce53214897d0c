import type { Conn } from '../../db/conn.ts'
import type { Reading } from '../articles/reading.ts'
import { type Candidate, candidatesOfText } from './candidates/of-text.ts'
import { standingOf, takenBackClaims } from './store.ts'
import { corrected } from './worthiness/correction.ts'
import { placeKey } from './words.ts'

/** A candidate that nobody has decided about; `key` names its place, `quoteStart` and `quoteEnd` too, as claims do. */
export type OpenCandidate = Candidate & { key: string; quoteStart: number; quoteEnd: number }
export type Decided = Awaited<ReturnType<typeof standingOf>>[number]
/** The candidates of an article in text order, and what was decided about others, the newest first. */
export type Candidates = { open: OpenCandidate[]; isLooking: boolean; decided: Decided[] }

/** What is still to be decided: not where a claim is made already, nor in a sentence that is set aside. Two queries. */
export async function candidatesOf(
  conn: Conn,
  { article, text, claims, correction }: Pick<Reading, 'article' | 'text' | 'claims' | 'correction'>,
): Promise<Candidates> {
  const found = candidatesOfText(text, article.language)
  const decided = await standingOf(conn, article.id, text.versionId)
  if (found === 'looking') return { open: [], isLooking: true, decided }
  const undone = await takenBackClaims(conn, article.id)
  const known = new Set(decided.flatMap(({ place }) => (place ? placeKey(place) : [])))
  const taken = covering(
    claims
      .filter(({ id, state }) => state !== 'set_aside' || !undone.has(id))
      .map(({ quoteStart, quoteEnd }) => ({ start: quoteStart, end: quoteEnd })),
  )
  const open = found.filter(
    (one) => !known.has(placeKey(one)) && !taken(one) && text.sentences[one.sentence]?.triage !== 'not_a_claim',
  )
  const ranked = correction ? open.map((one) => corrected(one, correction, article.language)) : open
  return {
    open: ranked.map((one) => ({ ...one, key: placeKey(one), quoteStart: one.start, quoteEnd: one.end })),
    isLooking: false,
    decided,
  }
}

type Span = { start: number; end: number }

// Asked in text order, so that no span is looked at for every candidate.
function covering(spans: readonly Span[]): (one: Span) => boolean {
  const sorted = spans.toSorted((a, b) => a.start - b.start)
  const reach: number[] = []
  for (const { end } of sorted) reach.push(Math.max(end, reach.at(-1) ?? 0))
  return ({ start, end }) => {
    const before = sorted.findLastIndex((span) => span.start < end)
    return before >= 0 && (reach[before] ?? 0) > start
  }
}
