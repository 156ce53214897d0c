import type { Span } from '../../articles/sentences.ts'
import { Cast } from './cast.ts'
import { type Cue, cuesIn } from './cues.ts'
import { type Quotation, quotationsIn } from './quotations.ts'
import { type Referents, noteReferents } from './referents.ts'
import { type Speaker, Speakers } from './speakers.ts'
import { type Stream, narration, quoted } from './streams.ts'
import { withoutCue } from './standing-alone.ts'

/**
 * Who said what. `source` are the words that name them, `content` what was said: a quotation with its marks. Offsets are
 * UTF-16 code units. `reportedBy` is the place in the list of the attribution whose content holds this one.
 */
export type Attribution = {
  source: Span[]
  content: Span[]
  speaker: Speaker | undefined
  manner: 'direct' | 'indirect'
  confidence: number
  reportedBy?: number
}

/** `referents` tells by its place whom a “he” or “she” means. */
export type Attributed = { attributions: Attribution[]; cast: Cast; streams: Stream[]; referents: Referents }
type Divided = { blocks: readonly Span[]; sentences: readonly Span[] }

/** Reads who said what out of a text, by rules alone. Blocks and sentences are those of the text, in order. */
export function attribute(text: string, { blocks, sentences }: Divided): Attributed {
  const quotations = quotationsIn(text, blocks)
  const starts = new Set(sentences.map(({ start }) => start))
  const parts = quotations.flatMap((one, quotation) => one.parts.map((span) => ({ span, quotation })))
  const narrated = narration(text, blocks, { starts, parts })
  const inner = quotations.flatMap((one, quotation) => quoted(text, one, { quotation, starts }))
  const streams = [...narrated, ...inner]
  const cast = new Cast(streams)
  const speakers = new Speakers(cast)
  const whole = wholeOf(quotations)
  const referents: Referents = new Map()
  const found = narrated.flatMap((_stream, sentence) => {
    const told = ofNarration({ streams, sentence, speakers, whole })
    noteReferents({ streams, sentence, speakers, referents })
    return told
  })
  const alone = withoutCue({ text, narrated, quotations, found, speakers })
  const bySpeaker = speakersOf([...found, ...alone])
  const nested = inner.flatMap((stream, index) => {
    const speaker = bySpeaker.get(stream.inside ?? -1)
    const place = { streams, sentence: narrated.length + index, speakers }
    noteReferents({ ...place, speaker: speaker ?? nobody, referents })
    return ofSentence(place, speaker ?? nobody)
  })
  const attributions = [...found, ...alone, ...nested].toSorted((a, b) => first(a) - first(b) || last(b) - last(a))
  return { attributions: withReporters(attributions), cast, streams, referents }
}

const nobody: Speaker = { name: '', role: '', kind: 'unnamed', confidence: 0 }
const first = ({ content }: Attribution) => Math.min(...content.map(({ start }) => start))
const last = ({ content }: Attribution) => Math.max(...content.map(({ end }) => end))

/** An attribution and the quotations that it holds. */
export type Found = Attribution & { quotations: number[]; sentence: number }

type Work = { streams: readonly Stream[]; sentence: number; speakers: Speakers }

type Whole = ReadonlyMap<number, Span[]>

// A quotation that goes on in the next paragraph is one unit.
const wholeOf = (quotations: readonly Quotation[]): Whole =>
  new Map(quotations.filter(({ parts }) => parts.length > 1).map(({ parts }) => [parts[0]?.start ?? 0, parts]))

function ofNarration({ whole, ...work }: Work & { whole: Whole }): Found[] {
  return ofSentence(work).map((one) => ({
    ...one,
    content: one.content.flatMap((span) => whole.get(span.start) ?? [span]),
  }))
}

function ofSentence({ streams, sentence, speakers }: Work, speaker?: Speaker): Found[] {
  const tokens = streams[sentence]?.tokens ?? []
  return cuesIn(tokens).map((cue) => {
    const who = speakers.resolve(cue.source, { streams, sentence, speaker })
    const spans = [cue.source, ...cue.contents].map(({ from, to }) => ({
      start: tokens[from]?.start ?? 0,
      end: tokens[to - 1]?.end ?? 0,
    }))
    const [source, ...content] = spans
    const held = cue.contents.flatMap(({ from, to }) =>
      tokens.slice(from, to).flatMap(({ quotation }) => quotation ?? []),
    )
    return {
      source: source ? [source] : [],
      content,
      speaker: who,
      manner: cue.clause ? 'indirect' : 'direct',
      confidence: Math.min(who?.confidence ?? 0, certainty(cue)),
      quotations: held,
      sentence,
    }
  })
}

const certainty = ({ manner, clause }: Cue): number => {
  if (!clause) return manner === 'call' ? 0.85 : 0.95
  return manner === 'weak' ? 0.8 : 0.9
}

function speakersOf(found: readonly Found[]): Map<number, Speaker> {
  const speakers = new Map<number, Speaker>()
  for (const { quotations, speaker } of found)
    for (const one of quotations) if (speaker && !speakers.has(one)) speakers.set(one, speaker)
  return speakers
}

// What begins later and ends no later stands inside; those that hold the present place are kept on a pile.
function withReporters(attributions: Attribution[]): Attribution[] {
  const holders: number[] = []
  return attributions.map((one, index) => {
    const start = Math.min(first(one), ...one.source.map((span) => span.start))
    while (holders.length > 0 && endOf(attributions[holders.at(-1) ?? 0]) <= first(one)) holders.pop()
    const reportedBy = holders.findLast((at) =>
      holds(attributions[at], { start, end: last(one), size: last(one) - first(one) }),
    )
    holders.push(index)
    return reportedBy === undefined ? one : { ...one, reportedBy }
  })
}

const endOf = (one: Attribution | undefined) => (one ? last(one) : 0)
const holds = (outer: Attribution | undefined, inner: Span & { size: number }) =>
  outer?.content.some(({ start, end }) => start <= inner.start && inner.end <= end && end - start > inner.size) ?? false
