import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { foldText } from '../../server/text/folded-text.ts'

const folded = (text: string) => foldText(text).text

describe('foldText', () => {
  it.each([
    ['one\n\ntwo \t three', 'one two three'],
    ['1\u00A0000\u202Fkm', '1 000 km'],
    ['“He said ‘no’”, «oui»', '"He said \'no\'", "oui"'],
    ['2013–2014 — a long‑term plan −5', '2013-2014 - a long-term plan -5'],
    ['the ﬁrst eﬀort of the oﬃce', 'the first effort of the office'],
    ['Cafe\u0301 Mu\u0308ller', 'Café Müller'],
    ['hy\u00ADphen\u200Bated', 'hyphenated'],
    ['and so on…', 'and so on...'],
    ['info-\n  rmation and infor\u00AD\nmation', 'information and information'],
    ['between 2013-\n2014', 'between 2013- 2014'],
    ['a - b\nc', 'a - b c'],
    ['plain', 'plain'],
    ['', ''],
  ])('%j is compared as %j', (text, expected) => {
    expect(folded(text)).toBe(expected)
  })

  it('keeps the hyphen of a word that is broken at it, when asked to', () => {
    expect(foldText('a long-\nterm plan', 'hyphenated').text).toBe('a long-term plan')
    expect(foldText('a long-\nterm plan').hasBrokenWords).toBe(true)
    expect(foldText('a long-term\nplan').hasBrokenWords).toBe(false)
  })

  it('leads back to where each part stood', () => {
    const text = 'The  ﬁrst\n\n“Cafe\u0301”… end'
    const { text: flat, original } = foldText(text)
    const back = (part: string) => {
      const { start, end } = original(flat.indexOf(part), flat.indexOf(part) + part.length)
      return text.slice(start, end)
    }
    expect(back('The')).toBe('The')
    expect(back('first')).toBe('ﬁrst')
    expect(back('i')).toBe('ﬁ')
    expect(back('"Café"')).toBe('“Cafe\u0301”')
    expect(back('... end')).toBe('… end')
  })

  it('leads back in any text: what is between two places folds to what is between them', () => {
    const pieces = ['a', 'é', 'e\u0301', ' ', '  ', '\n', 'ﬃ', '…', '“', '–', '\u00AD', '😀', 'word', '-\n']
    const someText = fc.array(fc.constantFrom(...pieces), { maxLength: 60 }).map((all) => all.join(''))
    fc.assert(
      fc.property(someText, fc.nat(200), fc.nat(200), (text, a, b) => {
        const { text: flat, original } = foldText(text)
        fc.pre(flat.length > 0)
        const from = Math.min(a, b) % flat.length
        const to = Math.max(from + 1, (Math.max(a, b) % flat.length) + 1)
        const { start, end } = original(from, to)
        expect(start).toBeLessThan(end)
        expect(end).toBeLessThanOrEqual(text.length)
        expect(folded(text.slice(start, end))).toContain(flat.slice(from, to).trim())
      }),
    )
  })
})
