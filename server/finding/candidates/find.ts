import type { Span } from '../../articles/sentences.ts'
import type { ClaimKind } from '../../../db/schema/index.ts'
import { type Attributed, type Attribution, attribute } from '../attribution/attribute.ts'
import { type Worth, explainedWorth, isOverLine, worthOf } from '../worthiness/worthiness.ts'
import type { Reason } from '../worthiness/words.ts'
import { type Clause, clausesOf } from './clauses.ts'
import { kindOf } from './kind.ts'
import { tellsOfNamed } from './signs.ts'
import { type Place, placesIn, statementOf } from './statement.ts'

/**
 * A claim that the program proposes. Offsets are UTF-16 code units of the text; `sentence` counts from 0; `confidence` says
 * how sure it is of who said it, 0 to 1, and is 0 where the text itself says so.
 */
export type Candidate = Span &
  Worth & {
    sentence: number
    quote: string
    statement: string
    kind: ClaimKind
    claimant: string | null
    claimantRole: string | null
    reportedBy: string | null
    confidence: number
    reasons: Reason[]
  }

type Divided = { blocks: readonly Span[]; sentences: readonly Span[]; language: string }

/** The claims that a text seems to make, in its order. Who said it is read in English only. */
export function findCandidates(text: string, { blocks, sentences, language }: Divided): Candidate[] {
  const attributed = attribute(text, { blocks, sentences: sentences })
  const isKnown = /^en(?:-|$)/i.test(language)
  const places = isKnown ? placesIn(text, attributed) : []
  const narrated = narratedAt(attributed)
  const near = nearTo(attributed.attributions, sentences)
  return sentences.flatMap((sentence, number) => {
    const words = text.slice(sentence.start, sentence.end)
    const worth = worthOf(words, language)
    if (/\?[”"’]?$/.test(words)) return []
    const over = isOverLine(worth)
    const stream = over || worth.score < leastScore || !isKnown ? undefined : narrated.get(sentence.start)
    if (!over && (stream === undefined || !tellsOfNamed(attributed, stream))) return []
    const explained = explainedWorth(words, language).reasons
    const reasons = over
      ? explained
      : [{ words: 'somebody named does something', raises: true }, ...explained].slice(0, 5)
    const clauses = isKnown
      ? clausesOf(text, sentence, { near: near[number] ?? [], all: attributed.attributions })
      : [{ ...sentence, chain: [] }]
    return clauses.map((clause) => ({
      sentence: number,
      ...asserted(text, clause, { places, carried: carrierOf(text, { number, sentences, near }) }),
      ...worth,
      reasons,
    }))
  })
}

// Under this, even what somebody named does is hardly ever checked.
const leastScore = 0.12

type Context = { places: readonly Place[]; carried: Attribution | undefined }

function asserted(text: string, { start, end, chain }: Clause, { places, carried }: Context) {
  const [said, carrier = said ? undefined : carried] = chain
  const quote = text.slice(start, end)
  const speaker = said?.speaker
  const statement = statementOf(text, { start, end }, { places, speaker })
  return {
    start,
    end,
    quote,
    statement,
    kind: kindOf(quote, { cited: / said: “/.test(statement) && !quote.includes(' said: “') }),
    claimant: speaker?.name || null,
    claimantRole: speaker?.role || null,
    reportedBy: carrier?.speaker?.name || null,
    confidence: said?.confidence ?? 0,
  }
}

// “The proposal … also includes …”, after a report was named: it is still the report that says so.
function carrierOf(
  text: string,
  {
    number,
    sentences,
    near,
  }: { number: number; sentences: readonly Span[]; near: readonly (readonly Attribution[])[] },
): Attribution | undefined {
  const own = sentences[number]
  const before = sentences[number - 1]
  if (!own || !before || text.slice(before.end, own.start).includes('\n')) return undefined
  if (
    !/\b(?:allegedly|reportedly|the report|also includes?|also contains?|it adds|it also)\b/i.test(
      text.slice(own.start, own.end),
    )
  )
    return undefined
  const outer = near[number - 1]?.find(
    ({ reportedBy, content }) => reportedBy === undefined && content.some(({ start }) => start >= before.start),
  )
  return outer && /\baccording to\b|\breport/i.test(text.slice(before.start, before.end)) ? outer : undefined
}

function narratedAt({ streams }: Attributed): Map<number, number> {
  return new Map(
    streams.flatMap(({ tokens, inside }, index) =>
      inside === undefined && tokens[0] ? [[tokens[0].start, index] as const] : [],
    ),
  )
}

/** The attributions whose content meets each sentence. */
function nearTo(attributions: readonly Attribution[], sentences: readonly Span[]): Attribution[][] {
  const near: Attribution[][] = sentences.map(() => [])
  for (const one of attributions) {
    for (const { start, end } of one.content) {
      for (
        let at = firstEndingAfter(sentences, start);
        at < sentences.length && (sentences[at]?.start ?? end) < end;
        at++
      )
        near[at]?.push(one)
    }
  }
  return near
}

function firstEndingAfter(sentences: readonly Span[], place: number): number {
  let low = 0
  let high = sentences.length
  while (low < high) {
    const middle = (low + high) >> 1
    if ((sentences[middle]?.end ?? 0) <= place) low = middle + 1
    else high = middle
  }
  return low
}
