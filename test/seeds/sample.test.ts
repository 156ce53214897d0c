import { readFileSync } from 'node:fs'
import { asc, eq, isNull } from 'drizzle-orm'
import { expect, it } from 'vitest'
import { claimants, claims, events, evidence, sentences, verdicts, versions } from '../../db/schema/index.ts'
import { sampleClaims } from '../../seeds/sample-claims.ts'
import { sampleText, spanOf, takeInSample } from '../../seeds/sample.ts'
import { verifyChain } from '../../server/history/chain.ts'
import { newsroom } from '../support/newsroom.ts'

async function sampleNewsroom() {
  const { db } = await newsroom()
  await takeInSample(db)
  const rows = await db.reader.select().from(claims).orderBy(asc(claims.id))
  return { db, conn: db.reader, rows }
}

it('takes the text in as it is given', async () => {
  const { conn } = await sampleNewsroom()
  const [version] = await conn.select().from(versions)
  expect(version?.text).toBe(readFileSync(new URL('../../seeds/sample-article.txt', import.meta.url), 'utf8'))
  expect(version?.text).toMatch(/^London is once again .* the price it might demand\.$/s)
})

it('finds every quote verbatim at its offsets', async () => {
  const { rows } = await sampleNewsroom()
  expect(rows.length).toBeGreaterThanOrEqual(24)
  for (const row of rows) expect(sampleText().slice(row.quoteStart, row.quoteEnd)).toBe(row.quote)
  expect(rows.map((row) => row.quote)).toEqual(sampleClaims.map((claim) => claim.quote))
})

it('numbers the claims from 1 in the order of the text', async () => {
  const { rows } = await sampleNewsroom()
  expect(rows.map((row) => row.number)).toEqual(rows.map((_, index) => index + 1))
  const places = rows.map((row) => row.quoteStart)
  expect(places).toEqual(places.toSorted((a, b) => a - b))
})

it('states each claim once, in a sentence that stands alone', async () => {
  const { rows } = await sampleNewsroom()
  for (const { statement } of rows) expect(statement).toMatch(/^\p{Lu}.*\.$/su)
  for (const { statement } of rows) expect(statement).not.toMatch(/^(He|She|They|It|His|This|That) /)
  expect(new Set(rows.map((row) => row.statement)).size).toBe(rows.length)
})

it('leaves every claim open, without evidence, verdict or date', async () => {
  const { conn, rows } = await sampleNewsroom()
  expect(new Set(rows.map((row) => row.state))).toEqual(new Set(['open']))
  expect(rows.filter((row) => row.claimedOn !== null || row.ratingId !== null)).toEqual([])
  expect([...(await conn.select().from(evidence)), ...(await conn.select().from(verdicts))]).toEqual([])
})

it('has overlapping claims, parts of sentences and one across sentences and quotation marks', async () => {
  const { rows } = await sampleNewsroom()
  const nested = rows.filter((a) =>
    rows.some((b) => a !== b && a.quoteStart >= b.quoteStart && a.quoteEnd <= b.quoteEnd),
  )
  expect(nested.length).toBeGreaterThan(5)
  expect(rows.some((row) => row.quote.includes('. While ') && row.quote.includes('”'))).toBe(true)
})

it('marks the sentences that hold claims, and no others', async () => {
  const { conn, rows } = await sampleNewsroom()
  for (const sentence of await conn.select().from(sentences)) {
    const held = rows.some((row) => row.quoteStart < sentence.end && row.quoteEnd > sentence.start)
    expect(sentence.triage).toBe(held ? 'claim' : 'untouched')
  }
})

it('says of everybody who claims something whether they are a person or an organisation', async () => {
  const { conn } = await sampleNewsroom()
  const kinds = await conn
    .selectDistinct({ name: claimants.name, kind: claimants.kind })
    .from(claimants)
    .innerJoin(claims, eq(claims.claimantId, claimants.id))
    .orderBy(claimants.name)
  expect(kinds).toEqual([
    { name: 'British military intelligence', kind: 'organisation' },
    { name: 'Donald Trump', kind: 'person' },
    { name: 'John Healey', kind: 'person' },
    { name: 'Russia', kind: 'organisation' },
    { name: 'Vladimir Putin', kind: 'person' },
  ])
})

it('is in the history from the first line, told by the program itself', async () => {
  const { conn, rows } = await sampleNewsroom()
  const told = await conn.select({ type: events.type }).from(events).where(isNull(events.actorId))
  expect(told.filter(({ type }) => type === 'claim.added')).toHaveLength(rows.length)
  expect(told[0]?.type).toBe('article.added')
  expect(await verifyChain(conn)).toMatchObject({ events: told.length })
})

it('refuses a quote that is not in the text, or is there twice', () => {
  expect(() => spanOf('a truce, a truce', { quote: 'peace' })).toThrow('Not in the text')
  expect(() => spanOf('a truce, a truce', { quote: 'truce' })).toThrow('More than once')
  expect(spanOf('a truce, a truce', { quote: 'truce', after: ', ' })).toEqual({ quoteStart: 11, quoteEnd: 16 })
})
