import { existsSync, readFileSync, readdirSync } from 'node:fs'
import { join } from 'node:path'
import { parse } from 'csv-parse/sync'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { csvRecord, guard, unguard } from '../../server/exports/csv.ts'

const raw = { delimiter: ',', guarded: false }
const read = (csv: string, delimiter = ',') =>
  parse(csv, { delimiter, record_delimiter: '\r\n', relax_column_count: true, skip_empty_lines: false })

const text = fc.oneof(
  fc.string({ unit: 'binary' }).filter((value) => value.isWellFormed()),
  fc.string({ unit: fc.constantFrom(...Array.from(`"',;|\t\r\n =+-@＝＋－＠a1\0`)) }),
)

describe('a record', () => {
  it('is read by others as it was written, whatever is in it and between its cells', () => {
    fc.assert(
      fc.property(
        fc.array(fc.array(text, { minLength: 2, maxLength: 5 }), { minLength: 1, maxLength: 5 }),
        fc.constantFrom(',', ';', '\t'),
        fc.boolean(),
        (rows, delimiter, guarded) => {
          const csv = rows.map((row) => csvRecord(row, { delimiter, guarded })).join('')
          const back = read(csv, delimiter) as string[][]
          expect(back.map((row) => row.map((cell) => (guarded ? unguard(cell) : cell)))).toEqual(rows)
        },
      ),
    )
  })

  it('ends with CRLF, keeps line feeds inside quotation marks and leaves empty what is not set', () => {
    const record = csvRecord(['a\nb', null, '', 0, -5, true, ['x', 'y'], 'say "no"', ' padded'], raw)
    expect(record).toBe('"a\nb",,,0,-5,true,x | y,"say ""no"""," padded"\r\n')
  })

  it('is quoted where it must be and nowhere else', () => {
    const asAsked = (value: string, guarded: boolean) => {
      const safe = guarded ? guard(value) : value
      return /[",;\t\r\n]/.test(safe) || safe.trim() !== safe ? `"${safe.replaceAll('"', '""')}"` : safe
    }
    const edges = fc.string({ unit: fc.constantFrom(...Array.from(`az09 ,"'=-\u00A0é~\u007F😀\n`)), maxLength: 4 })
    fc.assert(
      fc.property(fc.oneof(edges, text), fc.boolean(), (value, guarded) => {
        expect(csvRecord([value], { delimiter: ',', guarded })).toBe(`${asAsked(value, guarded)}\r\n`)
      }),
      { numRuns: 500 },
    )
  })

  it('guards text and lists, and never a number', () => {
    const guarded = { delimiter: ',', guarded: true }
    expect(csvRecord(['-5% growth', -5, ['=1', 'b'], null], guarded)).toBe("'-5% growth,-5,'=1 | b,\r\n")
  })
})

describe('the guard', () => {
  it.each([
    '=1+1',
    '+1',
    '-1',
    '@SUM(A1)',
    '\t=1',
    '\r=1',
    '\0=1',
    '  =1',
    '\n=1',
    '\u00A0=1',
    '\uFEFF=1',
    '\t',
    '\ra',
    '＝1+1',
    '＋1',
    '－1',
    '＠x',
    ' ＝1',
    "'=1",
    "''-1",
    "' =1",
  ])('stands before what a spreadsheet would run: %j', (formula) => {
    expect(guard(formula)).toBe(`'${formula}`)
  })

  it.each(['', 'a', ' a', "'a", "'", '1-2', '5 = 5', '“=1”', '−5 %', "rock 'n' roll", '\n', ' '])(
    'leaves the rest alone: %j',
    (plain) => {
      expect(guard(plain)).toBe(plain)
      expect(unguard(plain)).toBe(plain)
    },
  )

  it('can be taken away again from any text', () => {
    const risky = fc.string({ unit: fc.constantFrom(...Array.from(`'=+-@ \t\r\n\0＝＋－＠\uFEFFab`)) })
    fc.assert(fc.property(fc.oneof(risky, text), (value) => unguard(guard(value)) === value))
  })

  it('lets no text begin with a formula sign', () => {
    fc.assert(fc.property(text, (value) => !/^\s*[=+\-@＝＋－＠]/.test(guard(value))))
  })
})

// Vectors of others, where they are at hand.
const hostile = process.env['STET_HOSTILE'] ?? join(import.meta.dirname, '../../../shared/data/hostile')

describe.skipIf(!existsSync(hostile))('the vectors of others', () => {
  it('come back the same: csv-spectrum', () => {
    const folder = join(hostile, 'csv-spectrum/json')
    for (const file of existsSync(folder) ? readdirSync(folder) : []) {
      const rows = JSON.parse(readFileSync(join(folder, file), 'utf8')) as Record<string, string>[]
      const table = [Object.keys(rows[0] ?? {}), ...rows.map((row) => Object.values(row))]
      expect([file, read(table.map((row) => csvRecord(row, raw)).join(''))]).toEqual([file, table])
    }
  })

  it('come back the same: the big list of naughty strings', () => {
    const file = join(hostile, 'blns/blns.json')
    if (!existsSync(file)) return
    const strings = JSON.parse(readFileSync(file, 'utf8')) as string[]
    const csv = strings.map((value) => csvRecord(['x', value], { delimiter: ',', guarded: true })).join('')
    expect((read(csv) as string[][]).map(([, cell = '']) => unguard(cell))).toEqual(strings)
    expect(strings.filter((value) => /^\s*[=+\-@]/.test(guard(value)))).toEqual([])
  })
})
