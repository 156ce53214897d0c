import { describe, expect, it } from 'vitest'
import { findPassage, passageFinder } from '../../server/evidence/passage.ts'

const text =
  'Annual report\n\nThe port handled 1,300 km² of ice in 2013. Its “winter office” was ﬁnished late –\nafter the long-\nterm infor-\nmation plan.\n\n' +
  'The mayor of Port Ellery told the council that dredging would cost 30 million crowns, not a penny more.'

const looked = (passage: string, within = text) => {
  const found = findPassage(within, passage)
  return found && `${found.match}: ${within.slice(found.start, found.end)}`
}

describe('findPassage, exactly', () => {
  it.each([
    ['dredging would cost 30 million crowns'],
    ['  Annual report\nThe port handled  '],
    ['Its "winter office" was finished late - after the'],
    ['“dredging would cost 30 million crowns”'],
    ['the long-term'],
    ['after the long-\nterm'],
    ['term information plan'],
    ['dredging\u00ADwould'.replace('\u00AD', '\u00A0')],
    ['2013'],
  ])('%j', (passage) => {
    expect(looked(passage)).toMatch(/^exact: /)
  })

  it('gives the place in the text as it is', () => {
    expect(looked('"winter office" was finished')).toBe('exact: “winter office” was ﬁnished')
    expect(looked('"dredging would cost"')).toBe('exact: dredging would cost')
  })

  it.each([
    ['in the middle of a word', 'art', 'a smart idea'],
    ['at the beginning of a word', 'cost', 'the costly plan'],
    ['in the middle of a number', '300 km²', text],
    ['before a decimal', 'by 3', 'It grew by 3.5 per cent'],
    ['after a decimal point', '5 per cent', 'It grew by 3.5 per cent'],
  ])('does not take a place %s', (_place, passage, within) => {
    expect(looked(passage, within) ?? 'missing').not.toMatch(/^exact/)
  })

  it('goes on to a place that is whole', () => {
    expect(findPassage('a smart piece of art', 'art')).toEqual({ start: 17, end: 20, match: 'exact' })
  })

  it('knows that some scripts leave no space between words', () => {
    expect(looked('北京', '我们在北京开会')).toBe('exact: 北京')
  })
})

describe('findPassage, where the ends of lines have left hyphens', () => {
  it.each([
    ['exact', 'the territory of the port', 'the terri-tory of the port'],
    ['exact', 'a long-term plan', 'a long-term plan'],
    ['exact', 'the long-term territory', 'the long-term terri-tory'],
    ['near', 'he will resign the contract', 'he will re-sign the contract'],
    ['near', 'he will re-sign the contract', 'he will resign the contract'],
    ['near', 'a long-term territory', 'a longterm terri-tory'],
  ])('%s: %s in %s', (match, passage, there) => {
    expect(findPassage(`First, ${there} at last.`, passage)?.match).toBe(match)
  })
})

describe('findPassage, with words left out', () => {
  it.each([
    ['The port handled […] of ice in 2013', 'near'],
    ['The port handled (...) in 2013. Its … late', 'near'],
    ['Its “winter office” […] The port handled', undefined],
    ['The port handled […] not in this text', undefined],
  ])('%s', (passage, match) => {
    expect(findPassage(text, passage)?.match).toBe(match)
  })
})

describe('findPassage, nearly', () => {
  it.each([
    ['a figure changed', 'dredging would cost 300 million crowns', 'dredging would cost 30 million crowns'],
    [
      'a word changed',
      'The mayor of Port Ellery told the board that dredging',
      'The mayor of Port Ellery told the council that dredging',
    ],
    [
      'a word left out',
      'told the council dredging would cost 30 million crowns',
      'told the council that dredging would cost 30 million crowns',
    ],
    [
      'a word put in',
      'dredging alone would cost 30 million crowns, not a penny more',
      'dredging would cost 30 million crowns, not a penny more',
    ],
    ['a capital letter', 'Dredging would cost', 'dredging would cost'],
    ['the last letters missing', 'dredging would cost 30 million crow', 'dredging would cost 30 million crowns'],
    ['a number cut off', '300 km² of ice in 2013', '1,300 km² of ice in 2013'],
  ])('%s', (_what, passage, there) => {
    expect(looked(passage)).toBe(`near: ${there}`)
  })

  it.each([
    ['other words', 'The governor promised a new railway to the northern towns'],
    ['half of it', 'The mayor of Port Ellery told the governor to keep his railway and his promises'],
    ['a short text with a letter wrong', 'in 2014'],
    ['nothing', '   '],
    ['quotation marks alone', '“”'],
  ])('does not find %s', (_what, passage) => {
    expect(looked(passage)).toBeUndefined()
  })
})

it('looks up many passages of a text that was made ready once', () => {
  const find = passageFinder(text)
  expect(['Annual report', 'penny more', 'nowhere to be found'].map((passage) => find(passage)?.match)).toEqual([
    'exact',
    'exact',
    undefined,
  ])
})
