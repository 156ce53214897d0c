import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { beforeAll, expect, it, onTestFinished } from 'vitest'
import { type Db, openDatabase } from '../../db/open.ts'
import * as schema from '../../db/schema/index.ts'
import { storyClock } from '../../seeds/demo/clock.ts'
import { makeDemo } from '../../seeds/demo/make.ts'
import { everyone, password } from '../../seeds/demo/people.ts'
import { systemClock, systemRandom } from '../../server/chance.ts'
import { isRightPassword } from '../../server/accounts/password.ts'
import { verifyChain } from '../../server/history/chain.ts'

const now = new Date('2026-05-14T12:00:00Z')
let dir: string
const said: string[] = []

beforeAll(async () => {
  dir = mkdtempSync(join(tmpdir(), 'stet-demo-'))
  await makeDemo({ dir, now, say: (line) => said.push(line) })
  return () => rmSync(dir, { recursive: true })
})

async function demo(): Promise<Db> {
  const db = await openDatabase({ dir, clock: systemClock, random: systemRandom, release: 'test' })
  onTestFinished(() => db.close())
  return db
}

const valuesOf = <T, K extends keyof T>(rows: T[], key: K) => new Set(rows.map((row) => row[key]))

it('has claims in every state, with numbers by article and quotes at their places', async () => {
  const { reader } = await demo()
  const claims = await reader.select().from(schema.claims)
  const texts = new Map((await reader.select().from(schema.versions)).map(({ id, text }) => [id, text]))
  expect(valuesOf(claims, 'state')).toEqual(new Set(schema.claimStates))
  for (const claim of claims)
    expect(texts.get(claim.versionId)?.slice(claim.quoteStart, claim.quoteEnd)).toBe(claim.quote)
})

it('has verdicts of every rating, reviews of both outcomes, decisions by one and by two', async () => {
  const { reader } = await demo()
  const ratings = await reader.select().from(schema.ratings)
  const verdicts = await reader.select().from(schema.verdicts)
  expect(valuesOf(verdicts, 'ratingId')).toEqual(
    valuesOf(
      ratings.filter(({ scale }) => scale === 'five-step'),
      'id',
    ),
  )
  expect(valuesOf(await reader.select().from(schema.reviews), 'outcome')).toEqual(new Set(['approved', 'returned']))
  expect(valuesOf(await reader.select().from(schema.decisions), 'basis')).toEqual(
    new Set(['single', 'agreed', 'adjudicated']),
  )
  expect(verdicts.some(({ number }) => number === 2)).toBe(true)
})

it('has evidence of every stance, from first and second hand, confidential and withdrawn', async () => {
  const { reader } = await demo()
  const evidence = await reader.select().from(schema.evidence)
  const sources = await reader.select().from(schema.sources)
  expect(valuesOf(evidence, 'stance')).toEqual(new Set(schema.stances))
  expect(evidence.some(({ withdrawnReason }) => withdrawnReason)).toBe(true)
  expect(valuesOf(sources, 'primary')).toEqual(new Set([true, false]))
  expect(valuesOf(sources, 'confidential')).toEqual(new Set([true, false]))
})

it('has asked people outside, with every outcome, and looked for what it did not find', async () => {
  const { reader } = await demo()
  const attempts = await reader.select().from(schema.attempts)
  expect(valuesOf(attempts, 'purpose')).toEqual(new Set(schema.attemptPurposes))
  expect(valuesOf(attempts, 'outcome')).toEqual(new Set(schema.attemptOutcomes))
  expect(valuesOf(attempts, 'public')).toEqual(new Set([true, false]))
  expect(attempts.some(({ withdrawnAt }) => withdrawnAt)).toBe(true)
  const searches = await reader.select().from(schema.searches)
  expect(new Set(searches.map(({ withdrawnAt }) => withdrawnAt === null))).toEqual(new Set([true, false]))
  expect((await reader.select().from(schema.verdicts)).some(({ overrideReason }) => overrideReason)).toBe(true)
})

it('has articles of every kind, one read from right to left, and sentences set aside', async () => {
  const { reader } = await demo()
  const articles = await reader.select().from(schema.articles)
  expect(articles).toHaveLength(6)
  expect(valuesOf(articles, 'kind')).toEqual(new Set(schema.articleKinds))
  expect(valuesOf(articles, 'language')).toContain('ar')
  expect(valuesOf(await reader.select().from(schema.sentences), 'triage')).toEqual(new Set(schema.triages))
})

it('shows a public site: every page written, single checks, reports of articles, and one that was corrected', async () => {
  const { reader } = await demo()
  expect(await reader.select({ isOn: schema.settings.publicSite }).from(schema.settings)).toEqual([{ isOn: true }])
  expect(valuesOf(await reader.select().from(schema.sitePages), 'page')).toEqual(new Set(schema.sitePageKeys))
  const reports = await reader.select().from(schema.reports)
  expect(new Set(reports.map(({ publishedAt }) => publishedAt !== null))).toEqual(new Set([true, false]))
  const checks = await reader.select().from(schema.publicClaims)
  expect(checks.length).toBeGreaterThan(5)
  expect(valuesOf(checks, 'state')).toEqual(new Set(['published']))
  expect((await reader.select().from(schema.corrections)).length).toBeGreaterThan(0)
})

it('is plainly made up: every address belongs to nobody', async () => {
  const { reader } = await demo()
  const [articles, sources] = [await reader.select().from(schema.articles), await reader.select().from(schema.sources)]
  const addresses = [...articles, ...sources].flatMap(({ url }) => url ?? [])
  expect(addresses.length).toBeGreaterThan(15)
  for (const address of addresses) expect(new URL(address).hostname).toMatch(/\.example$/)
})

it('tells its week in order, in a history that verifies', async () => {
  const { reader } = await demo()
  expect(await verifyChain(reader)).toMatchObject({ ok: true })
  const events = await reader.select({ at: schema.events.at }).from(schema.events).orderBy(schema.events.seq)
  expect(events.map(({ at }) => at)).toEqual(events.map(({ at }) => at).toSorted())
  expect(events[0]?.at).toMatch(/^2026-05-04T08:3/)
  expect(events.at(-1)?.at).toMatch(/^2026-05-08T1/)
})

it('prints who can sign in, and the password works', async () => {
  const { reader } = await demo()
  const people = await reader.select().from(schema.people)
  expect(people).toHaveLength(everyone.length)
  for (const { email, deactivatedAt } of people) expect(said.join('\n').includes(email)).toBe(deactivatedAt === null)
  expect(people.filter(({ deactivatedAt }) => deactivatedAt)).toHaveLength(1)
  expect(said.join('\n')).toContain(`DATA_DIR=${dir} npm start`)
  expect(said.at(-1)).toContain(password)
  expect(await isRightPassword(people[0]?.passwordHash, password)).toBe(true)
})

it('leaves alone what it made before, and says so', async () => {
  const before = readFileSync(join(dir, 'stet.sqlite'))
  const again: string[] = []
  await makeDemo({ dir, now, say: (line) => again.push(line) })
  expect(again[0]).toContain('already holds the demo newsroom')
  expect(readFileSync(join(dir, 'stet.sqlite')).equals(before)).toBe(true)
})

it('touches no other folder that holds anything', async () => {
  const other = mkdtempSync(join(tmpdir(), 'stet-demo-'))
  onTestFinished(() => rmSync(other, { recursive: true }))
  writeFileSync(join(other, 'thesis.txt'), 'mine')
  await expect(makeDemo({ dir: other, now, say: () => undefined })).rejects.toThrow('is not empty, so nothing was made')
  await expect(makeDemo({ dir, claims: 300, now, say: () => undefined })).rejects.toThrow('holds the demo newsroom')
})

it('begins on the Monday of the week before, whatever day it is', () => {
  for (const today of ['2026-05-11', '2026-05-14', '2026-05-17']) {
    const clock = storyClock(new Date(`${today}T23:59:00Z`))
    expect(clock.dateOf(0)).toBe('2026-05-04')
  }
})

it('has discussions of claims, evidence and verdicts, open, resolved and erased, and people who have read some of it', async () => {
  const { reader } = await demo()
  const threads = await reader.select().from(schema.threads)
  expect(threads.some(({ evidenceId, verdictId }) => evidenceId === null && verdictId === null)).toBe(true)
  expect(threads.some(({ evidenceId }) => evidenceId !== null)).toBe(true)
  expect(threads.some(({ verdictId }) => verdictId !== null)).toBe(true)
  expect(
    valuesOf(
      threads.map(({ resolvedAt }) => ({ isResolved: resolvedAt !== null })),
      'isResolved',
    ).size,
  ).toBe(2)
  const comments = await reader.select().from(schema.comments)
  expect(comments.filter(({ erasedAt }) => erasedAt !== null).map(({ body }) => body)).toEqual([''])
  const notifications = await reader.select().from(schema.notifications)
  expect(notifications.some(({ readAt }) => readAt !== null)).toBe(true)
  expect(notifications.some(({ readAt, reason }) => readAt === null && reason === 'mention')).toBe(true)
})
