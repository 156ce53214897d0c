import { describe, expect, it } from 'vitest'
import { newDice } from '../../seeds/volume/dice.ts'
import { findNear } from '../../server/text/approximate.ts'

const text =
  'The council voted on Monday to close the harbour for nine days. The mayor, who had been against it, said that\n' +
  '“nobody knows what the dredging will cost”. The council voted on Friday to open it again, after 11 days and 30,000 tonnes of mud.'

const found = (quote: string, maxErrors = 10) => {
  const near = findNear(text, quote, { maxErrors })
  return near && { words: text.slice(near.start, near.end), errors: near.errors }
}

describe('findNear', () => {
  it('finds a quote with characters changed, left out and put in, and counts them', () => {
    expect(found('voted on Munday to close teh harbour for nine day')).toEqual({
      words: 'voted on Monday to close the harbour for nine day',
      errors: 3,
    })
    expect(found('The mayor, who had been against')).toEqual({ words: 'The mayor, who had been against', errors: 0 })
  })

  it('looks past line ends and the kinds of quotation marks, and gives offsets of the text itself', () => {
    expect(found('said that "nobody knows what dredging will cost"')).toEqual({
      words: 'said that\n“nobody knows what the dredging will cost”',
      errors: 4,
    })
  })

  it('finds nothing with more errors than allowed, and never allows more than half the length', () => {
    expect(found('voted on Munday to close teh harbour for nine day', 2)).toBeUndefined()
    expect(found('zebra', 5)).toBeUndefined()
    expect(found('', 5)).toBeUndefined()
    expect(findNear('', 'words', { maxErrors: 2 })).toBeUndefined()
  })

  it('takes the place with the fewest errors', () => {
    expect(found('The council voted on Fryday to open')?.words).toBe('The council voted on Friday to open')
  })

  it('decides between places that are equally like it by what stands around them, then by where it was', () => {
    const twice = 'First the vote was lost in March. Then, in the autumn, the vote was lost in April. So it goes.'
    const at = (options: object) => findNear(twice, 'the votes was lost', { maxErrors: 3, ...options })?.start
    expect(at({})).toBe(6)
    expect(at({ prefix: 'in the autumn, ', suffix: ' in April' })).toBe(twice.lastIndexOf('the vote'))
    expect(at({ prefix: 'First ' })).toBe(6)
    expect(at({ at: 60 })).toBe(twice.lastIndexOf('the vote'))
  })

  it('never cuts a character in two', () => {
    const faces = 'They sent 😀😃😄 and left the room together.'
    const near = findNear(faces, '😂 and left the room', { maxErrors: 4 })
    expect(near && faces.slice(near.start, near.end).isWellFormed()).toBe(true)
  })
})

describe('findNear in a long text', () => {
  const syllables = 'ba ke lo mi nu ra se ti vo wy dam fer gol hin jut'.split(' ')
  const { below } = newDice(1905)
  const word = () => Array.from({ length: 1 + below(4) }, () => syllables[below(syllables.length)]).join('')
  const long = Array.from({ length: 88_000 }, word).join(' ')
  const changed = (quote: string) => Array.from(quote, (letter, at) => (at % 13 === 5 ? '*' : letter)).join('')

  it.each([40, 120, 400, 1_000, 3_000, 12_000])('finds %i changed characters among 500,000', (length) => {
    expect(long.length).toBeGreaterThan(500_000)
    for (const start of [0, 123_456, 487_000].map((at) => long.indexOf(' ', at) + 1)) {
      const quote = changed(long.slice(start, start + length))
      const near = findNear(long, quote, { maxErrors: Math.floor(length / 6) })
      expect(Math.abs((near?.start ?? -99) - start)).toBeLessThan(4)
      expect(Math.abs((near?.end ?? -99) - start - length)).toBeLessThan(8)
    }
  })

  it.each([
    ['one letter over and over', 'a'.repeat(500_000), 'a'.repeat(300) + 'b' + 'a'.repeat(300)],
    ['one row over and over', '| 0 | 0.0 | none\n'.repeat(30_000), '| 0 | 0.0 | nine'],
    ['many rows over and over', '| 0 | 0.0 | none\n'.repeat(30_000), '| 0 | 0.0 | none\n'.repeat(50) + 'x'],
    [
      'words that are not there',
      long,
      'Nobody expects what the committee of the lower chamber will do about it. '.repeat(30),
    ],
  ])('does not keep anybody waiting for %s', (_name, haystack, quote) => {
    const started = performance.now()
    findNear(haystack, quote, { maxErrors: Math.floor(quote.length / 6) })
    expect(performance.now() - started).toBeLessThan(1_000)
  })
})
