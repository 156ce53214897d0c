import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { type Row, assemble, derive, escape } from './derive.ts'
import { median } from './loading.ts'
import { figure, table } from './table.ts'

const page = (rows: { id: number; title: string }[], text: string) =>
  `<ul>${rows.map(({ id, title }) => `<li id="claim-${id}">${escape(title)}</li>`).join('')}</ul><p>${escape(text.slice(0, 900))}</p><p>${escape(text.slice(900))}</p>`

describe('the page that the limit writes', () => {
  it('takes values from the rows and keeps the frame', () => {
    const rows = [{ id: 4711, title: 'Rates & charges' }]
    const parts = derive(page(rows, ''), [rows])
    expect(parts).toContainEqual({ query: 0, row: 0, column: 'title' })
    expect(parts).toContainEqual({ query: 0, row: 0, column: 'id' })
    expect(parts.filter((part) => typeof part === 'string').join()).not.toContain('Rates')
  })

  it('cuts a long text into the pieces that the page shows', () => {
    const text = 'The "ferry" sails at nine. '.repeat(100)
    const parts = derive(page([], text), [[{ text }]])
    expect(parts).toContainEqual({ query: 0, row: 0, column: 'text', slice: [0, 900] })
  })

  it('gives back the same bytes, whatever stands in the rows', () => {
    const row = fc.record({ id: fc.nat(), title: fc.string() })
    fc.assert(
      fc.property(fc.array(row), fc.string({ maxLength: 4_000, size: 'max' }), (rows, text) => {
        const results: Row[][] = [rows, [{ text }]]
        const whole = page(rows, text)
        expect(assemble(derive(whole, results), results)).toBe(whole)
      }),
    )
  })
})

it('takes the middle of several rounds', () => {
  expect(median([3, 1, 2])).toBe(2)
  expect(median([4, 1, 2, 3])).toBe(2.5)
})

it('prints a table that says what is short of its target', () => {
  const shown = table([
    { work: 'list', ours: figure(1_234.5, 'requests/s'), ratio: figure(0.5), target: '≥ 0.45', ok: true },
    { work: 'CSV', ours: figure(2.345, 's'), target: '≤ 2', ok: false },
    { work: 'memory', ours: 'no /proc here', target: '< 60 MB', ok: undefined },
  ])
  expect(shown.split('\n')).toHaveLength(5)
  expect(shown).toMatch(/list +\| 1,235 requests\/s \| – +\| 0\.50 +\| ≥ 0\.45 +\| ok/)
  expect(shown).toMatch(/2\.3\d s .* short/)
  expect(shown).toContain('not judged')
})
