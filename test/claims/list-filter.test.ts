import fc from 'fast-check'
import { expect, it } from 'vitest'
import { columnKeys } from '../../server/claims/column-words.ts'
import { claimKinds, claimStates, priorities } from '../../server/claims/words.ts'
import {
  type Filter,
  everything,
  filterQuery,
  listAddress,
  readFilter,
  sorts,
  usualSort,
} from '../../server/claims/filter.ts'

const maybe = <T>(value: fc.Arbitrary<T>) => fc.option(value, { nil: null })
const id = fc.integer({ min: 1, max: 999_999_999_999_999 })
const words = fc
  .array(fc.string({ unit: 'grapheme', minLength: 1, maxLength: 12 }), { minLength: 1, maxLength: 8 })
  .map((list) => list.join(' ').trim())
  .filter((text) => text !== '' && text.split(/\s+/).length <= 8 && !text.includes('\0'))

const filters: fc.Arbitrary<Filter> = fc.record({
  state: maybe(fc.constantFrom(...claimStates, 'all' as const)),
  rating: maybe(fc.constantFrom('none', 'mostly-true', 'false', 'own_label')),
  article: maybe(id),
  claimant: maybe(id),
  reportedBy: maybe(id),
  tag: maybe(words),
  assignee: maybe(fc.oneof(id, fc.constantFrom('me' as const, 'none' as const))),
  kind: maybe(fc.constantFrom(...claimKinds)),
  priority: maybe(fc.constantFrom(...priorities)),
  due: maybe(fc.constantFrom('overdue' as const, 'week' as const, 'none' as const)),
  evidence: maybe(fc.constant('none' as const)),
  q: maybe(words),
  sort: fc.constantFrom(...sorts),
  columns: maybe(fc.subarray([...columnKeys])),
})

const read = (address: string) => readFilter(Object.fromEntries(new URLSearchParams(address)))

it('is the same after it was written into an address and read back', () => {
  fc.assert(
    fc.property(filters, (filter) => {
      expect(read(filterQuery(filter))).toEqual({ filter, problems: [] })
    }),
  )
})

it('reads any address without failing, and names everything it leaves out', () => {
  fc.assert(
    fc.property(fc.dictionary(fc.string(), fc.string()), (query) => {
      const given = Object.entries(query).filter(([, value]) => value.trim() !== '').length
      const { filter, problems } = readFilter(query)
      const kept = [...new URLSearchParams(filterQuery(filter))].length
      expect(kept + problems.length).toBeLessThanOrEqual(given)
      expect(read(filterQuery(filter))).toEqual({ filter, problems: [] })
    }),
  )
})

it('has no words for everything', () => {
  expect(filterQuery(everything)).toBe('')
  expect(listAddress('/claims', everything)).toBe('/claims')
  expect(listAddress('/claims', everything, { after: '12' })).toBe('/claims?after=12')
  expect(readFilter({ state: '', q: '  ' })).toEqual({ filter: everything, problems: [] })
})

it('sorts an article by its numbers and what is due by its date, unless told otherwise', () => {
  expect(read('article=3').filter.sort).toBe('number')
  expect(read('due=overdue&article=3').filter.sort).toBe('due')
  expect(read('article=3&sort=newest').filter.sort).toBe('newest')
  expect(usualSort({ article: null, due: 'none' })).toBe('newest')
})

it('refuses what is too long to search for', () => {
  expect(readFilter({ q: 'a b c d e f g h i' }).problems).toHaveLength(1)
  expect(readFilter({ q: 'x'.repeat(201) }).problems[0]).toContain('at most 8 words and 200 characters')
})
