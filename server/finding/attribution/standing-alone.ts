import type { Span } from '../../articles/sentences.ts'
import type { Found } from './attribute.ts'
import { isSpeech } from './content.ts'
import type { Quotation } from './quotations.ts'
import type { Speaker, Speakers } from './speakers.ts'
import type { Stream } from './streams.ts'

type Work = {
  text: string
  narrated: readonly Stream[]
  quotations: readonly Quotation[]
  found: readonly Found[]
  speakers: Speakers
}

/** Quotations with no word beside them that tells who speaks: whoever spoke before, or whom the sentence before is about. */
export function withoutCue({ text, narrated, quotations, found, speakers }: Work): Found[] {
  const taken = new Map<number, Found>()
  for (const one of found) for (const quotation of one.quotations) taken.set(quotation, one)
  const added: Found[] = []
  let before: { found: Found; sentence: number } | undefined
  for (const [sentence, { tokens, block }] of narrated.entries()) {
    for (const [at, token] of tokens.entries()) {
      if (token.quotation === undefined) continue
      const known = taken.get(token.quotation)
      if (known) {
        before = { found: known, sentence }
        continue
      }
      const opensSentence = tokens.slice(0, at).every(({ kind }) => kind !== 'word')
      if (!isSpeech(token) && !(opensSentence && token.text.length > 25)) continue
      const guess = speakerOf({ sentence, block, narrated, before, speakers, opensSentence, index: at })
      if (!guess) continue
      const one: Found = {
        source: guess.source,
        content: [...(quotations[token.quotation]?.parts ?? [])],
        speaker: guess.speaker,
        manner: 'direct',
        confidence: guess.confidence,
        quotations: [token.quotation],
        sentence,
      }
      taken.set(token.quotation, one)
      added.push(one)
      before = { found: one, sentence }
    }
  }
  return text === '' ? [] : added
}

type Guess = { source: Span[]; speaker: Speaker | undefined; confidence: number }
type Where = {
  sentence: number
  block: number
  index: number
  narrated: readonly Stream[]
  before: { found: Found; sentence: number } | undefined
  speakers: Speakers
  opensSentence: boolean
}

function speakerOf({ sentence, block, narrated, before, speakers, opensSentence }: Where): Guess | undefined {
  const own = !opensSentence ? speakers.subjectOf(sentence) : undefined
  if (own) return { source: sourceOf(own), speaker: own, confidence: 0.5 }
  const previous = narrated[sentence - 1]
  const isNear =
    before && (narrated[before.sentence]?.block === block || block - (narrated[before.sentence]?.block ?? -9) === 1)
  if (before && (before.sentence === sentence || before.sentence === sentence - 1) && isNear)
    return goingOn(before.found, narrated[before.sentence]?.block === block ? 0.8 : 0.6)
  const subject = previous && block - previous.block <= 1 ? speakers.subjectOf(sentence - 1) : undefined
  if (subject) return { source: sourceOf(subject), speaker: subject, confidence: previous?.block === block ? 0.6 : 0.5 }
  if (before && isNear) return goingOn(before.found, 0.5)
  const next = narrated[sentence + 1]
  const below = next && next.block - block <= 1 ? speakers.subjectOf(sentence + 1) : undefined
  return below && { source: sourceOf(below), speaker: below, confidence: 0.45 }
}

const goingOn = ({ source, speaker, confidence }: Found, sure: number): Guess => ({
  source,
  speaker,
  confidence: Math.min(confidence, sure),
})
const sourceOf = ({ entity }: Speaker): Span[] =>
  entity ? [{ start: entity.start, end: entity.start + entity.name.length }] : []
