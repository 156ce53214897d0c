import fc from 'fast-check'
import { expect, it } from 'vitest'
import type { Block } from '../../db/schema/index.ts'
import { joinPieces, linesAsBlocks, shapeOf, shapedBlocks } from '../../server/articles/blocks.ts'

const cut = (text: string, blocks: Block[]) => blocks.map(({ start, end }) => text.slice(start, end))

it('takes every line that is not empty, without the white space around it', () => {
  const text = '\n  One line. \t\n\n \u00a0\nAnother\u00a0line\n\ufeff\nلا يوجد'
  expect(cut(text, linesAsBlocks(text))).toEqual(['One line.', 'Another\u00a0line', 'لا يوجد'])
})

it('leaves nothing but white space outside of blocks', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary' }), (text) => {
      let outside = ''
      let at = 0
      for (const { start, end } of linesAsBlocks(text)) {
        outside += text.slice(at, start)
        at = end
      }
      expect((outside + text.slice(at)).trim()).toBe('')
    }),
  )
})

it('puts pieces together so that each block is its piece', () => {
  const piece = fc.record({
    kind: fc.constantFrom('paragraph' as const, 'heading' as const, 'quotation' as const, 'item' as const),
    text: fc.string({ unit: 'grapheme', minLength: 1 }).filter((text) => text.trim() === text && !text.includes('\n')),
  })
  fc.assert(
    fc.property(fc.array(piece), (pieces) => {
      const { text, blocks } = joinPieces(pieces)
      expect(blocks.map(({ kind, start, end }) => ({ kind, text: text.slice(start, end) }))).toEqual(pieces)
      expect(shapedBlocks(text, shapeOf(blocks))).toEqual(blocks)
    }),
  )
})

it('forgets the kinds once the text has another number of lines', () => {
  expect(shapedBlocks('One\n\nTwo', 'hq').map(({ kind }) => kind)).toEqual(['heading', 'quotation'])
  expect(shapedBlocks('One\n\nTwo\nThree', 'hq').map(({ kind }) => kind)).toEqual([
    'paragraph',
    'paragraph',
    'paragraph',
  ])
})
