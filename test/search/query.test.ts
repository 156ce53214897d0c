import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { queryText, readQuery } from '../../server/search/query.ts'
import { corpus, nasty } from '../hostile/strings.ts'

const read = (text: string) => queryText(readQuery(text))

describe('what is typed into a search', () => {
  it.each([
    ['truce Ukraine', 'truce Ukraine'],
    ['  “Easter truce”  -Moscow ', '"Easter truce" -Moscow'],
    ['"never closed', '"never closed"'],
    ['peace OR truce talks', 'peace OR truce talks'],
    ['OR truce OR', 'truce'],
    ['a AND (b)', 'b'],
    ['truce NOT Easter', 'truce -Easter'],
    ['-a OR -b', '-a -b'],
    ['negotiat*', 'negotiat*'],
    ['claimant: Putin outlet:"The Bell" RATING:false', 'claimant:Putin outlet:"The Bell" rating:false'],
    ['rating:false OR rating:half', 'rating:false OR rating:half'],
    ['rating:false OR truce', 'rating:false truce'],
    ['Putin: a truce', 'Putin truce'],
    ['https://example.org/a?b=c', 'https://example.org/a?b=c'],
    ['at 10:30', '10:30'],
    ['(by:Ada)', 'by:Ada'],
    ['50% — £3.5bn!', '50 3.5bn'],
    ['claimant: by:', 'claimant:by'],
    ['"OR" (OR)', '"OR" "OR"'],
    ['% ! * - "" \'\' ()', ''],
    ['', ''],
  ])('%s is read as %s', (typed, said) => {
    expect(read(typed)).toBe(said)
  })

  it('leaves out what stands everywhere, but only beside something else', () => {
    expect(readQuery('the truce in Ukraine')).toMatchObject({ leftOut: ['the', 'in'] })
    expect(read('the who')).toBe('who')
    expect(read('to be')).toBe('to be')
    expect(read('"the truce"')).toBe('"the truce"')
    expect(read('-the truce')).toBe('-the truce')
  })

  it('takes the last word for a beginning while it is being typed', () => {
    const typed = (text: string) => queryText(readQuery(text, { typing: true }))
    expect(typed('easter tru')).toBe('easter tru*')
    expect(typed('easter tru ')).toBe('easter tru')
    expect(typed('"easter tru')).toBe('"easter tru"')
    expect(typed('easter tr')).toBe('easter tr')
    expect(typed('claimant:put')).toBe('claimant:put*')
  })

  it('looks for no more than can be found at once, and says so', () => {
    const many = readQuery(Array.from({ length: 20 }, (_, index) => `word${index}`).join(' '))
    expect([many.clauses.length, many.isCut]).toEqual([12, true])
    const either = readQuery(Array.from({ length: 40 }, (_, index) => `word${index}`).join(' OR '))
    expect([either.clauses[0]?.any.length, either.isCut]).toEqual([24, true])
  })

  it('shows a form that is read back the same, whatever was typed', () => {
    const typed = fc.oneof(
      fc.string({ unit: 'binary' }),
      fc.string({ unit: 'grapheme' }),
      fc
        .array(
          fc.constantFrom(
            ' ',
            '"',
            '-',
            '*',
            ':',
            '(',
            ')',
            'OR',
            ' OR ',
            ' NOT ',
            'claimant:',
            'by: ',
            'the ',
            'word',
            'é',
            '停战',
          ),
        )
        .map((parts) => parts.join('')),
    )
    fc.assert(
      fc.property(typed, fc.boolean(), (text, typing) => {
        const query = readQuery(text, { typing })
        const again = readQuery(queryText(query))
        expect(again.clauses).toEqual(query.clauses)
      }),
      { numRuns: 500 },
    )
    for (const text of [...nasty, ...corpus]) expect(readQuery(read(text)).clauses).toEqual(readQuery(text).clauses)
  })
})
