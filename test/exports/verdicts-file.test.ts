import { expect, it } from 'vitest'
import { aSource, anItem } from '../evidence/harbour.ts'
import { openedRound, typed } from '../rounds/two-checkers.ts'
import { rowsOf } from './a-newsroom.ts'

type Browser = Awaited<ReturnType<typeof openedRound>>['cleos']

const rowsFor = async (browser: Browser, path = '/verdicts.csv?variant=raw&sort=oldest') =>
  rowsOf((await browser.get(path).expect(200)).text)

const header =
  'verdict_id,claim_id,claim_number,claim_url,verdict_number,rating,rating_value,rating_scale,rationale,explanation,checker,given_at,independent,evidence_ids,override_reason,review,reviewer,review_reason,reviewed_at,decision_number,decision_basis,decided_at,departs_from_claim_id,departs_from_check_id,departure_reason,exported_at,schema_version'

it('holds every verdict with its review, also one that was returned', async () => {
  const { bens, claim } = await openedRound({ returned: true })
  const { text } = await bens.get('/verdicts.csv').expect(200)
  expect(text.split('\r\n')[0]).toBe(`\uFEFF${header}`)
  const [row, ...others] = rowsOf(text)
  expect(others).toEqual([])
  expect(row).toMatchObject({
    verdict_id: '1',
    claim_id: String(claim),
    claim_number: '1-1',
    verdict_number: '1',
    rating: 'false',
    rating_value: '1',
    rationale: 'Ben, before.',
    explanation: '',
    checker: 'Ben',
    independent: 'false',
    review: 'returned',
    reviewer: 'Edith',
    review_reason: 'Which ships?',
    decision_number: '',
    decision_basis: '',
  })
})

it('holds no verdict of a round that is open, not for its author or an admin, and all of one that is closed', async () => {
  const { cleos, bens, adas, claim } = await openedRound()
  await cleos.post(`/claims/${claim}/verdicts`, { ...typed, rationale: 'Cleo, sealed.' }).expect(303)
  for (const browser of [cleos, bens, adas]) {
    expect(await rowsFor(browser)).toEqual([])
    expect((await browser.get('/verdicts.json')).body).toMatchObject({ verdicts: [] })
  }
  await bens.post(`/claims/${claim}/verdicts`, { ...typed, rationale: 'Ben, sealed.' }).expect(303)
  const rows = await rowsFor(bens)
  expect(rows.map(({ rationale, independent }) => [rationale, independent])).toEqual(
    expect.arrayContaining([
      ['Cleo, sealed.', 'true'],
      ['Ben, sealed.', 'true'],
    ]),
  )
})

it('names the evidence that a verdict rests on, and none that is confidential', async () => {
  const { db, cleo, ediths, bens, other } = await openedRound()
  const secret = await aSource(db, 'A letter', { confidential: true })
  const hidden = await anItem(db, cleo, other, secret)
  const shown = await anItem(db, cleo, other, await aSource(db, 'A chart'))
  const given = { ...typed, rationale: 'By the chart.', evidence: [String(hidden), String(shown)] }
  await bens.post(`/claims/${other}/verdicts`, given).expect(303)
  const [row] = await rowsFor(ediths, `/verdicts.csv?variant=raw&article=1`)
  expect(row).toMatchObject({ rationale: 'By the chart.', evidence_ids: String(shown) })
})
