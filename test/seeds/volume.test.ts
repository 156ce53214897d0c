import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { eq, sql } from 'drizzle-orm'
import { beforeAll, expect, it, onTestFinished } from 'vitest'
import { type Db, openDatabase } from '../../db/open.ts'
import * as schema from '../../db/schema/index.ts'
import { makeDemo } from '../../seeds/demo/make.ts'
import { newDice } from '../../seeds/volume/dice.ts'
import { printText } from '../../seeds/volume/press.ts'
import { textHash } from '../../server/articles/article.ts'
import { splitSentences } from '../../server/articles/sentences.ts'
import { anchorOf } from '../../server/claims/anchor.ts'
import { systemClock, systemRandom } from '../../server/chance.ts'
import { verifyChain } from '../../server/history/chain.ts'

const now = new Date('2026-05-14T12:00:00Z')
const quiet = () => undefined
let dir: string

beforeAll(async () => {
  dir = mkdtempSync(join(tmpdir(), 'stet-volume-'))
  await makeDemo({ dir, claims: 300, now, say: quiet })
  return () => rmSync(dir, { recursive: true })
})

async function open(folder: string): Promise<Db> {
  const db = await openDatabase({ dir: folder, clock: systemClock, random: systemRandom, release: 'test' })
  onTestFinished(() => db.close())
  return db
}

it('has so many claims, in every state and of every rating', async () => {
  const { reader } = await open(dir)
  const claims = await reader.select().from(schema.claims)
  expect(claims).toHaveLength(300)
  expect(new Set(claims.map(({ state }) => state))).toEqual(new Set(schema.claimStates))
  expect(new Set(claims.flatMap(({ ratingId }) => ratingId ?? [])).size).toBe(9)
})

it('has every quote at its place, with what stands around it', async () => {
  const { reader } = await open(dir)
  const texts = new Map((await reader.select().from(schema.versions)).map(({ id, text }) => [id, text]))
  for (const claim of await reader.select().from(schema.claims)) {
    const { quote, prefix, suffix } = anchorOf(texts.get(claim.versionId) ?? '', claim.quoteStart, claim.quoteEnd)
    expect(claim).toMatchObject({ quote, prefix, suffix })
  }
})

it('has texts that hash to what is stored, and the sentences that taking in would make', async () => {
  const { reader } = await open(dir)
  const [version] = await reader.select().from(schema.versions).where(eq(schema.versions.id, 1))
  const { text = '', blocks = [], sha256 } = version ?? {}
  const sentences = await reader.select().from(schema.sentences).where(eq(schema.sentences.versionId, 1))
  expect(textHash(text)).toBe(sha256)
  expect(sentences.map(({ start, end }) => ({ start, end }))).toEqual(splitSentences(text, blocks, 'en'))
  expect(text.split(/\s+/).length).toBeGreaterThan(4_500)
})

it('has a history that verifies, in the order of its times', async () => {
  const { reader } = await open(dir)
  expect(await verifyChain(reader)).toMatchObject({ ok: true })
  const events = await reader.select({ at: schema.events.at }).from(schema.events).orderBy(schema.events.seq)
  expect(events.map(({ at }) => at)).toEqual(events.map(({ at }) => at).toSorted())
})

it('has counts that agree with what they count', async () => {
  const { reader } = await open(dir)
  const evidence = sql<number>`(select count(*) from evidence e where e.claim_id = claims.id and e.withdrawn_at is null)`
  const claims = await reader.select({ kept: schema.claims.evidenceCount, counted: evidence }).from(schema.claims)
  for (const { kept, counted } of claims) expect(kept).toBe(counted)
  const made = sql<number>`(select count(*) from claims c where c.article_id = articles.id and c.state not in ('candidate', 'set_aside'))`
  const articles = await reader.select({ kept: schema.articles.claimCount, counted: made }).from(schema.articles)
  for (const { kept, counted } of articles) expect(kept).toBe(counted)
})

it('has decisions that are the newest verdict of their claim, and claims that show them', async () => {
  const { reader } = await open(dir)
  const decisions = new Map((await reader.select().from(schema.decisions)).map((row) => [row.id, row]))
  for (const { id, decisionId, ratingId, state } of await reader.select().from(schema.claims)) {
    const decision = decisions.get(decisionId ?? 0)
    expect(decision !== undefined).toBe(state === 'decided' || state === 'published')
    if (decision) expect(decision).toMatchObject({ claimId: id, ratingId })
  }
})

it('keeps every index and trigger of an ordinary database', async () => {
  const fresh = mkdtempSync(join(tmpdir(), 'stet-volume-'))
  onTestFinished(() => rmSync(fresh, { recursive: true }))
  const parts = ({ writer }: Db) => writer.sqlite.prepare('SELECT sql FROM sqlite_schema ORDER BY sql').pluck().all()
  expect(parts(await open(dir))).toEqual(parts(await open(fresh)))
})

it('is the same in every run', async () => {
  const again = mkdtempSync(join(tmpdir(), 'stet-volume-'))
  onTestFinished(() => rmSync(again, { recursive: true }))
  await makeDemo({ dir: again, claims: 300, now: new Date(), say: quiet })
  const heads = [
    (await verifyChain((await open(dir)).reader)).head,
    (await verifyChain((await open(again)).reader)).head,
  ]
  expect(heads[0]).toBe(heads[1])
})

it('rolls the same dice from the same seed', () => {
  expect(printText(newDice(7), 5)).toEqual(printText(newDice(7), 5))
  expect(printText(newDice(8), 5).text).not.toBe(printText(newDice(7), 5).text)
})
