import { describe, expect, it } from 'vitest'
import { jobs } from '../../db/schema/index.ts'
import { write } from '../../db/write.ts'
import { JobFailed } from '../../server/errors.ts'
import { eventsOf } from '../../server/history/store.ts'
import { jobKinds } from '../../server/job-kinds.ts'
import { addJob } from '../../server/jobs/job.ts'
import { runDueJobs } from '../../server/jobs/runner.ts'
import { resumeJobs } from '../../server/jobs/resume.ts'
import { wordsOf } from '../accounts/cookies.ts'
import { newsroom } from '../support/newsroom.ts'
import { validator } from '../support/validator.ts'
import { minutes, rig } from './rig.ts'

/** A newsroom with a job that has failed. */
async function failed() {
  const room = await rig(async (_context, word) => {
    if (word === 'fails') throw new JobFailed('The site did not answer.', { final: true })
  })
  await room.add('fails', { key: 'k' })
  await room.run()
  return { ...room, admin: await room.as(room.ada) }
}

describe('the list of jobs', () => {
  it.each(['edith', 'cleo', 'rita'] as const)('is not for %s', async (name) => {
    const news = await newsroom()
    await (await news.as(news[name])).get('/jobs').expect(403)
  })

  it('says that nothing has failed, and is found from the settings', async () => {
    const { as, ada } = await newsroom()
    const admin = await as(ada)
    expect((await admin.get('/settings').expect(200)).text).toContain('href="/jobs"')
    expect(wordsOf(await admin.get('/jobs').expect(200))).toContain('Nothing has failed.')
  })

  it('shows what failed and why, what waits, and what is done', async () => {
    const { admin, add, run } = await failed()
    await add('fine')
    await run()
    await add('later', { runAt: '2025-05-13T00:00:00.000Z' })
    const page = await admin.get('/jobs').expect(200)
    expect((await validator.validateString(page.text)).results).toEqual([])
    const words = wordsOf(page)
    expect(words).toMatch(/Failed 1 .*The site did not answer\. Try again.*Give up.* Waiting 1 .*Done 1/)
    expect(words).toContain('not before 13 May 2025, 00:00 UTC')
  })

  it('goes from page to page', async () => {
    const { db, as, ada } = await newsroom()
    await write(db, async (tx) => {
      for (let word = 0; word < 60; word++) await addJob(tx, { kind: 'unknown', payload: {} })
    })
    const admin = await as(ada)
    expect((await admin.get('/jobs')).text).toContain('href="/jobs?state=waiting"')
    const first = await admin.get('/jobs?state=waiting').expect(200)
    expect(first.text.match(/id="job-/g)).toHaveLength(50)
    const second = await admin.get('/jobs?state=waiting&before=11').expect(200)
    expect(second.text.match(/id="job-/g)).toHaveLength(10)
  })

  it('has a failed job tried again or given up, and the history says who did', async () => {
    const { admin, add, run, rows, db, ada } = await failed()
    await admin.post('/jobs/1/retry').expect(303)
    expect(await rows()).toMatchObject([{ state: 'waiting', attempts: 0 }])
    await run()
    expect(await rows()).toMatchObject([{ state: 'failed', attempts: 1 }])
    await add('later', { key: 'k', runAt: '2025-05-13T00:00:00.000Z' })
    expect((await admin.post('/jobs/1/retry').expect(409)).text).toContain('waits its turn')
    await admin.post('/jobs/1/giving-up').expect(303)
    await admin.post('/jobs/1/giving-up').expect(409)
    await admin.post('/jobs/1/retry').expect(409)
    await admin.post('/jobs/99/retry').expect(404)
    const events = await eventsOf(db.reader, { viewer: 0 }, { limit: 10 })
    const told = events.map(({ body }) => JSON.parse(String(body)) as { type: string; actor: number })
    expect(told.filter(({ actor }) => actor === ada.id).map(({ type }) => type)).toEqual([
      'job.given_up',
      'job.retried',
    ])
    expect(wordsOf(await admin.get('/history'))).toMatch(
      /Ada gave up the failed job 1\. .*Ada had the failed job 1 tried again\./,
    )
  })
})

it('loses done jobs after a week, given up ones after a month, and failed ones never', async () => {
  const { db, world, clock } = await newsroom()
  const at = {
    runAt: clock.now().toISOString(),
    createdAt: clock.now().toISOString(),
    endedAt: clock.now().toISOString(),
  }
  await write(db, async (tx) => {
    for (const state of ['done', 'given_up', 'failed'] as const)
      await tx.insert(jobs).values({ kind: 'x', payload: {}, state, ...at })
  })
  await resumeJobs(world, jobKinds)
  const kept = async () => {
    await runDueJobs(world, jobKinds)
    return (await db.reader.select().from(jobs)).filter(({ kind }) => kind === 'x').map(({ state }) => state)
  }
  expect(await kept()).toEqual(['done', 'given_up', 'failed'])
  clock.advance(minutes(8 * 24 * 60))
  expect(await kept()).toEqual(['given_up', 'failed'])
  clock.advance(minutes(24 * 24 * 60))
  expect(await kept()).toEqual(['failed'])
  expect((await db.reader.select().from(jobs)).filter(({ kind }) => kind === 'jobs.clear').length).toBeLessThan(5)
})
