import { existsSync, readFileSync, readdirSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { delimiterOf, encodingOf } from '../../server/imports/encoding.ts'
import { orderIn, readDate } from '../../server/imports/dates.ts'
import { guessFields, guessValue } from '../../server/imports/guess.ts'
import { readColumns } from '../../server/imports/columns.ts'
import { type Format, type Row, readTable } from '../../server/imports/table.ts'

async function table(bytes: Buffer | string, format?: Partial<Format>): Promise<Row[]> {
  const file = Buffer.from(bytes as string)
  const encoding = await encodingOf([file])
  const delimiter = delimiterOf(new TextDecoder(encoding).decode(file))
  const rows: Row[] = []
  for await (const row of readTable([file], { encoding, delimiter, ...format })) rows.push(row)
  return rows
}
const cells = async (bytes: Buffer | string) => (await table(bytes)).map((row) => row.cells)

describe('a file', () => {
  it.each([
    ['commas', 'a,b\n1,"x;y"\n'],
    ['semicolons', 'a;b\n1;x;y\n'],
    ['tabs', 'a\tb\r\n1\tx\r\n'],
    ['a line that says so', 'sep=;\r\na;b\r\n1;x\r\n'],
  ])('is parted by %s', async (_name, text) => {
    expect((await cells(text))[0]).toEqual(['a', 'b'])
  })

  it('is read in the encoding it was written in, with and without a byte order mark', async () => {
    const text = 'Aussage;Wer\n„Größer“ — ½;Ömer\n'
    const expected = [
      ['Aussage', 'Wer'],
      ['„Größer“ — ½', 'Ömer'],
    ]
    expect(await cells(text)).toEqual(expected)
    expect(await cells(`\uFEFF${text}`)).toEqual(expected)
    expect(await cells(Buffer.from(`\uFEFF${text}`, 'utf16le'))).toEqual(expected)
    expect(await cells(Buffer.from(`\uFEFF${text}`, 'utf16le').swap16())).toEqual(expected)
    const old = Buffer.from('Aussage;Wer\n\x84Gr\xF6\xDFer\x93 \x97 \xBD;\xD6mer\n', 'latin1')
    expect(await encodingOf([old])).toBe('windows-1252')
    expect(await cells(old)).toEqual(expected)
  })

  it('names rows by the line they begin in, and passes empty ones over', async () => {
    const rows = await table('a,b\n\n"two\nlines",x\n,\nlast,y\n')
    expect(rows.map(({ row, line }) => [row, line])).toEqual([
      [0, 1],
      [1, 3],
      [2, 6],
    ])
  })

  it('with a quotation mark that is never closed is refused with its line', async () => {
    await expect(table('a,b\n1,2\n"never,closed\n')).rejects.toMatchObject({
      problems: { file: expect.stringContaining('quotation mark') },
    })
  })

  const spectrum = join(import.meta.dirname, '../../../shared/data/hostile/csv-spectrum')
  it.skipIf(!existsSync(spectrum))('of every kind that parsers stumble over is read as its makers say', async () => {
    const names = readdirSync(join(spectrum, 'csvs')).map((name) => name.replace(/\.csv$/, ''))
    expect(names.length).toBeGreaterThan(5)
    for (const name of names) {
      const [header = [], ...rows] = await cells(readFileSync(join(spectrum, 'csvs', `${name}.csv`)))
      const read = rows.map((row) => Object.fromEntries(header.map((key, at) => [key, row[at]])))
      const text = readFileSync(join(spectrum, 'json', `${name}.json`), 'utf8')
      const expected = JSON.parse(text.replaceAll('\\r\\n', '\\n'))
      expect(read, name).toEqual(expected)
    }
  })
})

describe('a date', () => {
  it.each([
    ['2024-05-03', '2024-05-03'],
    ['2024-05', '2024-05'],
    ['2024', '2024'],
    ['2024/5/3', '2024-05-03'],
    ['2024-05-03T10:00:00Z', '2024-05-03'],
    ['3 May 2024', '2024-05-03'],
    ['May 3rd, 2024', '2024-05-03'],
    ['3. Mai 2024', '2024-05-03'],
    ['3 de mayo de 2024', '2024-05-03'],
    ['14 févr. 2024', '2024-02-14'],
    ['May 2024', '2024-05'],
    ['05/2024', '2024-05'],
    ['03.05.2024', '2024-05-03'],
    ['31/12/24', '2024-12-31'],
    ['12/31/1999', '1999-12-31'],
    ['5/5/2024', '2024-05-05'],
    ['45415', '2024-05-03'],
    ['n/a', null],
    ['', null],
  ])('%s is %s', (cell, date) => {
    expect(readDate(cell, undefined)).toEqual({ date })
  })

  it('whose day and month may change places is asked about', () => {
    expect(readDate('03/05/2024', undefined)).toEqual({ unsure: true })
    expect(readDate('03/05/2024', 'dmy')).toEqual({ date: '2024-05-03' })
    expect(readDate('03/05/2024', 'mdy')).toEqual({ date: '2024-03-05' })
    expect(['3/5/2024', '13/5/2024', '5/13/2024', '5/5/2024', '2024-05-03'].map(orderIn)).toEqual([
      'unsure',
      'dmy',
      'mdy',
      undefined,
      undefined,
    ])
  })

  it.each(['31/02/2024', 'last spring', '2024-13-01', '99999'])('%s is none', (cell) => {
    expect(readDate(cell, 'dmy')).toHaveProperty('problem')
  })
})

describe('columns', () => {
  const guessed = async (text: string) => {
    const found = await readColumns(readTable([Buffer.from(text)], { encoding: 'utf-8', delimiter: delimiterOf(text) }))
    return guessFields(found?.columns ?? [])
  }

  it('are known by their names in several languages', async () => {
    expect(
      await guessed(
        'Nr;Datum;Sprecherin;Partei;Behauptung;Bewertung;Begründung;Quellen\n1;3.5.2024;Z;P;B;falsch;weil;https://a.example\n',
      ),
    ).toEqual(['id', 'stated', 'claimant', 'role', 'claim', 'rating', 'rationale', 'source'])
    expect(
      await guessed('Claim,Who said it,Date checked,Verdict,Link\nx,y,2024-05-03,False,https://a.example/1\n'),
    ).toEqual(['claim', 'claimant', 'checked', 'rating', 'url'])
    expect(await guessed('Afirmación,Fecha,Calificación\nx,3/5/2024,falso\n')).toEqual(['claim', 'stated', 'rating'])
  })

  it('are known by what stands in them where their names say nothing', async () => {
    expect(await guessed('Claim,Foo,Bar\nx,https://a.example,13/5/2024\ny,https://b.example,14/5/2024\n')).toEqual([
      'claim',
      'source',
      'stated',
    ])
  })

  it('of ratings are placed between false and true only where that is clear', () => {
    expect(
      ['FALSE', 'falsch', 'Mostly true', 'half-true', 'Pants on Fire!', 'Verdadero', 'Unproven'].map(guessValue),
    ).toEqual(['1', '1', '4', '3', '1', '5', ''])
  })
})
