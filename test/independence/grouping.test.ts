import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { type WeighedSource, groupSources } from '../../server/independence/grouping.ts'
import { nameKey } from '../../server/independence/publisher.ts'
import { siteOf } from '../../server/independence/site.ts'
import { countWords, reasonWords } from '../../server/independence/words.ts'

const source = (id: number, more: Partial<WeighedSource> = {}): WeighedSource => ({
  id,
  title: `S${id}`,
  publisher: `Publisher ${id}`,
  url: `https://site${id}.example/`,
  origin: null,
  originId: null,
  primary: false,
  confidential: false,
  ...more,
})

const told = (sources: WeighedSource[], alike: [number, number][] = []) => {
  const grouping = groupSources(sources, alike)
  return [countWords(grouping), ...reasonWords(grouping)]
}

describe('the sources of a claim', () => {
  it('are independent when nothing ties them, and one alone needs no words', () => {
    expect(told([source(1), source(2), source(3)])).toEqual(['3 independent sources.'])
    expect(told([source(1)])).toEqual([undefined])
    expect(told([])).toEqual([undefined])
  })

  it.each([
    ['publisher', { publisher: 'The Bell Ltd.' }, { publisher: 'béll' }, 'both are published by The Bell Ltd.'],
    ['site', { url: 'https://www.bell.co.uk/a' }, { url: 'https://news.bell.co.uk' }, 'both are at bell.co.uk'],
    ['origin', { origin: 'Coast News Agency' }, { origin: 'coast news agency' }, 'both go back to Coast News Agency'],
    [
      'origin that is the other’s publisher',
      { origin: 'Coast News' },
      { publisher: 'Coast News' },
      'both go back to Coast News',
    ],
    [
      'origin in the library',
      { originId: 9, origin: '/sources/9' },
      { originId: 9 },
      'both go back to the same source',
    ],
    ['origin that is the other', { originId: 2 }, {}, 'both go back to “S2”'],
  ])('count as one by their %s', (_name, a, b, why) => {
    expect(told([source(1, a), source(2, b)])).toEqual([
      '1 independent source, of 2.',
      `“S1” and “S2” count as one: ${why.replace(/\.$/, '')}.`.replace('Ltd.', why.endsWith('.') ? 'Ltd..' : 'Ltd.'),
    ])
  })

  it('count as one when they carry the same text, the others beside them', () => {
    expect(
      told(
        [source(1), source(2), source(3), source(4)],
        [
          [1, 2],
          [2, 4],
        ],
      ),
    ).toEqual(['2 independent sources, of 4.', '“S1”, “S2” and “S4” count as one: all carry the same text.'])
  })

  it('count as one by way of a third, and the reasons say which of them', () => {
    const three = [
      source(1, { publisher: 'A' }),
      source(2, { url: 'https://b.example' }),
      source(3, { publisher: 'A', url: 'https://b.example' }),
    ]
    expect(told(three.slice(0, 2))).toEqual(['2 independent sources.'])
    expect(told(three)).toEqual([
      '1 independent source, of 3.',
      '“S1”, “S2” and “S3” count as one: 2 of them are published by A; 2 of them are at b.example.',
    ])
  })

  it('count for nothing beside others when no publisher is noted, but for one alone', () => {
    const nameless = (id: number) => source(id, { publisher: null })
    expect(told([source(1), nameless(2)])).toEqual([
      '1 independent source, of 2.',
      'Not counted, because no publisher is noted: “S2”.',
    ])
    expect(groupSources([nameless(1), nameless(2)]).independent).toBe(1)
  })

  it('are not named when they are confidential, nor what ties them', () => {
    const secret = { confidential: true, title: 'MOLE', publisher: 'MINISTRY', url: 'https://mole.example' }
    const all = [
      source(1, secret),
      source(2, { publisher: 'Ministry' }),
      source(3, { originId: 1 }),
      source(4, { ...secret, publisher: null, url: null }),
    ]
    expect(told(all).join(' ')).not.toMatch(/mole|ministry/i)
    expect(told(all)[0]).toBe('1 independent source, of 4.')
  })
})

describe('a site', () => {
  it.each([
    ['https://www.example.org/x', 'example.org'],
    ['https://a.b.example.org.', 'example.org'],
    ['https://news.bbc.co.uk', 'bbc.co.uk'],
    ['https://ada.github.io/x', 'ada.github.io'],
    ['https://co.uk', 'co.uk'],
    ['http://192.168.1.9/x', '192.168.1.9'],
    ['http://[::1]/x', '[::1]'],
    ['https://ada:pw@news.bbc.co.uk:8443?x', 'bbc.co.uk'],
    ['http://a.example.org\\b.example.net/x', 'example.org'],
    [' https://a.example.org/x', 'example.org'],
    [' https://a.example.net/x', 'example.net'],
    ['not an address', null],
    [null, null],
  ])('of %s is %s', (url, site) => expect(siteOf(url)).toBe(site))
})

it.each([
  ['The Béll, Ltd.', 'bell'],
  ['Bell', 'bell'],
  ['The', 'the'],
  ['Co', 'co'],
  ['Müller & Söhne GmbH & Co', 'muller sohne'],
  ['—', ''],
  [null, ''],
])('the name %j is compared as %j', (name, key) => expect(nameKey(name)).toBe(key))

it('puts every source in one place, whatever their order', () => {
  const few = fc.constantFrom(1, 2, 3)
  const any = fc.record({
    publisher: fc.option(few.map(String)),
    url: fc.option(few.map((n) => `https://s${n}.example/`)),
    origin: fc.option(few.map(String)),
    originId: fc.option(few),
  })
  fc.assert(
    fc.property(fc.array(any, { maxLength: 8 }), fc.array(fc.tuple(few, few), { maxLength: 2 }), (made, alike) => {
      const sources = made.map((more, index) => source(index + 1, more))
      const grouping = groupSources(sources, alike)
      const placed = [...grouping.groups.flatMap((group) => group.sources), ...grouping.unnamed]
      expect(new Set(placed)).toEqual(new Set(sources))
      expect(placed).toHaveLength(sources.length)
      expect(groupSources(sources.toReversed(), alike).independent).toBe(grouping.independent)
      for (const group of grouping.groups) expect(group.sources.length > 1).toBe(group.ties.length > 0)
    }),
  )
})
