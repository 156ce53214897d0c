import fc from 'fast-check'
import { expect, it } from 'vitest'
import { countIndependent } from '../../server/independence/count.ts'
import { type WeighedSource, groupSources } from '../../server/independence/grouping.ts'

const few = fc.constantFrom(1, 2, 3, 4)
const any = fc.record({
  publisher: fc.option(fc.constantFrom('The Bell', 'bell', 'Coast News', 'Harbour Board', '')),
  url: fc.option(fc.oneof(fc.nat(20), few).map((site) => `https://www.s${site}.example/`)),
  origin: fc.option(fc.constantFrom('Bell Ltd', 'The Ministry', '—')),
  originId: fc.option(few),
})
const pairs = fc.array(fc.tuple(few, few), { maxLength: 2 })

const numbered = (made: Omit<WeighedSource, 'id' | 'title' | 'primary' | 'confidential'>[]): WeighedSource[] =>
  made.map((source, index) => ({ id: index + 1, title: '', primary: false, confidential: false, ...source }))

it('counts as the grouping does that gives the reasons, whatever ties the sources and in however many steps', () => {
  fc.assert(
    fc.property(fc.array(any, { maxLength: 8 }), pairs, (made, alike) => {
      const sources = numbered(made)
      expect(countIndependent(sources, alike)).toBe(groupSources(sources, alike).independent)
    }),
    { numRuns: 1_000 },
  )
})

it('counts lists of any length', () => {
  const plain = { origin: null, originId: null }
  const many = Array.from({ length: 300 }, (_, index) => ({
    ...plain,
    publisher: `Paper ${Math.floor(index / 2)}`,
    url: `https://s${index}.example/`,
  }))
  expect(countIndependent(numbered(many))).toBe(150)
  expect(countIndependent(numbered(many.slice(0, 30)))).toBe(15)
  expect([0, 1].map((length) => countIndependent(numbered(many.slice(0, length))))).toEqual([0, 1])
})
