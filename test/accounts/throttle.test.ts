import { describe, expect, it } from 'vitest'
import { Throttle, limitsOf, passwordLimits, waitAfter, waitWords } from '../../server/accounts/throttle.ts'
import { TooMany } from '../../server/errors.ts'
import { steadyClock } from '../support/chance.ts'

const from = (network: string, email = 'ada@example.org') => limitsOf({ email, network, knownDevice: undefined })

async function waitOf(begun: Promise<void>): Promise<number> {
  try {
    await begun
    return 0
  } catch (error) {
    if (error instanceof TooMany) return error.seconds
    throw error
  }
}

describe('waiting after wrong tries', () => {
  it('is nothing while they are free, then doubles up to the longest', () => {
    const waits = [1, 4, 5, 6, 7, 8, 14, 15, 99, 1e6].map((tries) => waitAfter(tries, { free: 5, longest: 900 }))
    expect(waits).toEqual([0, 0, 1, 2, 4, 8, 512, 900, 900, 900])
  })

  it('is said in words', () => {
    expect([1, 2, 119, 120, 121, 900].map(waitWords)).toEqual([
      '1 second',
      '2 seconds',
      '119 seconds',
      '2 minutes',
      '3 minutes',
      '15 minutes',
    ])
  })
})

describe('the throttle', () => {
  it('lets five tries pass, then makes each next one wait longer', async () => {
    const clock = steadyClock()
    const throttle = new Throttle(clock)
    for (let tries = 0; tries < 5; tries++) expect(await waitOf(throttle.begin(from('192.0.2.1')))).toBe(0)
    expect(await waitOf(throttle.begin(from('192.0.2.1')))).toBe(1)
    clock.advance(1_000)
    expect(await waitOf(throttle.begin(from('192.0.2.1')))).toBe(0)
    expect(await waitOf(throttle.begin(from('192.0.2.1')))).toBe(2)
    clock.advance(1_999)
    expect(await waitOf(throttle.begin(from('192.0.2.1')))).toBe(1)
  })

  it('counts tries that come at once', async () => {
    const throttle = new Throttle(steadyClock())
    const waits = await Promise.all(Array.from({ length: 50 }, async () => waitOf(throttle.begin(from('192.0.2.1')))))
    expect(waits.filter((wait) => wait === 0).length).toBeLessThanOrEqual(10)
  })

  it('forgets the wrong tries of an account from one place when the password was right', async () => {
    const throttle = new Throttle(steadyClock())
    for (let round = 0; round < 3; round++) {
      for (let tries = 0; tries < 4; tries++) await throttle.begin(from('192.0.2.1', `p${round}@example.org`))
      await throttle.begin(from('192.0.2.1', 'ada@example.org'))
      await throttle.forgive(from('192.0.2.1', 'ada@example.org'))
    }
    expect(await waitOf(throttle.begin(from('192.0.2.1')))).toBe(0)
  })

  it('makes an account wait a minute at most for strangers, and its own browser not at all', async () => {
    const clock = steadyClock()
    const throttle = new Throttle(clock)
    let longest = 0
    for (let n = 0; n < 60; n++) {
      longest = Math.max(longest, await waitOf(throttle.begin(from(`2001:db8:0:${n}::/64`))))
      clock.advance(60_000)
      await waitOf(throttle.begin(from(`2001:db8:1:${n}::/64`)))
    }
    expect(longest).toBeGreaterThan(0)
    expect(longest).toBeLessThanOrEqual(60)
    const known = limitsOf({ email: 'ada@example.org', network: '192.0.2.1', knownDevice: 'its secret' })
    expect(await waitOf(throttle.begin(known))).toBe(0)
  })

  it('makes a network that tries many accounts wait', async () => {
    const throttle = new Throttle(steadyClock())
    for (let n = 0; n < 20; n++) expect(await waitOf(throttle.begin(from('192.0.2.1', `p${n}@example.org`)))).toBe(0)
    expect(await waitOf(throttle.begin(from('192.0.2.1', 'another@example.org')))).toBe(1)
    expect(await waitOf(throttle.begin(from('192.0.2.2', 'another@example.org')))).toBe(0)
  })

  it('slows down guessing the own password by itself', async () => {
    const throttle = new Throttle(steadyClock())
    for (let tries = 0; tries < 5; tries++) await throttle.begin(passwordLimits(1))
    expect(await waitOf(throttle.begin(passwordLimits(1)))).toBe(1)
    expect(await waitOf(throttle.begin(passwordLimits(2)))).toBe(0)
  })
})
