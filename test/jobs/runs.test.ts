import { describe, expect, it } from 'vitest'
import { write } from '../../db/write.ts'
import { JobFailed } from '../../server/errors.ts'
import { addJob } from '../../server/jobs/job.ts'
import { begin } from '../../server/jobs/run.ts'
import { newRunner } from '../../server/jobs/runner.ts'
import { minutes, rig } from './rig.ts'

describe('a run', () => {
  it('that hangs is put off, and what it would still write is not kept', async () => {
    const writes: (() => Promise<void>)[] = []
    const { add, rows, clock, world, kinds, db } = await rig(async ({ complete }) => {
      const lateEffect = async () => {
        await write(db, async (tx) => {
          await addJob(tx, { kind: 'effect', payload: {} })
          await complete(tx)
        })
      }
      writes.push(lateEffect)
      await new Promise(() => undefined)
    })
    await add('hangs')
    const runner = newRunner(world, kinds)
    await runner.look()
    await expect.poll(() => writes.length).toBe(1)
    expect(await rows()).toMatchObject([{ state: 'running', leaseUntil: '2025-05-12T09:10:00.000Z' }])
    clock.advance(minutes(11))
    await runner.look()
    const putOff = { state: 'waiting', attempts: 1, problem: 'It did not get any further, so it was stopped.' }
    await expect.poll(rows).toMatchObject([putOff])
    await expect(writes[0]?.()).rejects.toThrow('taken over')
    clock.advance(minutes(1))
    await runner.look()
    await expect.poll(() => writes.length).toBe(2)
    await expect(writes[0]?.()).rejects.toThrow('taken over')
    await writes[1]?.()
    expect((await rows()).map(({ kind, state }) => [kind, state])).toEqual([
      ['echo', 'done'],
      ['effect', 'waiting'],
    ])
    await runner.stop()
  })

  it('that moves on is not taken for hung', async () => {
    const { add, run, rows, clock, db } = await rig(async ({ progress }) => {
      for (const done of [1, 2, 3]) {
        clock.advance(minutes(9))
        await write(db, (tx) => progress(tx, done, 3))
      }
      expect(await run()).toBe(0)
    })
    await add('x')
    await run()
    expect(await rows()).toMatchObject([{ state: 'done', attempts: 1, done: 3, total: 3 }])
  })

  it('whose effect cannot be kept ends without it: both or neither', async () => {
    let isFirst = true
    const { add, run, clock, rows, db } = await rig(async ({ complete }) => {
      await write(db, async (tx) => {
        await addJob(tx, { kind: 'nobody', payload: {} })
        await complete(tx)
        if (isFirst) {
          isFirst = false
          throw new Error('the disk went away')
        }
      })
    })
    await add('x')
    await run()
    expect(await rows()).toHaveLength(1)
    clock.advance(minutes(1))
    await run()
    expect((await rows()).map(({ kind, state }) => [kind, state])).toEqual([
      ['echo', 'done'],
      ['nobody', 'waiting'],
    ])
  })

  it('is broken off when the server ends, and does not count', async () => {
    const { add, rows, world, kinds } = await rig(
      (_context, _word, signal) =>
        new Promise((_resolve, reject) => signal.addEventListener('abort', () => reject(new Error('aborted')))),
    )
    await add('x')
    const runner = newRunner(world, kinds)
    await runner.start()
    await expect.poll(rows).toMatchObject([{ state: 'running', attempts: 1 }])
    await runner.stop()
    expect(await rows()).toMatchObject([{ state: 'waiting', attempts: 0, problem: null }])
    await runner.look()
    expect(await rows()).toMatchObject([{ state: 'waiting' }])
  })

  it('of a server that was killed is begun again at the next start, but not for ever', async () => {
    const { add, rows, resume, db, world, kinds } = await rig(undefined, { attempts: 2 })
    await add('kills the server')
    await begin(world, kinds, 'echo')
    await resume()
    expect(await rows()).toMatchObject([{ state: 'waiting', attempts: 1, runAt: db.clock.now().toISOString() }])
    await begin(world, kinds, 'echo')
    await resume()
    expect(await rows()).toMatchObject([{ state: 'failed', attempts: 2, problem: 'The server ended while it ran.' }])
  })

  it('that finds the disk full says so, and is tried again', async () => {
    const { add, rows, run, clock, said, db } = await rig(async () => {
      if (said.length > 1) return
      const pages = db.writer.sqlite.pragma('page_count', { simple: true })
      db.writer.sqlite.pragma(`max_page_count = ${Number(pages)}`)
      await write(db, (tx) => addJob(tx, { kind: 'large', payload: 'x'.repeat(1_000_000) })).finally(() =>
        db.writer.sqlite.pragma('max_page_count = 1000000'),
      )
    })
    await add('x')
    await run()
    expect(await rows()).toMatchObject([{ state: 'waiting', problem: expect.stringContaining('The disk is full') }])
    clock.advance(minutes(1))
    await run()
    expect((await rows()).map(({ kind, state }) => [kind, state])).toEqual([['echo', 'done']])
  })

  it('that was put off while the clock was years ahead comes at the next start, and no other before its time', async () => {
    const { add, rows, run, resume, clock, said } = await rig()
    const today = clock.now().toISOString()
    clock.set('2035-01-01T00:00:00.000Z')
    await add('late', { runAt: '2035-01-01T06:00:00.000Z' })
    clock.set(today)
    await add('tomorrow', { runAt: '2025-05-13T09:00:00.000Z' })
    await resume()
    await run()
    expect(said).toEqual(['late'])
    expect((await rows()).map(({ state }) => state)).toEqual(['done', 'waiting'])
  })

  it('is alone of its kind, and the next follows at once', async () => {
    let [now, most] = [0, 0]
    const { add, rows, world, kinds } = await rig(async () => {
      most = Math.max(most, ++now)
      await new Promise((resolve) => setImmediate(resolve))
      now--
    })
    for (let count = 0; count < 20; count++) await add(String(count))
    const runner = newRunner(world, kinds)
    await Promise.all([runner.look(), runner.look()])
    await expect.poll(async () => (await rows()).filter(({ state }) => state === 'done').length).toBe(20)
    await runner.stop()
    expect(most).toBe(1)
  })

  it('goes beside others where its kind says so, and never beside one of its lane', async () => {
    const now: string[] = []
    const seen: string[] = []
    const { add, rows, world, kinds, said } = await rig(
      async (_context, word) => {
        seen.push([...now, word].map(([lane]) => lane).join(''))
        now.push(word)
        await new Promise((resolve) => setTimeout(resolve, 20))
        now.splice(now.indexOf(word), 1)
      },
      { atOnce: 2 },
    )
    for (const word of ['a1', 'a2', 'b1', 'c1', 'a3', 'b2']) await add(word, { lane: word.slice(0, 1) })
    const runner = newRunner(world, kinds)
    await runner.look()
    await expect.poll(async () => (await rows()).filter(({ state }) => state === 'done').length).toBe(6)
    await runner.stop()
    expect(said.filter((word) => word.startsWith('a'))).toEqual(['a1', 'a2', 'a3'])
    expect(Math.max(...seen.map((lanes) => lanes.length))).toBe(2)
    expect(seen.filter((lanes) => new Set(lanes).size < lanes.length)).toEqual([])
  })

  it('waits while one before it in its lane waits to be tried again', async () => {
    let isFirst = true
    const { add, run, said, clock } = await rig(async (_context, word) => {
      if (word !== 'a1' || !isFirst) return
      isFirst = false
      throw new JobFailed('No.')
    })
    for (const word of ['a1', 'a2', 'b1']) await add(word, { lane: word.slice(0, 1) })
    await run()
    expect(said).toEqual(['a1', 'b1'])
    clock.advance(minutes(1))
    await run()
    expect(said).toEqual(['a1', 'b1', 'a1', 'a2'])
  })
})
