import { parse } from 'csv-parse/sync'
import { expect, it } from 'vitest'
import { claimants } from '../../db/schema/index.ts'
import { write } from '../../db/write.ts'
import { newShared, readShared } from '../../server/exports/shared.ts'
import { someClaims } from '../claims/list-claims.ts'
import { type Newsroom, newsroom } from '../support/newsroom.ts'

async function claimantsOf(news: Newsroom, count: number): Promise<number[]> {
  const rows = Array.from({ length: count }, (_, index) => ({
    name: `Person ${index}`,
    nameKey: `person ${index}`,
    role: index % 2 ? 'Mayor' : '',
    roleKey: index % 2 ? 'mayor' : '',
    createdAt: news.clock.now().toISOString(),
  }))
  return write(news.db, async (tx) => {
    const added = await tx.insert(claimants).values(rows).returning({ id: claimants.id })
    return added.map(({ id }) => id)
  })
}

it('writes in a file of many pages what each claim has by itself', async () => {
  const news = await newsroom()
  const people = await claimantsOf(news, 7)
  const ids = await someClaims(news, 230, (index) => ({
    claimantId: index % 5 ? people[index % 7] : null,
    reportedById: index % 3 ? null : people[index % 2],
  }))
  const browser = await news.as(news.cleo)
  const { text } = await browser.get('/claims.csv?sort=oldest&variant=raw')
  const rows: Record<string, string>[] = parse(text, { columns: true, record_delimiter: '\r\n' })
  expect(rows.map(({ claim_id }) => Number(claim_id))).toEqual(ids)
  for (const [index, row] of rows.entries()) {
    const [claimant, reporter] = [index % 5 ? index % 7 : undefined, index % 3 ? undefined : index % 2]
    expect(row).toMatchObject({
      statement: `Claim ${index + 1}.`,
      claimant: claimant === undefined ? '' : `Person ${claimant}`,
      claimant_role: claimant !== undefined && claimant % 2 ? 'Mayor' : '',
      reported_by: reporter === undefined ? '' : `Person ${reporter}`,
      article_version: '1',
    })
  }
})

it('keeps the first of what it has read, and always all of the page', async () => {
  const news = await newsroom()
  const people = await claimantsOf(news, 2_010)
  const shared = newShared()
  const none = new Set<number>()
  const page = (ids: number[]) =>
    readShared(news.db.reader, shared, { versions: none, claimants: new Set(ids), ratings: none, people: none })
  const named = (ids: number[]) => ids.map((id) => shared.claimants.of(id)?.name)
  const [first, beyond, next] = [people.slice(0, 2), people.slice(2_000, 2_003), people.slice(2_003)]
  await page(people.slice(0, 1_999))
  await page([...people.slice(1_999, 2_000), ...beyond])
  expect(named(beyond)).toEqual(['Person 2000', 'Person 2001', 'Person 2002'])
  await page([...first, ...next])
  expect(named([...first, ...next]).filter(Boolean)).toHaveLength(9)
  expect(named(beyond)).toEqual([undefined, undefined, undefined])
})
