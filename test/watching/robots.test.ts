import { describe, expect, it } from 'vitest'
import { watchedHosts } from '../../db/schema/index.ts'
import { askLeave } from '../../server/watching/robots.ts'
import { wordsOf } from '../accounts/cookies.ts'
import { type Site, watchingRoom } from './rig.ts'

const robots = (text: string): Site => ({ '/robots.txt': text })

describe('robots.txt', () => {
  it('is kept to', async () => {
    const { pages, world, site, clock } = await watchingRoom()
    const rules: [text: string, isGiven: boolean][] = [
      ['User-agent: *\nDisallow: /page', false],
      ['User-agent: stet\nDisallow: /\n\nUser-agent: *\nAllow: /', false],
      ['User-agent: *\nDisallow: /\nAllow: /page$', true],
      ['User-agent: other\nDisallow: /', true],
      ['User-agent: Stet\nAllow: /\n\nUser-agent: *\nDisallow: /', true],
      ['<html>not rules at all</html>', true],
      ['', true],
    ]
    for (const [text, isGiven] of rules) {
      clock.advance(25 * 3_600_000)
      pages['/robots.txt'] = text
      expect([text, await askLeave(world, `${site.address}/page`)]).toEqual([
        text,
        expect.objectContaining({ isGiven }),
      ])
    }
  })

  it('that answers with an error: none is no rule, and trouble means to keep away', async () => {
    const { pages, world, site, clock } = await watchingRoom()
    const answers: [status: number, isGiven: boolean][] = [
      [404, true],
      [403, true],
      [429, false],
      [500, false],
    ]
    for (const [status, isGiven] of answers) {
      clock.advance(25 * 3_600_000)
      pages['/robots.txt'] = { status }
      expect([status, await askLeave(world, site.address)]).toEqual([status, expect.objectContaining({ isGiven })])
    }
  })

  it('that keeps Stet away is told, and flags nothing', async () => {
    const { watch, checker, source, claim, asked } = await watchingRoom({ site: robots('User-agent: *\nDisallow: /') })
    await watch()
    expect(asked()).toEqual(['/robots.txt'])
    expect(wordsOf(await checker.get(`/sources/${source}/watch`))).toContain('the site asks programs to keep away')
    expect((await checker.get(`/claims/${claim}`)).text).not.toContain('source-flag-')
  })

  it('is asked for once a day', async () => {
    const { watch, world, site, clock, asked } = await watchingRoom({ site: robots('User-agent: *\nAllow: /') })
    await watch()
    clock.advance(23 * 3_600_000)
    await askLeave(world, site.address)
    expect(asked().filter((path) => path === '/robots.txt')).toHaveLength(1)
    clock.advance(2 * 3_600_000)
    await askLeave(world, site.address)
    expect(asked().filter((path) => path === '/robots.txt')).toHaveLength(2)
  })

  it('can ask for a longer pause, up to an hour', async () => {
    const { watch, db, clock } = await watchingRoom({ site: robots('User-agent: *\nCrawl-delay: 600') })
    await watch()
    const [host] = await db.reader.select().from(watchedHosts)
    expect(host?.quietUntil).toBe(new Date(clock.now().getTime() + 600_000).toISOString())
    expect(host?.freeAt).toBe(host?.quietUntil)
  })

  it('made to keep the server busy keeps nobody waiting', async () => {
    const bait = `User-agent: *\n${`Disallow: /${'*a'.repeat(100)}b\n`.repeat(900)}`
    const { world, site } = await watchingRoom({ site: robots(bait) })
    let longest = 0
    let last = performance.now()
    const timer = setInterval(() => {
      longest = Math.max(longest, performance.now() - last)
      last = performance.now()
    }, 5)
    await askLeave(world, `${site.address}/${'a'.repeat(1_900)}`)
    clearInterval(timer)
    expect(longest).toBeLessThan(500)
  })
})
