import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { comparable } from '../../server/claims/comparable.ts'
import { splitTags } from '../../server/claims/tag.ts'

describe('splitTags', () => {
  it('reads what stands between commas of any script', () => {
    expect(splitTags('ceasefire, Easter ، هدنة、停戦;front  line').tags).toEqual(
      ['ceasefire', 'Easter', 'front line', 'هدنة', '停戦'].sort((a, b) => (comparable(a) < comparable(b) ? -1 : 1)),
    )
  })

  it('takes a tag once however it is spelled, as it was spelled first', () => {
    expect(splitTags('NATO, nato,  Nato ,ＮＡＴＯ').tags).toEqual(['NATO'])
  })

  it('reads its own answer the same way again', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', maxLength: 80 }), (typed) => {
        const { tags } = splitTags(typed)
        expect(splitTags(tags.join(', ')).tags).toEqual(tags)
      }),
    )
  })

  it('says what is wrong with too many and too long ones', () => {
    expect(splitTags(Array.from({ length: 21 }, (_, n) => `tag ${n}`).join()).problem).toContain('21 tags')
    expect(splitTags('x'.repeat(61)).problem).toContain('60 characters')
    expect(splitTags('').problem).toBeUndefined()
  })
})

describe('comparable', () => {
  it('does nothing twice', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), (text) => {
        expect(comparable(comparable(text))).toBe(comparable(text))
      }),
    )
  })

  it('sees through case, width and white space', () => {
    expect(comparable('  John\u00a0 HEALEY\n')).toBe('john healey')
    expect(comparable('Ｊohn healey')).toBe('john healey')
  })
})
