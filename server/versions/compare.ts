import type { Block } from '../../db/schema/index.ts'
import { type Span, splitSentences } from '../articles/sentences.ts'
import { type Outcome, type Place, compared, placesFor, reanchor } from '../claims/reanchor.ts'
import { alignTexts } from './align.ts'
import { carriedSentences } from './carried.ts'
import { type Difference, type Piece, differenceOf, piecesOf } from './difference.ts'

/** A claim that stands in the text before; or one that has lost its words earlier, with what it was anchored by. */
type Standing = { id: number } & Span
type Away = { id: number; quote: string; prefix: string; suffix: string; start: number }

export type Job = {
  before: string
  after: string
  blocks: Block[]
  language: string
  sentences: Span[]
  claims: Standing[]
  away: Away[]
}

/** A place that is proposed for a claim, with the difference to its words. */
type Proposal = Place & { pieces: Piece[] }
export type Fate = { id: number } & (Exclude<Outcome, { kind: 'moved' }> | { kind: 'moved'; places: Proposal[] })

/** What a new text changes. `carried` tells of each new sentence which old one it is, by index; null for a new one. */
export type Comparison = {
  difference: Difference
  sentences: Span[]
  carried: (number | null)[]
  claims: Fate[]
  away: Fate[]
}

/** Holds a new text against the one before. May take seconds: see `compareApart`. */
export function compare({ before, after, blocks, language, ...of }: Job): Comparison {
  const alignment = alignTexts(before, after)
  const texts = compared(before, after, alignment)
  const sentences = splitSentences(after, blocks, language)
  const withPieces = (quote: string, place: Place): Proposal => ({ ...place, pieces: change(quote, after, place) })
  return {
    difference: differenceOf(before, after, alignment.forward),
    sentences,
    carried: carriedSentences({ before, after, sure: alignment.sure }, of.sentences, sentences),
    claims: of.claims.map(({ id, start, end }) => {
      const outcome = reanchor({ start, end }, texts)
      if (outcome.kind !== 'moved') return { id, ...outcome }
      const quote = before.slice(start, end)
      return { id, kind: 'moved', places: outcome.places.map((place) => withPieces(quote, place)) }
    }),
    away: of.away.map(({ id, quote, start, ...around }) => {
      const places = placesFor(quote, { text: after, at: start, ...around })
      return places.length > 0
        ? { id, kind: 'moved', places: places.map((place) => withPieces(quote, place)) }
        : { id, kind: 'lost' }
    }),
  }
}

const change = (quote: string, after: string, { start, end }: Place): Piece[] => {
  const now = after.slice(start, end)
  return piecesOf(quote, now, alignTexts(quote, now).forward)
}
