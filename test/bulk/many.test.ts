import { expect, it } from 'vitest'
import { claims, jobs } from '../../db/schema/index.ts'
import { mostAtOnce } from '../../server/bulk/bulk.ts'
import { mostChosen } from '../../server/bulk/change.ts'
import { jobKinds } from '../../server/job-kinds.ts'
import { runDueJobs } from '../../server/jobs/runner.ts'
import { someClaims } from '../claims/list-claims.ts'
import { validator } from '../support/validator.ts'
import { type Newsroom, newsroom } from '../support/newsroom.ts'

const chosenIn = (page: string) => /name="claim" value="([^"]*)"/.exec(page)?.[1] ?? ''
const priorities = async ({ db }: Newsroom) => {
  const rows = await db.reader.select({ priority: claims.priority }).from(claims)
  return Object.fromEntries([...Map.groupBy(rows, ({ priority }) => priority)].map(([key, some]) => [key, some.length]))
}

it('all that match a filter are changed by a job and put back by one, across pages, without those that were not seen', async () => {
  const news = await newsroom()
  const ids = await someClaims(news, 130, (index) => ({ kind: index < 120 ? 'quote' : 'event' }))
  const ediths = await news.as(news.edith)
  const list = (await ediths.get('/claims?kind=quote')).text
  expect(list).toContain('All 120 claims of this list, on every page')
  expect((await ediths.get('/claims?kind=event')).text).not.toContain('of this list, on every page')
  const { text } = await ediths.get('/claims/changes/new?all=yes&list=kind%3Dquote&priority=1').expect(200)
  expect(text).toContain('These 120 claims will have high priority')
  expect(text).toContain('20 more claims that would change so, by number')
  const report = await validator.validateString(text)
  expect(report.results.flatMap(({ messages }) => messages)).toEqual([])
  const claim = chosenIn(text)
  expect(claim.split(',')).toHaveLength(120)
  // What comes into the list after the look is left out; what was changed since is left alone.
  news.db.writer.sqlite.exec(`UPDATE claims SET kind = 'quote' WHERE id = ${ids[125]}`)
  news.db.writer.sqlite.exec(`UPDATE claims SET version = 9 WHERE id = ${ids[0]}`)
  const done = await ediths.post('/claims/changes', { claim, priority: '1', list: 'kind=quote' }).expect(303)
  const path = String(done.headers.location)
  expect(await priorities(news)).toEqual({ 2: 130 })
  expect((await ediths.get(path)).text).toContain('Being changed')
  await runDueJobs(news.world, jobKinds)
  expect(await priorities(news)).toEqual({ 1: 119, 2: 11 })
  expect((await ediths.get(path)).text).toMatch(/119 changed, 1 left alone[^]*1-1[^]*was changed meanwhile/)
  await ediths.post(`${path}/undoing`).expect(303)
  expect((await ediths.get(path)).text).toContain('Being undone')
  await runDueJobs(news.world, jobKinds)
  expect(await priorities(news)).toEqual({ 2: 130 })
  const account = (await ediths.get(path)).text
  expect(account).toContain('119 put back as they were, 0 kept')
  expect((await validator.validateString(account)).results.flatMap(({ messages }) => messages)).toEqual([])
})

it('goes on where it was when the server ended, and does nothing twice', async () => {
  const news = await newsroom()
  await someClaims(news, mostAtOnce + 25)
  const ediths = await news.as(news.edith)
  const claim = chosenIn((await ediths.get('/claims/changes/new?all=yes&list=&priority=1')).text)
  await ediths.post('/claims/changes', { claim, priority: '1' }).expect(303)
  // Two batches, then the end.
  let left = 3
  const { run } = jobKinds['bulk.change'] ?? { run: () => Promise.reject(new Error('no such kind')) }
  const context = {
    world: news.world,
    run: { id: 1, kind: 'bulk.change', attempt: 1 },
    complete: async () => undefined,
    progress: async () => {
      left -= 1
      if (left === 0) throw new Error('the power is gone')
    },
  }
  await expect(run(context, { bulk: 1 }, new AbortController().signal)).rejects.toThrow('the power is gone')
  expect(await priorities(news)).toEqual({ 1: 20, 2: mostAtOnce + 5 })
  await runDueJobs(news.world, jobKinds)
  expect(await priorities(news)).toEqual({ 1: mostAtOnce + 25 })
  const versions = await news.db.reader.selectDistinct({ version: claims.version }).from(claims)
  expect(versions).toEqual([{ version: 2 }])
  expect((await news.db.reader.select({ state: jobs.state }).from(jobs)).map(({ state }) => state)).toContain('done')
})

it('says when more match than can be changed at once, and changes none of them', { timeout: 30_000 }, async () => {
  const news = await newsroom()
  const [one = 0] = await someClaims(news, 1)
  const more = `INSERT INTO claims (article_id, number, version_id, statement, quote, quote_start, quote_end, prefix, suffix, kind, created_at, changed_at)
    SELECT article_id, number + value, version_id, statement, quote, quote_start, quote_end, prefix, suffix, kind, created_at, changed_at
    FROM claims, json_each(?) WHERE claims.id = ?`
  const numbers = Array.from({ length: mostChosen }, (_, index) => index + 1)
  news.db.writer.sqlite.prepare(more).run(JSON.stringify(numbers), one)
  const ediths = await news.as(news.edith)
  // A filter of which a part is left out would hold more than was meant.
  for (const list of ['tag=nowhere', 'stat=open', 'article=77']) {
    const lost = (await ediths.get(`/claims/changes/new?all=yes&priority=1&list=${encodeURIComponent(list)}`)).text
    expect(lost).toContain('was left out. Choose the claims again.')
    expect(lost).not.toContain('method="post" action="/claims/changes"')
  }
  const { text } = await ediths.get('/claims/changes/new?all=yes&list=&priority=1').expect(200)
  expect(text).toContain('More than 5,000 claims match this filter')
  expect(text).not.toContain('method="post" action="/claims/changes"')
})
