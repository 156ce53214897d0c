import { describe, expect, it } from 'vitest'
import { entriesOfOne, standingId } from '../../server/sources/entries.ts'
import { evidenceOf } from '../../server/evidence/evidence.ts'
import { jobKinds } from '../../server/job-kinds.ts'
import { runDueJobs } from '../../server/jobs/runner.ts'
import { newestSnapshots } from '../../server/snapshots/snapshot.ts'
import { doublesOf } from '../../server/sources/doubles.ts'
import { readSource } from '../../server/sources/source.ts'
import { aCopy } from '../evidence/copies.ts'
import { aSource, anItem, harbour } from '../evidence/harbour.ts'
import { events } from '../independence/texts.ts'
import { aSnapshot } from '../snapshots/copies.ts'
import { newsroom } from '../support/newsroom.ts'

const shut = 'The gates were shut at six on Monday the 3rd, by order of the warden.'
const boats = 'Twelve boats stayed outside until the morning, and nobody was told why.'

/** Three entries for one thing, each with a copy, merged one into the next: `first` into `second` into `third`. */
async function chain(more: { first?: object; third?: object } = {}) {
  const news = await newsroom()
  const { db, ben, world } = news
  const { claims } = await harbour(db, 2)
  const [claim = 0, other = 0] = claims
  const first = await aSource(db, 'Log, first entry', { url: 'https://log.example/1', ...more.first })
  const second = await aSource(db, 'Log, second entry', { url: 'https://log.example/2' })
  const third = await aSource(db, 'Log, third entry', { url: 'https://log.example/3', ...more.third })
  const copies = [await aCopy(db, first, [shut]), await aCopy(db, second, ['Nothing of note.'])] as const
  const moved = await anItem(db, ben, claim, first, shut)
  const newest = await aCopy(db, third, [boats])
  const waiting = await anItem(db, ben, claim, third, shut)
  const jobs = () => runDueJobs(world, jobKinds)
  await jobs()
  const browser = await news.as(news.cleo)
  const merge = (gone: number, kept: number) =>
    browser.get(`/sources/${kept}/same/${gone}`).then(({ text }) => {
      const stamp = /name="stamp" value="([^"]+)"/.exec(text)?.[1] ?? ''
      return browser.post(`/sources/${kept}/same/${gone}`, { stamp }).expect(303)
    })
  const join = async () => {
    await merge(first, second)
    await merge(second, third)
    await jobs()
  }
  const places = async () =>
    new Map((await evidenceOf(db.reader, news.cleo, claim)).map(({ id, ...item }) => [id, item]))
  const reader = await news.as(news.rita)
  return {
    ...news,
    claim,
    other,
    first,
    second,
    third,
    copies,
    newest,
    moved,
    waiting,
    jobs,
    browser,
    reader,
    join,
    places,
  }
}

it('knows a source and all that were merged into it, from either end', async () => {
  const { db, first, second, third, join } = await chain()
  await join()
  expect(await entriesOfOne(db.reader, third)).toEqual([first, second, third])
  expect(await entriesOfOne(db.reader, second)).toEqual([first, second])
  expect(await entriesOfOne(db.reader, 99)).toEqual([])
  expect(await standingId(db.reader, first)).toBe(third)
  expect(await standingId(db.reader, third)).toBe(third)
})

describe('the copies of what was merged', () => {
  it('stand on the page and in the list of the source that is left, and open there', async () => {
    const { browser, third, copies, newest, join } = await chain()
    await join()
    for (const path of [`/sources/${third}`, `/sources/${third}/snapshots`]) {
      const page = (await browser.get(path).expect(200)).text
      for (const copy of [...copies, newest]) expect(page).toContain(`"/sources/${third}/snapshots/${copy}"`)
    }
    const page = (await browser.get(`/sources/${third}/snapshots/${copies[0]}`).expect(200)).text
    expect(page).toContain('by order of the warden')
    await browser.get(`/sources/${third}/snapshots/${copies[0]}/original`).expect(200)
    await browser.get(`/sources/99/snapshots/${copies[0]}`).expect(404)
  })

  it('are compared with one another, and opened by the old address too', async () => {
    const { browser, first, third, copies, newest, join } = await chain()
    await browser.get(`/sources/${third}/snapshots/${copies[0]}`).expect(404)
    await browser.get(`/sources/${third}/snapshots/${newest}/comparison`).expect(404)
    await join()
    const before = (await browser.get(`/sources/${third}/snapshots/${newest}/comparison`).expect(200)).text
    expect(before).toContain(`/sources/${third}/snapshots/${copies[1]}`)
    const chosen = `/sources/${third}/snapshots/${newest}/comparison?with=${copies[0]}`
    expect((await browser.get(chosen).expect(200)).text).toContain('<del>warden</del>')
    await browser.get(`/sources/${first}/snapshots/${copies[0]}`).expect(200)
    await browser.get(`/sources/${first}/snapshots/${newest}`).expect(200)
  })

  it('count when the newest copy is asked for, and one that is kept under the old address is of the one that is left', async () => {
    const { db, browser, first, third, newest, join } = await chain()
    await join()
    expect((await newestSnapshots(db.reader, [third])).get(third)?.id).toBe(newest)
    const late = await aSnapshot(db, first, 'Found in a drawer.')
    expect((await newestSnapshots(db.reader, [third])).get(third)).toMatchObject({ id: late, sourceId: first })
    await browser.post(`/sources/${first}/snapshots`, { way: 'paste', text: 'Again.', address: '' }).expect(303)
    expect((await newestSnapshots(db.reader, [third])).get(third)).toMatchObject({ id: late + 1, sourceId: third })
  })

  it('are what a source is held against others by, through a chain too', async () => {
    const { db, cleo, first, third, join } = await chain()
    const text = (events[0]?.agency ?? []).join('\n\n')
    await aSnapshot(db, first, text)
    const wire = await aSource(db, 'Wire')
    await aSnapshot(db, wire, text)
    await join()
    const proposed = async (id: number) =>
      (await doublesOf(db.reader, cleo, await readSource(db.reader, cleo, id))).map((double) => double.id)
    expect(await proposed(third)).toEqual([wire])
    expect(await proposed(wire)).toEqual([third])
  })
})

describe('passages', () => {
  it('that were missing are found in a copy of what was merged, and the link of the ledger opens it', async () => {
    const { browser, claim, third, copies, moved, waiting, places, join } = await chain()
    expect((await places()).get(waiting)?.passageMatch).toBe('missing')
    await join()
    for (const id of [moved, waiting])
      expect((await places()).get(id)).toMatchObject({ passageMatch: 'exact', snapshotId: copies[0] })
    const ledger = (await browser.get(`/claims/${claim}`)).text
    const links = [...ledger.matchAll(/href="([^"]+)">Found word for word/g)].map(([, href]) => href ?? '')
    expect(links).toHaveLength(2)
    for (const link of links) {
      expect(link).toContain(`/sources/${third}/snapshots/${copies[0]}?`)
      const copy = await browser.get(link.replaceAll('&amp;', '&').replace(/#.*/, '')).expect(200)
      expect(copy.text).toMatch(/<mark[^>]*>The gates were shut/)
    }
  })

  it('that are added since are looked up in all of them, the newest first', async () => {
    const { db, ben, claim, third, copies, newest, places, join } = await chain()
    await join()
    const old = await anItem(db, ben, claim, third, 'by order of the warden')
    const now = await anItem(db, ben, claim, third, 'Twelve boats stayed outside')
    const nowhere = await anItem(db, ben, claim, third, 'The mayor kept the gates open for nine days.')
    const found = await places()
    expect(found.get(old)).toMatchObject({ passageMatch: 'exact', snapshotId: copies[0] })
    expect(found.get(now)).toMatchObject({ passageMatch: 'exact', snapshotId: newest })
    expect(found.get(nowhere)).toMatchObject({ passageMatch: 'missing', snapshotId: newest })
  })

  it('stay found where they are when another of the sources gets a newer copy without them', async () => {
    const { db, third, copies, moved, places, join, jobs } = await chain()
    await join()
    await aCopy(db, third, ['All of it was rewritten.'])
    await jobs()
    expect((await places()).get(moved)).toMatchObject({ passageMatch: 'exact', snapshotId: copies[0] })
  })

  it('are looked up in their own copies again when the sources are taken apart', async () => {
    const { db, ben, browser, claim, second, third, newest, places, join, jobs } = await chain()
    await join()
    const since = await anItem(db, ben, claim, third, 'by order of the warden')
    await browser.post(`/sources/${second}/separation`).expect(303)
    expect((await places()).get(since)).toMatchObject({ passageMatch: null, snapshotId: null })
    await jobs()
    expect((await places()).get(since)).toMatchObject({
      passageMatch: 'missing',
      snapshotId: newest,
      passageLastIn: null,
    })
  })
})

it('its address leads to the source that is left, in a form and with a text fragment', async () => {
  const { db, cleo, browser, other, third, copies, join } = await chain()
  await join()
  const typed = { title: 'Log', kind: 'record', url: 'https://log.example/1' }
  const refused = (await browser.post('/sources', typed).expect(409)).text
  expect(refused).toContain(`<a class="button" href="/sources/${third}">Use that one</a>`)
  const link = { ...typed, url: `${typed.url}#:~:text=by%20order,warden` }
  const evidence = { ...link, source: 'new', stance: 'context', passage: '', locator: '', note: '' }
  await browser.post(`/claims/${other}/evidence`, evidence).expect(303)
  expect(await evidenceOf(db.reader, cleo, other)).toEqual([
    expect.objectContaining({
      source: expect.objectContaining({ id: third }),
      passage: 'by order of the warden',
      passageMatch: 'exact',
      snapshotId: copies[0],
    }),
  ])
})

describe('a confidential one among them', () => {
  it('makes all of the chain confidential, whichever end it is', async () => {
    const { reader, first, second, third, copies, join } = await chain({ third: { confidential: true } })
    await join()
    for (const id of [first, second, third]) await reader.get(`/sources/${id}`).expect(404)
    await reader.get(`/sources/${first}/snapshots/${copies[0]}`).expect(404)
    expect((await reader.get('/history')).text).not.toMatch(/Log, (first|second|third) entry/)
  })

  it('does so when the one that is left becomes confidential later', async () => {
    const { browser, reader, third, join } = await chain()
    await join()
    expect((await reader.get('/history')).text).toContain('Log, first entry')
    const fields = { title: 'Log, third entry', kind: 'record', confidential: 'yes', version: '1' }
    await browser.post(`/sources/${third}`, fields).expect(303)
    expect((await reader.get('/history')).text).not.toMatch(/Log, (first|second|third) entry/)
  })

  it('keeps its copies to itself when the one that is left is confidential no more', async () => {
    const { browser, reader, claim, third, copies, moved, places, join, jobs } = await chain({
      first: { confidential: true },
    })
    await join()
    await browser.post(`/sources/${third}`, { title: 'Log', kind: 'record', version: '2' }).expect(303)
    await jobs()
    const [secret] = copies
    await reader.get(`/sources/${third}/snapshots/${secret}`).expect(404)
    for (const path of [`/sources/${third}`, `/sources/${third}/snapshots`, `/claims/${claim}`])
      expect((await reader.get(path).expect(200)).text).not.toContain(`/snapshots/${secret}`)
    expect((await places()).get(moved)).toMatchObject({ passageMatch: 'missing', passageLastIn: null })
    expect((await browser.get(`/sources/${third}/snapshots`)).text).toContain(`/snapshots/${secret}"`)
  })
})
