import type { Span } from '../../articles/sentences.ts'
import type { Attributed, Attribution } from '../attribution/attribute.ts'

/** The words of a sentence that assert something, and who said them: chain[0] said it, the next one carried it. */
export type Clause = Span & { chain: Attribution[] }

/** Below this nobody is named as the one who said it. */
const leastSure = 0.45

/** What a sentence asserts: what others are said to say in it, and what the text itself says besides. */
export function clausesOf(
  text: string,
  sentence: Span,
  { near, all }: { near: readonly Attribution[]; all: Attributed['attributions'] },
): Clause[] {
  const told = near
    .filter(({ confidence }) => confidence >= leastSure)
    .flatMap((one) =>
      one.content
        .map((span) => overlap(span, sentence))
        .filter((span) => !opensWithMarks(text, span, one))
        .map((span) => ({ ...trimmed(text, span), chain: chainOf(one, all), one })),
    )
    .filter(({ start, end }) => wordCount(text.slice(start, end)) >= 3)
    .filter((one, at, list) => list.findIndex(({ start, end }) => start === one.start && end === one.end) === at)
  const whole = trimmed(text, sentence)
  const inner = told.filter(
    (clause) => !told.some((other) => other !== clause && within(other, clause) && covers(other, clause)),
  )
  const outer = inner.filter((clause) => !inner.some((other) => other !== clause && within(clause, other)))
  if (outer.length === 0) return [{ ...whole, chain: sourceOf(near, sentence, all) }]
  const before = own(text, sentence, outer)
  return [...(before ? [before] : []), ...outer.map(({ start, end, chain }) => ({ start, end, chain }))]
}

const overlap = (a: Span, b: Span): Span => ({
  start: Math.max(a.start, b.start),
  end: Math.max(Math.max(a.start, b.start), Math.min(a.end, b.end)),
})
const within = (inner: Span, outer: Span) =>
  inner.start >= outer.start && inner.end <= outer.end && inner.end - inner.start < outer.end - outer.start
const length = ({ start, end }: Span) => end - start
// The clause that is said in turn is the assertion, when hardly anything else stands around it.
const covers = (inner: Span & { one: Attribution }, outer: Span) =>
  length(inner) > 0.6 * length(outer) ||
  (inner.end >= outer.end - 2 && inner.one.source.some(({ start }) => start >= outer.start && start <= outer.start + 5))

// “has found ‘no evidence’ that …” cannot be taken apart: the sentence is the claim.
const opensWithMarks = (text: string, { start, end }: Span, { manner }: Attribution) =>
  manner === 'indirect' &&
  /^[“"‘][^”"’]{1,40}[”"’] \p{Ll}/u.test(text.slice(start, end)) &&
  !/^[“"‘][^”"’]* (?:is|are|was|were|has|have|will|would)\b/.test(text.slice(start, end))

function sourceOf(near: readonly Attribution[], sentence: Span, all: readonly Attribution[]): Attribution[] {
  const told = near.find(
    ({ source, content, confidence }) =>
      confidence >= leastSure &&
      content.some((span) => length(overlap(span, sentence)) > 0) &&
      source.some(({ start }) => start >= sentence.start && start < sentence.end),
  )
  return told ? chainOf(told, all) : []
}

function chainOf(one: Attribution, all: readonly Attribution[]): Attribution[] {
  const chain = [one]
  for (let at = one.reportedBy; at !== undefined && chain.length < 4; at = all[at]?.reportedBy) {
    const next = all[at]
    if (next) chain.push(next)
  }
  return chain
}

const acts =
  /\b(?:addressed|met|visited|announced|signed|launched|opened|closed|published|released|unveiled|resigned|voted|arrived|travelled|attended|won|lost|paid|bought|sold|built|approved|cut|raised|increased|fell|rose)\b/

// “Healey addressed Parliament on Tuesday, affirming that …”: what stands before is a claim of the text’s own.
function own(text: string, sentence: Span, told: readonly (Span & { one: Attribution })[]): Clause | undefined {
  const [first] = told
  if (!first || first.one.manner === 'direct') return undefined
  const before = text.slice(sentence.start, first.start)
  const cut = /, \p{L}+ing(?: that)? $/u.exec(before)
  if (!cut || !acts.test(before)) return undefined
  return { ...trimmed(text, { start: sentence.start, end: sentence.start + cut.index }), chain: [] }
}

// Without white space, marks around the whole, and words that only lead on (“However,”).
function trimmed(text: string, span: Span): Span {
  let { start, end } = span
  const words = text.slice(start, end)
  start +=
    /^[\s“"„«‘']*(?:(?:However|Meanwhile|Nevertheless|Still|Moreover|In addition|Also|But|And|On the other hand|By contrast|Instead|Indeed|Of course|Then|So), )?(?:(?:But|And) )?/.exec(
      words,
    )?.[0].length ?? 0
  const rest = text.slice(start, end)
  end -= /[\s,;:.]*[”"»’']?[\s,;:.]*$/.exec(rest)?.[0].length ?? 0
  if (/^[“"]/.test(words) === false && /[”"’]/.test(text[end] ?? '') && isOpen(text.slice(start, end))) end++
  return start < end ? { start, end } : span
}

const isOpen = (words: string) =>
  (words.match(/[“‘]/g)?.length ?? 0) > (words.match(/[”]|’(?!\p{L})/gu)?.length ?? 0) ||
  (words.match(/"/g)?.length ?? 0) % 2 === 1

const wordCount = (words: string) => words.split(/\s+/).filter((word) => /\p{L}/u.test(word)).length
