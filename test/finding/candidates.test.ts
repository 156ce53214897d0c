import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { sampleClaims } from '../../seeds/sample-claims.ts'
import { sampleText, spanOf } from '../../seeds/sample.ts'
import { linesAsBlocks } from '../../server/articles/blocks.ts'
import { splitSentences } from '../../server/articles/sentences.ts'
import { type Candidate, findCandidates } from '../../server/finding/candidates/find.ts'

function found(text: string, language = 'en'): Candidate[] {
  const blocks = linesAsBlocks(text)
  return findCandidates(text, { blocks, sentences: splitSentences(text, blocks, language), language })
}

describe('the sample article', () => {
  const text = sampleText()
  const seeds = sampleClaims.map((claim) => ({ ...claim, ...spanOf(text, claim) }))
  const candidates = found(text)
  const over = (candidate: Candidate) =>
    seeds.filter(({ quoteStart, quoteEnd }) => quoteStart < candidate.end && candidate.start < quoteEnd)

  it.each(seeds)('has a candidate for: $statement', ({ quoteStart, quoteEnd }) =>
    expect(candidates.some(({ start, end }) => quoteStart < end && start < quoteEnd)).toBe(true),
  )

  it('has three at most that nobody would check', () =>
    expect(candidates.filter((candidate) => over(candidate).length === 0).length).toBeLessThanOrEqual(3))

  it.each(candidates.filter((candidate) => over(candidate).length > 0))('knows who said: $quote', (candidate) => {
    const speakers = over(candidate).map(({ by, reportedBy }) => ({
      claimant: by?.name ?? null,
      claimantRole: by?.role || null,
      reportedBy: reportedBy?.name ?? null,
    }))
    const { claimant, claimantRole, reportedBy } = candidate
    expect(speakers).toContainEqual({ claimant, claimantRole, reportedBy })
  })
})

const first = (text: string) => found(text).at(-1)

describe('a candidate', () => {
  it('quotes the clause that asserts, and leaves out who said it', () => {
    const text = 'Ona Brandt told the council on Monday that the bridge had cost 9 million crowns.'
    expect(first(text)).toMatchObject({
      quote: 'the bridge had cost 9 million crowns',
      statement: 'The bridge had cost 9 million crowns.',
      claimant: 'Ona Brandt',
      kind: 'numerical',
    })
  })

  it('names whom a pronoun and a bare last name mean', () => {
    const text =
      'Brennish Transport Minister Ona Brandt opened the bridge in May 2021. She has spent 9 million crowns on it since 2019. Brandt raised the toll by 40 per cent.'
    const statements = found(text).map(({ statement }) => statement)
    expect(statements).toContain('Brennish Transport Minister Ona Brandt has spent 9 million crowns on it since 2019.')
    expect(statements).toContain('Brennish Transport Minister Ona Brandt raised the toll by 40 per cent.')
  })

  it('says who carried it', () =>
    expect(
      first(
        'According to a report from the Ellery Tidings, President Ona Brandt has indicated she would cut 9 million crowns.',
      ),
    ).toMatchObject({
      claimant: 'Ona Brandt',
      claimantRole: 'President',
      reportedBy: 'Ellery Tidings',
    }))

  it('keeps the first person in quotation marks, with the name', () =>
    expect(first('“We built 4,000 homes last year,” Ona Brandt said.')).toMatchObject({
      quote: 'We built 4,000 homes last year',
      statement: 'Ona Brandt said: “We built 4,000 homes last year.”',
      kind: 'quote',
    }))

  it('is not made of a question', () => expect(found('Did the bridge cost 9 million crowns in 2019?')).toEqual([]))

  it('names nobody in another language than English', () =>
    expect(
      found('Die Brücke kostete 2019 rund 9 Millionen Kronen, sagte Ona Brandt.', 'de')[0]?.claimant ?? null,
    ).toBeNull())

  it('tells why', () => {
    const [candidate] = found('The bridge cost 9 million crowns in 2019, 40 per cent more than planned.')
    expect(candidate?.level).not.toBe('low')
    expect(candidate?.reasons.length).toBeGreaterThan(0)
  })
})

const words = fc.constantFrom(
  '“',
  '”',
  '"',
  '‘',
  '’',
  'said',
  'told',
  'Ona Brandt',
  'she',
  ',',
  '.',
  'that',
  'the bridge',
  'cost 9 million',
  'who',
  'according to',
  '\n',
  '—',
  '(',
  ')',
  ':',
  'and',
  'has',
  '😀',
  'Mr.',
  'of',
)

it('quotes what stands there, whatever the text', () => {
  fc.assert(
    fc.property(fc.array(words, { maxLength: 40 }), (parts) => {
      const text = parts.join(' ')
      for (const { start, end, quote } of found(text)) {
        expect(text.slice(start, end)).toBe(quote)
        expect(quote.trim()).not.toBe('')
      }
    }),
    { numRuns: 300 },
  )
})
