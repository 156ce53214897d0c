import fc from 'fast-check'
import { expect, it } from 'vitest'
import { newEncoder } from '../../server/exports/encoder.ts'

it('gives the bytes of the texts one behind the other, and writes the next ones over none that it gave', () => {
  const encode = newEncoder()
  const texts = fc.array(fc.string({ unit: 'grapheme', maxLength: 40 }))
  fc.assert(
    fc.property(texts, texts, (first, second) => {
      const [one, two] = [encode(first), encode(second)]
      expect([one.toString(), two.toString()]).toEqual([first.join(''), second.join('')])
    }),
    { numRuns: 200 },
  )
})

it('holds texts that are longer than its room, at three bytes a character', () => {
  const long = '„'.repeat(2 ** 18)
  const pieces = ['a', long, 'ß', long, '😀']
  expect(newEncoder()(pieces).toString() === pieces.join('')).toBe(true)
})
