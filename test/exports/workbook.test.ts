import { describe, expect, it } from 'vitest'
import type { Cell } from '../../server/exports/csv.ts'
import { cellWriter, columnName, escaped, longestCell } from '../../server/exports/workbook-cells.ts'
import { workbookPieces } from '../../server/exports/workbook.ts'
import { partsOf } from './unzip.ts'

const at = '2025-05-12T09:00:00.000Z'

async function* pages(rows: Cell[][], size = 2): AsyncGenerator<Cell[][]> {
  for (let from = 0; from < rows.length; from += size) yield rows.slice(from, from + size)
}

async function packed(rows: Cell[][], rowsOnSheet?: number): Promise<Buffer> {
  const workbook = { name: 'claims', header: ['claim_id', 'statement'], pages: pages(rows), at }
  return Buffer.concat(await Array.fromAsync(workbookPieces({ ...workbook, ...(rowsOnSheet && { rowsOnSheet }) })))
}

describe('a cell', () => {
  it.each([
    ['claim_id', 12, '<c r="B2"><v>12</v></c>'],
    ['primary', true, '<c r="B2" s="5" t="b"><v>1</v></c>'],
    ['statement', null, ''],
    ['statement', '', ''],
    ['article_published_on', '2025-04-23', '<c r="B2" s="2"><v>45770</v></c>'],
    ['decided_at', '2025-04-23T12:00:00.000Z', '<c r="B2" s="3"><v>45770.5</v></c>'],
  ])('of %s is typed: %j', (name, cell, xml) => {
    expect(cellWriter(name)(cell, 'B2')).toBe(xml)
  })

  it.each([
    ['claim_number', '1-12'],
    ['statement', '=1+1'],
    ['statement', '007'],
    ['statement', '2025-04-23'],
    ['claimed_on', '2025-04'],
    ['claimed_on', '1850-03-01'],
    ['claimed_on', '1900-02-28'],
    ['tags', ['=1', '-2']],
  ])('of %s stays text: %j', (name, cell) => {
    const text = [cell].flat().join(' | ')
    expect(cellWriter(name)(cell, 'B2')).toBe(
      `<c r="B2" s="1" t="inlineStr"><is><t xml:space="preserve">${text}</t></is></c>`,
    )
  })

  it('holds what XML cannot, and what looks like that', () => {
    expect(escaped('a\r\n\0<b>&_x000D_\uFFFE _x00')).toBe('a_x000D_\n_x0000_&lt;b&gt;&amp;_x005F_x000D__xFFFE_ _x00')
  })

  it('that is too long is cut to what a cell holds, says so, and is never cut inside a character', () => {
    const text = /preserve">(.*)<\/t>/s
    const whole = 'x'.repeat(longestCell)
    expect(text.exec(cellWriter('quote')(whole, 'A1'))?.[1]).toBe(whole)
    for (const long of ['x'.repeat(longestCell + 1), `x${'😀'.repeat(40_000)}`, '😀'.repeat(40_000)]) {
      const cut = text.exec(cellWriter('quote')(long, 'A1'))?.[1] ?? ''
      expect(cut.length).toBeLessThanOrEqual(longestCell)
      expect(cut.isWellFormed()).toBe(true)
      expect(cut).toMatch(/^x?(x+|(😀)+) \[…\] Cut here: the whole text has (32,768|80,000|80,001) characters/u)
    }
  })

  it('has the letters of its column', () => {
    expect([0, 25, 26, 51, 52, 701, 702].map(columnName)).toEqual(['A', 'Z', 'AA', 'AZ', 'BA', 'ZZ', 'AAA'])
  })
})

describe('a workbook', () => {
  const rows: Cell[][] = [1, 2, 3, 4, 5].map((id) => [id, `No. ${id}`])

  it('is byte for byte the same for the same rows', async () => {
    expect(await packed(rows)).toEqual(await packed(rows))
  })

  it('goes on in a next sheet where one is full, with the same heading', async () => {
    const parts = await partsOf(await packed(rows, 3))
    const names = [...(parts.get('xl/workbook.xml') ?? '').matchAll(/<sheet name="([^"]*)"/g)].map(([, name]) => name)
    expect(names).toEqual(['claims', 'claims 2', 'claims 3'])
    const sheets = [1, 2, 3].map((number) => parts.get(`xl/worksheets/sheet${number}.xml`) ?? '')
    const ids = sheets.map((xml) => [...xml.matchAll(/<c r="A\d+"><v>(\d+)/g)].map(([, id]) => Number(id)))
    expect(ids).toEqual([[1, 2], [3, 4], [5]])
    for (const xml of sheets) expect(xml).toContain('>claim_id<')
  })

  it('of no rows has its heading, and no more sheets than it needs', async () => {
    for (const [some, count] of [
      [[], 1],
      [rows.slice(0, 4), 2],
    ] as const) {
      const parts = await partsOf(await packed([...some], 3))
      expect([...parts.keys()].filter((name) => name.includes('sheets/'))).toHaveLength(count)
    }
  })

  it('lets go of what it reads from when whoever asked goes away, or when that fails', async () => {
    let closed = 0
    async function* endless(fails: boolean): AsyncGenerator<Cell[][]> {
      try {
        for (let id = 0; ; id++) {
          if (fails && id > 5_000) throw new Error('The disk is gone')
          yield [[id, `${Math.sin(id)}`.repeat(20)]]
        }
      } finally {
        closed += 1
      }
    }
    const workbook = { name: 'claims', header: ['claim_id', 'statement'], at }
    for await (const piece of workbookPieces({ ...workbook, pages: endless(false) })) if (piece.length > 100) break
    expect(closed).toBe(1)
    await expect(Array.fromAsync(workbookPieces({ ...workbook, pages: endless(true) }))).rejects.toThrow('disk is gone')
    expect(closed).toBe(2)
  })
})
