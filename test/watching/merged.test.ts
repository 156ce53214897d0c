import { describe, expect, it } from 'vitest'
import { wordsOf } from '../accounts/cookies.ts'
import { aSource } from '../evidence/harbour.ts'
import { passage, pageWith, watchingRoom } from './rig.ts'

/** A watched source that is merged into another, which has the address given, with the fields of the other that were chosen. */
async function merged(kept: (page: string) => { url: string | null }, chosen: object = {}) {
  const room = await watchingRoom()
  const { db, site, source, checker, watch, pages } = room
  pages['/other'] = pageWith(passage)
  await watch()
  const other = await aSource(db, 'The same wall', kept(`${site.address}/page`))
  const merge = () => checker.post(`/sources/${other}/same/${source}`, { stamp: '1.1', ...chosen }).expect(303)
  const page = async (id: number) => wordsOf(await checker.get(`/sources/${id}`))
  return { ...room, kept: other, merge, page }
}

describe('the watch of a source that is merged into another', () => {
  it('goes on with that one when it takes over the address, at once', async () => {
    const { merge, page, later, looks, kept } = await merged(() => ({ url: null }), { url: 'gone' })
    await merge()
    expect(await page(kept)).toContain('Watched.')
    await later(2)
    const since = (await looks()).slice(1)
    expect(since.length).toBeGreaterThan(0)
    expect(since.every(({ sourceId }) => sourceId === kept)).toBe(true)
  })

  it('ends when the address that is left is another, and the history says why', async () => {
    const other = (page: string) => ({ url: page.replace('/page', '/other') })
    const { merge, page, later, looks, kept, checker } = await merged(other)
    await merge()
    expect(await page(kept)).toContain('Not watched.')
    await later(2)
    expect(await looks()).toHaveLength(1)
    expect(wordsOf(await checker.get('/history'))).toContain('it was merged into another source')
  })

  it('does not come back when the two are taken apart, which is said beforehand', async () => {
    const { merge, source, checker, page, kept } = await merged(() => ({ url: null }), { url: 'gone' })
    await merge()
    expect(wordsOf(await checker.get(`/sources/${source}/merger`))).toContain('Its watch does not come back')
    await checker.post(`/sources/${source}/separation`).expect(303)
    expect(await page(source)).toContain('Not watched.')
    expect(await page(kept)).toContain('Watched.')
  })
})

it('what was flagged stays to be seen on the source that is left and on the claim, and is cleared there', async () => {
  const room = await merged(() => ({ url: null }), { url: 'gone' })
  const { merge, pages, later, checker, claim, source, kept, page } = room
  pages['/page'] = pageWith('The council knew nothing of any crack before last week.')
  await later()
  await merge()
  const flagged = 'A passage that is cited from this page is no longer there as it was.'
  expect(await page(kept)).toContain(flagged)
  expect(wordsOf(await checker.get(`/claims/${claim}`))).toContain(flagged)
  const led = await checker.get(`/sources/${source}/watch`).expect(303)
  expect(led.headers.location).toBe(`/sources/${kept}/watch`)
  const watch = await checker.get(`/sources/${kept}/watch`).expect(200)
  const [, flag] = /action="\/source-flags\/(\d+)\/clearing"/.exec(watch.text) ?? []
  expect(wordsOf(watch)).toContain('Changed where it is cited: 1 passage')
  const cleared = await checker.post(`/source-flags/${flag}/clearing`, { note: 'Taken back by the paper.' }).expect(303)
  expect(cleared.headers.location).toBe(`/sources/${kept}/watch`)
  expect(await page(kept)).not.toContain(flagged)
})
