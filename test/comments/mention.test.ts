import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { mentionedIn, mentionsIn } from '../../server/comments/mention.ts'

const ben = { name: 'Ben Carter' }
const benny = { name: 'Ben' }
const zoe = { name: 'Zoë O’Hara-Lind' }
const layla = { name: 'ليلى منصور' }
const han = { name: '한 지우' }
const odysseus = { name: 'Οδυσσεύς Σ.' }
const people = [ben, benny, zoe, layla, han, odysseus]

const namesIn = (text: string) => mentionedIn(text, people).map(({ name }) => name)

describe('a mention', () => {
  it('is an @ and a name, spaces and all, and the longest name counts', () => {
    expect(namesIn('Ask @Ben Carter, please.')).toEqual(['Ben Carter'])
    expect(namesIn('Ask @Ben, please; @Zoë O’Hara-Lind’s log says so.')).toEqual(['Ben', 'Zoë O’Hara-Lind'])
    expect(namesIn('@Ben Carter and @ben  carter and @Ben\nCarter')).toEqual(['Ben Carter'])
  })

  it('is found in any script, whichever way it is composed, whatever marks of direction stand in it', () => {
    expect(namesIn('اسأل @ليلى منصور، من فضلك')).toEqual([layla.name])
    expect(namesIn(`@\u200F${layla.name}\u200F`)).toEqual([layla.name])
    for (const { name } of people) {
      expect(namesIn(`(@${name.normalize('NFD')})`)).toEqual([name])
      expect(namesIn(`*@${name.toUpperCase()}*`)).toEqual([name])
    }
  })

  it.each([
    'Ben Carter',
    '@Benjamin',
    '@ Ben',
    'mail@Ben',
    'x1@ben.example',
    'https://social.example/@Ben',
    '@Be',
    '@',
  ])('is not %s', (text) => expect(namesIn(text)).toEqual([]))

  it('does not stand in code', () => {
    expect(namesIn('`@Ben` and\n```\n@Ben Carter\n``` and\n```\n@Ben')).toEqual([])
  })

  it('means everyone of that name, and tells where it stands', () => {
    const [one, two] = [{ name: 'Ada Low' }, { name: 'ada  low' }]
    expect(mentionsIn('🚢 @Ada Low!', [one, two])).toEqual([{ start: 3, end: 11, people: [one, two] }])
  })
})

const letter = fc.constantFrom('a', 'b', 'B', 'é', 'ş', 'ñ', '한', 'ל', 'י', 'א', 'Σ', 'σ')
const word = fc.string({ unit: letter, minLength: 1, maxLength: 6 })
const name = fc.array(word, { minLength: 1, maxLength: 3 }).map((words) => words.join(' '))
const between = fc.constantFrom(' ', '\n', ', ', '. ', '**', '(', ')', '“', ' @ ', '@@')

describe('for any names and text', () => {
  it('finds a name that is typed, and nobody without an @', () => {
    fc.assert(
      fc.property(fc.array(name, { minLength: 1, maxLength: 8 }), between, between, (names, before, after) => {
        const all = names.map((each) => ({ name: each }))
        const [first = ''] = names
        const found = mentionedIn(`${before}@${first}${after}`, all).map((person) => person.name)
        expect(found.map((each) => each.toLowerCase())).toContain(first.toLowerCase())
        expect(mentionedIn(`${before.replaceAll('@', '')}${names.join(' ')}${after.replaceAll('@', '')}`, all)).toEqual(
          [],
        )
      }),
    )
  })

  it('gives places that hold the name, one after the other', () => {
    const noise = fc.array(
      fc.oneof(
        between,
        word,
        name.map((each) => `@${each}`),
      ),
      { maxLength: 12 },
    )
    fc.assert(
      fc.property(fc.array(name, { maxLength: 6 }), noise, (names, pieces) => {
        const text = pieces.join('')
        let end = 0
        for (const mention of mentionsIn(
          text,
          names.map((each) => ({ name: each })),
        )) {
          expect(mention.start).toBeGreaterThanOrEqual(end)
          const typed = text
            .slice(mention.start + 1, mention.end)
            .replaceAll(/\s+/g, ' ')
            .toLowerCase()
          for (const person of mention.people) expect(person.name.toLowerCase()).toBe(typed)
          end = mention.end
        }
      }),
    )
  })

  it('is quick about a text made to be slow', () => {
    const many = Array.from({ length: 300 }, (_, index) => ({ name: `${'a'.repeat(60)} ${index}` }))
    const texts = ['@'.repeat(10_000), `@${'a'.repeat(59)}`.repeat(160), `@${'\u200D'.repeat(9_999)}`]
    for (const text of texts) {
      const start = performance.now()
      expect(mentionedIn(text, many)).toEqual([])
      expect(performance.now() - start).toBeLessThan(2_000)
    }
  })
})
