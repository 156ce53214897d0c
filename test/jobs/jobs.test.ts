import { describe, expect, it } from 'vitest'
import { write } from '../../db/write.ts'
import { JobFailed } from '../../server/errors.ts'
import { addJob, removeJob } from '../../server/jobs/job.ts'
import { fraction, pauseAfter } from '../../server/jobs/pause.ts'
import { seededRandom } from '../support/chance.ts'
import { minutes, rig } from './rig.ts'

describe('a job', () => {
  it('is there when the change that wants it is, and not otherwise', async () => {
    const { db, rows, add, run, said } = await rig()
    const failing = write(db, async (tx) => {
      await addJob(tx, { kind: 'echo', payload: { word: 'never' } })
      throw new Error('the change fails')
    })
    await expect(failing).rejects.toThrow('the change fails')
    expect(await rows()).toEqual([])
    await add('once')
    expect(await run()).toBe(1)
    expect(await run()).toBe(0)
    expect(said).toEqual(['once'])
    expect(await rows()).toMatchObject([{ state: 'done', attempts: 1, leaseUntil: null, problem: null }])
  })

  it('is not begun before its time, and those that are due are begun in its order', async () => {
    const { add, run, said, clock } = await rig()
    await add('later', { runAt: '2025-05-12T10:00:00.000Z' })
    await add('second', { runAt: '2025-05-12T08:30:00.000Z' })
    await add('first', { runAt: '2025-05-12T08:00:00.000Z' })
    await run()
    expect(said).toEqual(['first', 'second'])
    clock.set('2025-05-12T10:00:00.000Z')
    await run()
    expect(said).toEqual(['first', 'second', 'later'])
  })

  it('of one key waits once: at the earlier time, to do what was asked last', async () => {
    const { add, run, said, rows, db } = await rig()
    const [late, soon] = ['2025-05-13T00:00:00.000Z', '2025-05-12T09:00:00.000Z']
    const id = await add('a', { key: 'k', runAt: late })
    expect(await add('b', { key: 'k', runAt: soon })).toBe(id)
    expect(await add('c', { key: 'k', runAt: late })).toBe(id)
    await add('other', { key: 'l', runAt: late })
    await run()
    expect(said).toEqual(['c'])
    expect(await add('d', { key: 'k' })).not.toBe(id)
    await write(db, (tx) => removeJob(tx, 'echo', 'k'))
    expect((await rows()).map(({ key, state }) => [key, state])).toEqual([
      ['k', 'done'],
      ['l', 'waiting'],
    ])
  })

  it('of a kind that this release does not know stays where it is', async () => {
    const { db, run, rows } = await rig()
    await write(db, (tx) => addJob(tx, { kind: 'of another release', payload: {} }))
    expect(await run()).toBe(0)
    expect(await rows()).toMatchObject([{ state: 'waiting', attempts: 0 }])
  })
})

describe('a job that fails', () => {
  it('is tried again after a pause that grows, and after its last try is left to an admin', async () => {
    const { add, run, rows, clock, said } = await rig(async () => {
      throw new JobFailed('The site did not answer.')
    })
    await add('x')
    const pauses: number[] = []
    for (let attempt = 1; attempt < 5; attempt++) {
      expect(await run()).toBe(1)
      const [job] = await rows()
      expect(job).toMatchObject({ state: 'waiting', attempts: attempt, problem: 'The site did not answer.' })
      pauses.push(Date.parse(job?.runAt ?? '') - clock.now().getTime())
      expect(await run()).toBe(0)
      clock.set(job?.runAt ?? '')
    }
    pauses.forEach((pause, index) => {
      expect(pause).toBeGreaterThanOrEqual(15_000 * 4 ** index)
      expect(pause).toBeLessThanOrEqual(30_000 * 4 ** index)
    })
    await run()
    expect(await rows()).toMatchObject([{ state: 'failed', attempts: 5, endedAt: clock.now().toISOString() }])
    clock.advance(minutes(10_000))
    expect(await run()).toBe(0)
    expect(said).toHaveLength(5)
  })

  it('for good is not tried again, and one that must wait is not tried sooner', async () => {
    const { add, run, rows } = await rig(async (_context, word) => {
      throw new JobFailed('No.', word === 'final' ? { final: true } : { waitSeconds: 7_200 })
    })
    await add('final')
    await add('wait')
    await run()
    expect(await rows()).toMatchObject([
      { state: 'failed', attempts: 1 },
      { state: 'waiting', runAt: '2025-05-12T11:00:00.000Z' },
    ])
  })

  it('in a way nobody foresaw says so without paths or the error itself', async () => {
    const { add, run, rows } = await rig(async () => {
      throw new TypeError('cannot read /srv/newsroom/secret.txt')
    })
    await add('x')
    await run()
    const [job] = await rows()
    expect(job?.problem).toMatch(/^Something went wrong inside Stet\. .* error [0-9a-f]{12}\.$/)
  })

  it('and was asked for again meanwhile is left to the one that waits', async () => {
    const { add, run, rows, said } = await rig(async (_context, word) => {
      if (word !== 'a') return
      await add('b', { key: 'k' })
      throw new JobFailed('No.')
    })
    await add('a', { key: 'k' })
    await run()
    expect(said).toEqual(['a', 'b'])
    expect((await rows()).map(({ state }) => state)).toEqual(['given_up', 'done'])
  })

  it('with what it was given is an error of the program, not of the queue', async () => {
    const { db, run, rows } = await rig()
    await write(db, (tx) => addJob(tx, { kind: 'echo', payload: { word: 7 } }))
    await run()
    expect(await rows()).toMatchObject([{ state: 'waiting', attempts: 1 }])
  })
})

describe('the pause', () => {
  it('ends at six hours, and chance stays in its half', () => {
    const random = seededRandom()
    const all = Array.from({ length: 200 }, () => pauseAfter(30, random))
    expect(Math.min(...all)).toBeGreaterThanOrEqual(3 * 3_600_000)
    expect(Math.max(...all)).toBeLessThanOrEqual(6 * 3_600_000)
    expect(new Set(all).size).toBeGreaterThan(190)
    expect(fraction({ bytes: () => Buffer.alloc(4, 255) })).toBeLessThan(1)
  })
})

describe('a kind that is begun again and again', () => {
  it('has one job that waits, whatever became of the last one', async () => {
    let isBroken = false
    const { rows, run, resume, clock, said } = await rig(
      async () => {
        if (isBroken) throw new JobFailed('No.', { final: true })
      },
      { everyMinutes: 60 },
    )
    await resume()
    await resume()
    expect(await run()).toBe(1)
    const waiting = async () => (await rows()).filter(({ state }) => state === 'waiting')
    const [next, ...more] = await waiting()
    expect(more).toEqual([])
    const pause = Date.parse(next?.runAt ?? '') - clock.now().getTime()
    expect(pause).toBeGreaterThanOrEqual(minutes(60))
    expect(pause).toBeLessThan(minutes(66))
    isBroken = true
    clock.advance(minutes(66))
    expect(await run()).toBe(1)
    expect(await waiting()).toHaveLength(1)
    await resume()
    expect(await waiting()).toHaveLength(1)
    expect(said).toHaveLength(2)
  })
})
