import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { parse } from 'csv-parse/sync'
import { expect, it } from 'vitest'
import { guard } from '../../server/exports/csv.ts'
import { files } from '../../server/exports/words.ts'
import { someClaims } from '../claims/list-claims.ts'
import { answerProposal, proposeCorrection } from '../../server/corrections/proposal.ts'
import { published } from '../corrections/published.ts'
import { aSource, anItem } from '../evidence/harbour.ts'
import { nasty } from '../hostile/strings.ts'
import { type Newsroom, newsroom } from '../support/newsroom.ts'
import { rated } from '../verdicts/harbour.ts'
import { type Seen, opened, soffice } from './libreoffice.ts'

const long = `${'A claim that does not end. '.repeat(1_500)}It ends.`
const formulas = [
  '=HYPERLINK("https://bad.example","x")',
  '  =1+1',
  '\t=1+1',
  '\r=1+1',
  '\n=1+1',
  '＋1',
  '－1',
  '＠A1',
  "''-1",
]
const numbers = [
  '007',
  '+4930123456',
  '12345678901234567890',
  '0.10',
  '1e5',
  '1/2',
  '3-12',
  '50%',
  '£5',
  '1,000',
  'TRUE',
]
const days = ['2025-04-23', '2025-04', '23.04.2025', '4/23', '12:30', 'April 2025']
const odd = ['two\nlines\n\nand a half', 'three\r\nlines', '$A$1', '#REF!', '_x000D_ and _x0041_', ' both ', '\ttab']
const hostile = [...nasty, ...formulas, ...numbers, ...days, ...odd, 'say "no"', '"', '""', ';', ',', '|', long]

async function hostileNewsroom(): Promise<Newsroom> {
  const news = await newsroom({ PUBLIC_URL: 'https://stet.example' })
  const { db, cleo, edith } = news
  const ids = await someClaims(news, hostile.length, (index) => ({ statement: hostile[index] ?? '' }))
  const [claim = 0] = ids
  for (const text of hostile) await anItem(db, cleo, claim, await aSource(db, text, { publisher: text }), text)
  const decision = await published(news, claim)
  const changed = { ratingId: rated.halfTrue, rationale: '-5 % of it', explanation: null, kind: 'correction' } as const
  const { proposalId } = await proposeCorrection(db, cleo, claim, { ...changed, note: '=1+1', decision })
  await answerProposal(db, edith, proposalId, { outcome: 'approved', reason: null })
  return news
}

type Table = [header: string[], ...rows: string[][]]

const read = (csv: string) => parse(csv, { record_delimiter: '\r\n' }) as Table

/** The files in every format, in folders of their own, and what has to be in them. */
async function taken(news: Newsroom) {
  const browser = await news.as(news.ada)
  const dir = news.world.config.dataDir
  for (const folder of ['xlsx', 'csv', 'raw']) mkdirSync(join(dir, 'files', folder), { recursive: true })
  const tables = new Map<string, Table>()
  const ask = async (path: string) => (await browser.get(path).responseType('blob').expect(200)).body as Buffer
  for (const [index, file] of files.entries()) {
    const raw = await ask(`/${file}.csv?variant=raw`)
    tables.set(file, read(raw.toString()))
    writeFileSync(join(dir, 'files/xlsx', `${file}.xlsx`), await ask(`/${file}.xlsx`))
    const delimiter = ['comma', 'semicolon', 'tab'][index % 3]
    writeFileSync(join(dir, 'files/csv', `${file}.csv`), await ask(`/${file}.csv?delimiter=${delimiter}`))
    if (file === 'claims') writeFileSync(join(dir, 'files/raw', 'claims.csv'), raw)
  }
  return { dir, tables, from: (folder: string) => join(dir, 'files', folder) }
}

// A line ends in a cell of LibreOffice as it does there, whatever it ended with; what XML has no sign for, it cannot show.
const shown = (text: string) =>
  text.replaceAll('\r\n', '\n').replaceAll(/[^\P{Cc}\t\n\r\u007F-\u009F]|[\uFFFE\uFFFF]/gu, '')

function fitting(text: string): string {
  const mark = ` […] Cut here: the whole text has ${text.length.toLocaleString('en')} characters, more than a cell can hold. It is whole in the CSV.`
  return text.length > 32_767 ? text.slice(0, 32_767 - mark.length) + mark : text
}

function differing(table: Table, seen: Seen[][] | undefined, expected: (text: string) => string): unknown[] {
  const cell = (row: number, column: number) => seen?.[row]?.[column]?.value ?? ''
  return table.flatMap((row, at) =>
    row.flatMap((text, column) => {
      const [wanted, got] = [shown(expected(text)), cell(at, column)]
      return wanted === got ? [] : [{ at: `${table[0][column]} of row ${at}`, wanted, got }]
    }),
  )
}

// LibreOffice reads a CR in a CSV as the end of a line, as it does an LF; in a workbook it keeps it.
const guarded = (text: string) => guard(text).replaceAll(/\r\n?/g, '\n')

// LibreOffice holds what a workbook says is true or false as one of these.
const truths = ['of:=TRUE()', 'of:=FALSE()']
const formulasIn = (rows: Seen[][] = []) =>
  rows.flat().filter(({ formula }) => formula !== undefined && !truths.includes(formula))

function typesOf([header, ...rows]: Table = [[]], seen: Seen[][] = []): Record<string, string[]> {
  const typesIn = (column: number) => rows.map((_row, at) => seen[at + 1]?.[column]?.type ?? '')
  return Object.fromEntries(header.map((name, column) => [name, [...new Set(typesIn(column).filter(Boolean))]]))
}

it.skipIf(!soffice && !process.env['CI'])(
  `opens in LibreOffice with every cell as it is, and no formula lives${soffice ? '' : ' (skipped: there is no LibreOffice here)'}`,
  { timeout: 120_000 },
  async () => {
    expect(soffice, 'LibreOffice is needed here: apt-get install libreoffice-calc-nogui').toBeDefined()
    const { dir, tables, from } = await taken(await hostileNewsroom())
    const workbooks = await opened(from('xlsx'), dir)
    const asText = await opened(from('csv'), dir, { asText: true, columns: 60 })
    const eager = await opened(from('csv'), dir, { asText: false, columns: 60 })
    for (const [file, table] of tables) {
      expect([file, differing(table, workbooks.get(file), fitting)]).toEqual([file, []])
      expect([file, differing(table, asText.get(file), guarded)]).toEqual([file, []])
      const live = [workbooks, asText, eager].flatMap((all) => formulasIn(all.get(file)))
      expect([file, live]).toEqual([file, []])
    }
    expect(typesOf(tables.get('claims'), workbooks.get('claims'))).toMatchObject({
      claim_id: ['float'],
      claim_number: ['string'],
      statement: ['string'],
      claimed_on: [],
      correction_count: ['float'],
      decided_at: ['date'],
    })
    const unguarded = await opened(from('raw'), dir, { asText: false, columns: 60 })
    // Without the guard they would.
    expect(formulasIn(unguarded.get('claims')).map(({ formula }) => formula)).toContain('of:=1+1')
  },
)
