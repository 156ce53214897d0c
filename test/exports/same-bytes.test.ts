import { parse } from 'csv-parse/sync'
import { expect, it } from 'vitest'
import { byteOrderMark, csvRecord, unguard } from '../../server/exports/csv.ts'
import { plainOf } from '../../server/exports/column.ts'
import { claimColumns } from '../../server/exports/claim-columns.ts'
import { files } from '../../server/exports/words.ts'
import { demoNewsroom } from '../support/demo.ts'

it('writes every cell as the encoder would that looks at each, also those it is told are plain', async () => {
  const news = await demoNewsroom()
  const browser = await news.as(news.ada)
  for (const file of files) {
    for (const guarded of [false, true]) {
      const { text } = await browser.get(`/${file}.csv${guarded ? '' : '?variant=raw'}`)
      const rows: string[][] = parse(text, { record_delimiter: '\r\n', bom: true })
      expect(rows.length).toBeGreaterThan(1)
      const records = rows.map((row) => csvRecord(guarded ? row.map(unguard) : row, { delimiter: ',', guarded }))
      expect(text).toBe((guarded ? byteOrderMark : '') + records.join(''))
    }
  }
  expect(plainOf(claimColumns).filter(Boolean).length).toBeGreaterThan(5)
})
