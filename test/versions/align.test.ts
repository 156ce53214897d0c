import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { alignTexts, imageOf, turned } from '../../server/versions/align.ts'
import { carriedSentences } from '../../server/versions/carried.ts'
import { differenceOf, piecesOf } from '../../server/versions/difference.ts'
import { tokensOf } from '../../server/versions/tokens.ts'
import { editedProse, textOf } from '../claims/edited-text.ts'

describe('what two texts have in common', () => {
  it('is the same in both, in order, and all of each text is in the difference', () => {
    fc.assert(
      fc.property(editedProse, (edited) => {
        const [before, after] = [textOf(edited.before), textOf(edited.after)]
        const { forward, backward, sure } = alignTexts(before, after)
        for (const runs of [forward, backward, sure]) {
          let [a, b] = [0, 0]
          for (const run of runs) {
            expect(before.slice(run.before, run.before + run.length)).toBe(
              after.slice(run.after, run.after + run.length),
            )
            expect(run.before >= a && run.after >= b && run.length > 0).toBe(true)
            ;[a, b] = [run.before + run.length, run.after + run.length]
          }
        }
        const pieces = piecesOf(before, after, forward)
        const without = (kind: string) => pieces.filter((piece) => piece.kind !== kind).map(({ text }) => text)
        expect(without('added').join('')).toBe(before)
        expect(without('removed').join('')).toBe(after)
      }),
      { numRuns: 500 },
    )
  })

  it('ends at whole words, and at letters where words have no spaces', () => {
    expect(tokensOf('Ten ships, 40 %')).toEqual(['Ten', ' ', 'ships', ',', ' ', '40', ' ', '%'])
    expect(tokensOf('他走了')).toEqual(['他', '走', '了'])
    expect(tokensOf('e\u0301te\u0301')).toEqual(['e\u0301te\u0301'])
    expect(alignTexts('ten', 'tenth').forward).toEqual([])
  })

  it('is only sure where both readings agree', () => {
    const { forward, backward, sure } = alignTexts('Go. Go.', 'Go.')
    expect([forward, backward]).toEqual([[{ before: 0, after: 0, length: 3 }], [{ before: 4, after: 0, length: 3 }]])
    expect(sure).toEqual([])
    const longer = alignTexts('a b c', 'a x b c')
    expect(imageOf(longer.sure, { start: 2, end: 5 })).toMatchObject({ start: 4, end: 7 })
    expect(imageOf(longer.sure, { start: 0, end: 5 })).toBeUndefined()
    expect(imageOf(turned(longer.sure), { start: 4, end: 7 })).toMatchObject({ start: 2, end: 5 })
  })
})

describe('the difference on the screen', () => {
  it('shows changed paragraphs and counts the others', () => {
    const [before, after] = ['One.\n\nTwo is red.\n\nThree.\n\nFour.', 'One.\n\nTwo is dark blue.\n\nThree.\n\nFour.']
    expect(differenceOf(before, after, alignTexts(before, after).forward)).toEqual({
      parts: [
        { kind: 'same', paragraphs: 1 },
        {
          kind: 'changed',
          pieces: [
            { kind: 'kept', text: 'Two is ' },
            { kind: 'removed', text: 'red' },
            { kind: 'added', text: 'dark blue' },
            { kind: 'kept', text: '.' },
          ],
        },
        { kind: 'same', paragraphs: 2 },
      ],
      more: 0,
    })
  })

  it('is bounded', () => {
    const lines = (word: string) => Array.from({ length: 400 }, (_, n) => `Line ${n} ${word}.`).join('\n')
    const { parts, more } = differenceOf(lines('is'), lines('was'), alignTexts(lines('is'), lines('was')).forward)
    expect([parts.length, more]).toEqual([300, 100])
  })
})

it('knows a sentence again that was moved, and not one that comes twice', () => {
  const spans = (text: string) =>
    [...text.matchAll(/[^|]+/g)].map(({ 0: words, index }) => ({ start: index, end: index + words.length }))
  const carry = (before: string, after: string) =>
    carriedSentences({ before, after, sure: [] }, spans(before), spans(after))
  expect(carry('One.|Two.|Three.', 'Three.|Two.|Four.')).toEqual([2, 1, null])
  expect(carry('One.|One.', 'One.')).toEqual([null])
})
