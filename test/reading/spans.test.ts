import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { spanText } from '../../server/articles/spans.ts'

type Span = { start: number; end: number }

const ordered = (most: number, length: number) =>
  fc
    .uniqueArray(fc.nat(length), { maxLength: most * 2 })
    .map((places) => places.sort((a, b) => a - b))
    .map((places) =>
      places.flatMap((start, i): Span[] =>
        i % 2 === 0 && places[i + 1] !== undefined ? [{ start, end: places[i + 1] ?? 0 }] : [],
      ),
    )

const article = fc
  .string({ unit: 'grapheme', minLength: 1, maxLength: 120 })
  .filter((text) => text.length > 0)
  .chain((text) =>
    fc.record({
      text: fc.constant(text),
      blocks: ordered(4, text.length),
      sentences: ordered(8, text.length),
      claims: fc
        .array(fc.tuple(fc.nat(text.length), fc.nat(text.length)), { maxLength: 8 })
        .map((pairs) =>
          pairs
            .filter(([a, b]) => a !== b)
            .map(([a, b], id) => ({ id, quoteStart: Math.min(a, b), quoteEnd: Math.max(a, b) })),
        ),
    }),
  )

const segmentsOf = (
  parts: Parameters<typeof spanText<Span, Span, { id: number; quoteStart: number; quoteEnd: number }>>[0],
) =>
  spanText(parts).flatMap(({ block, runs }) =>
    runs.flatMap(({ sentence, segments }) => segments.map((segment) => ({ block, sentence, ...segment }))),
  )

describe('any text, cut into segments', () => {
  it('put together, the segments of a block are its text', () => {
    fc.assert(
      fc.property(article, (parts) => {
        for (const { block, runs } of spanText(parts)) {
          const together = runs.flatMap((run) => run.segments.map((segment) => segment.text)).join('')
          expect(together).toBe(parts.text.slice(block.start, block.end))
        }
      }),
    )
  })

  it('each segment is under exactly the claims that cover each of its characters', () => {
    fc.assert(
      fc.property(article, (parts) => {
        for (const { start, end, marks } of segmentsOf(parts)) {
          const ids = marks.map(({ claim }) => claim.id).sort((a, b) => a - b)
          for (let at = start; at < end; at++) {
            const covering = parts.claims.filter((claim) => claim.quoteStart <= at && at < claim.quoteEnd)
            expect(ids).toEqual(covering.map(({ id }) => id))
          }
        }
      }),
    )
  })

  it('each segment lies in one sentence, or in none', () => {
    fc.assert(
      fc.property(article, (parts) => {
        for (const { start, end, sentence } of segmentsOf(parts)) {
          const touching = parts.sentences.filter((span) => span.start < end && start < span.end)
          expect(touching).toEqual(sentence ? [sentence] : [])
          if (sentence) expect(sentence.start <= start && end <= sentence.end).toBe(true)
        }
      }),
    )
  })

  it('every claim that shows begins once, at its first character in a block', () => {
    fc.assert(
      fc.property(article, (parts) => {
        const segments = segmentsOf(parts)
        for (const claim of parts.claims) {
          const first = segments.find(({ marks }) => marks.some((mark) => mark.claim === claim))
          const opening = segments.filter(({ opens }) => opens.some((mark) => mark.claim === claim))
          expect(opening).toEqual(first ? [first] : [])
        }
      }),
    )
  })

  it('claims that overlap have underlines of their own height, kept along their length', () => {
    fc.assert(
      fc.property(article, (parts) => {
        const lanes = new Map<number, number>()
        for (const { marks } of segmentsOf(parts)) {
          expect(new Set(marks.map(({ lane }) => lane)).size).toBe(marks.length)
          for (const { claim, lane } of marks) expect(lanes.get(claim.id) ?? lane).toBe(lane)
          for (const { claim, lane } of marks) lanes.set(claim.id, lane)
        }
      }),
    )
  })
})

describe('one text, cut', () => {
  const text = 'He said: “A. B.” C.'
  const parts = {
    text,
    blocks: [{ start: 0, end: text.length }],
    sentences: [
      { start: 0, end: 12 },
      { start: 13, end: 16 },
      { start: 17, end: 19 },
    ],
    claims: [
      { id: 1, quoteStart: 9, quoteEnd: 16 },
      { id: 2, quoteStart: 10, quoteEnd: 12 },
    ],
  }

  it('knows a claim over two sentences and a quotation mark, and one inside it', () => {
    const [block] = spanText(parts)
    const shown = block?.runs.map(({ segments }) =>
      segments.map(
        (segment) => `${segment.text}|${segment.marks.map(({ claim, lane }) => `${claim.id}@${lane}`).join()}`,
      ),
    )
    expect(shown).toEqual([['He said: |', '“|1@0', 'A.|1@0,2@1'], [' |1@0'], ['B.”|1@0'], [' |'], ['C.|']])
  })

  it('goes back to the first height when that is free again', () => {
    const claims = [...parts.claims, { id: 3, quoteStart: 17, quoteEnd: 19 }]
    const last = spanText({ ...parts, claims })[0]?.runs.at(-1)?.segments[0]
    expect(last?.marks).toEqual([{ claim: claims[2], lane: 0 }])
  })

  it('puts the longer of two claims that begin together outside', () => {
    const claims = [
      { id: 1, quoteStart: 0, quoteEnd: 2 },
      { id: 2, quoteStart: 0, quoteEnd: 12 },
    ]
    const first = spanText({ ...parts, claims })[0]?.runs[0]?.segments[0]
    expect(first?.opens.map(({ claim }) => claim.id)).toEqual([2, 1])
  })

  it('has no blocks for an empty text', () => {
    expect(spanText({ text: '', blocks: [], sentences: [], claims: [] })).toEqual([])
  })
})
