import fc from 'fast-check'
import { expect, it } from 'vitest'
import { partialDateProblem, partialDateWords } from '../../server/values/partial-date.ts'

const realDay = fc.date({ min: new Date('0000-01-01'), max: new Date('9999-12-31'), noInvalidDate: true })
const iso = (date: Date) => date.toISOString().slice(0, 10)

it('takes every day there is, its month and its year', () => {
  fc.assert(
    fc.property(realDay, fc.constantFrom(4, 7, 10), (date, length) => {
      expect(partialDateProblem(iso(date).slice(0, length))).toBeUndefined()
    }),
  )
})

it('refuses every day there is not', () => {
  const parts = fc.tuple(fc.nat(9999), fc.nat(99), fc.nat(99))
  fc.assert(
    fc.property(parts, ([year, month, day]) => {
      const text = [String(year).padStart(4, '0'), pad(month), pad(day)].join('-')
      const parsed = new Date(`${text}T00:00:00Z`)
      const exists = !Number.isNaN(parsed.getTime()) && iso(parsed) === text
      expect(partialDateProblem(text) === undefined).toBe(exists)
    }),
    { numRuns: 1_000 },
  )
})

it.each([
  '',
  '25',
  '2025-4',
  '2025-04-1',
  '2025/04/23',
  '23.04.2025',
  '2025-04-23T10:00',
  ' 2025',
  '２０２５',
  '2025-',
  '-2025',
])('refuses “%s” and shows the form it wants', (text) => {
  expect(partialDateProblem(text)).toContain('2025-04-23')
})

it('knows leap years', () => {
  expect(partialDateProblem('2024-02-29')).toBeUndefined()
  expect(partialDateProblem('2000-02-29')).toBeUndefined()
  expect(partialDateProblem('1900-02-29')).toBe('1900-02 has no day 29.')
  expect(partialDateProblem('2025-13')).toBe('There is no month 13. Months go from 01 to 12.')
})

it('says no more than is known', () => {
  expect(partialDateWords('2025-04-03')).toBe('3 April 2025')
  expect(partialDateWords('2025-04')).toBe('April 2025')
  expect(partialDateWords('2025')).toBe('2025')
})

it('says the day, the month in words and the year of every date', () => {
  fc.assert(
    fc.property(realDay, (date) => {
      const month = new Intl.DateTimeFormat('en', { month: 'long', timeZone: 'UTC' }).format(date)
      expect(partialDateWords(iso(date))).toBe(`${date.getUTCDate()} ${month} ${iso(date).slice(0, 4)}`)
    }),
  )
})

const pad = (number: number) => String(number).padStart(2, '0')
