import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { passageOf, splitTextFragment, withTextFragment } from '../../server/text/text-fragment.ts'

const page = 'https://example.org/log?day=3'

describe('splitTextFragment', () => {
  it.each([
    ['#:~:text=closed%20at%20six', page, [{ start: 'closed at six' }]],
    ['#gates:~:text=closed', `${page}#gates`, [{ start: 'closed' }]],
    ['#:~:text=The%20gates,by%20noon', page, [{ start: 'The gates', end: 'by noon' }]],
    [
      '#:~:text=on%20Monday-,the%20gates,-were%20shut',
      page,
      [{ prefix: 'on Monday', start: 'the gates', suffix: 'were shut' }],
    ],
    ['#:~:text=a-,b,c,-d', page, [{ prefix: 'a', start: 'b', end: 'c', suffix: 'd' }]],
    ['#:~:text=well%2Dknown%2C%20and%20more', page, [{ start: 'well-known, and more' }]],
    ['#:~:text=one&text=two&unknown=3', page, [{ start: 'one' }, { start: 'two' }]],
    ['#:~:text=%E0%A4%A', page, []],
    ['#:~:text=', page, []],
    ['#:~:text=a,b,c', page, []],
    ['#gates', `${page}#gates`, []],
    ['', page, []],
  ])('%s', (fragment, address, directives) => {
    expect(splitTextFragment(page + fragment)).toEqual({ address, directives })
  })

  it('leaves alone what stands before the fragment', () => {
    expect(splitTextFragment('https://example.org/a:~:text=b').directives).toEqual([])
  })
})

describe('withTextFragment', () => {
  it('names a short passage whole, and a long one by its first and last words', () => {
    expect(withTextFragment(page, 'well-known, and more')).toBe(`${page}#:~:text=well%2Dknown%2C%20and%20more`)
    expect(withTextFragment(`${page}#gates`, 'closed')).toBe(`${page}#gates:~:text=closed`)
    const long = Array.from({ length: 40 }, (_, n) => `word${n}`).join(' ')
    expect(withTextFragment(page, long)).toBe(
      `${page}#:~:text=word0%20word1%20word2%20word3%20word4%20word5,word34%20word35%20word36%20word37%20word38%20word39`,
    )
  })

  it('is read back as what it was made of', () => {
    const words = fc.array(fc.stringMatching(/^[a-zé&,%#-]{1,9}$/), { minLength: 1, maxLength: 12 })
    fc.assert(
      fc.property(words, (all) => {
        const passage = all.join(' ')
        fc.pre(passage.length <= 120)
        expect(splitTextFragment(withTextFragment(page, passage))).toEqual({
          address: page,
          directives: [{ start: passage }],
        })
      }),
    )
  })
})

it('says what a range leaves out', () => {
  expect(passageOf({ start: 'The gates', end: 'by noon' })).toBe('The gates […] by noon')
})
