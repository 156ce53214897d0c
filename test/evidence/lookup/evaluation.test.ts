import { expect, it } from 'vitest'
import { measure } from './measure.ts'

// 200 passages of 20 documents: HTML, PDF and DOCX. `npm run passages` prints the table.
it('finds every passage that is there, most with up to 8 % of the characters changed, and none that is not', async () => {
  const { lines, foreign } = await measure({ others: 1 })
  const asTheyAre = lines.filter(({ what }) => what.startsWith('as they are'))
  expect(asTheyAre.reduce((sum, { passages }) => sum + passages, 0)).toBe(200)
  for (const { what, passages, found } of asTheyAre) expect([what, found]).toEqual([what, passages])
  // In a PDF the number of a page may stand in the middle of a passage, which is then shown.
  for (const { what, passages, exact } of asTheyAre)
    expect([what, exact / passages >= (what.endsWith('PDF') ? 0.9 : 1)]).toEqual([what, true])
  for (const { what, passages, found } of lines.slice(asTheyAre.length))
    expect([what, found / passages >= 0.95]).toEqual([what, true])
  expect(foreign.looked).toBe(200)
  expect(foreign.found).toEqual([])
}, 60_000)
