import { describe, expect, it } from 'vitest'
import { write } from '../../db/write.ts'
import { addEvidence } from '../../server/evidence/evidence.ts'
import { updateSettings } from '../../server/settings/store.ts'
import { snapshotsOf } from '../../server/snapshots/snapshot.ts'
import { wordsOf } from '../accounts/cookies.ts'
import { anItem } from '../evidence/harbour.ts'
import { aSnapshot } from '../snapshots/copies.ts'
import { aVerdict, letDecide } from '../verdicts/harbour.ts'
import { pageWith, passage, watchingRoom } from './rig.ts'

type Room = Awaited<ReturnType<typeof watchingRoom>>

/** Watched, looked at once, and then looked at again the next day after `change`. */
async function nextDay(change: (room: Room) => void | Promise<void>) {
  const room = await watchingRoom()
  await room.watch()
  await change(room)
  await room.later()
  return room
}

const changed = passage.replace('2013', '2014')

describe('a page that changes where it is cited', () => {
  it('is flagged, a copy of it is kept, and who rests on it hears of it', async () => {
    const room = await nextDay(async (it) => {
      await letDecide(it.db, 'always')
      await aVerdict(it.db, it.ben, it.claim)
      it.pages['/page'] = pageWith(changed)
    })
    const { outcomes, looks, db, source, claim, evidence, checker, as, ben, edith } = room
    expect(await outcomes()).toEqual(['first', 'changed_passage'])
    const [first, second] = await looks()
    expect(second).toMatchObject({ lost: [{ evidence, claim }], comparedId: first?.keptId })
    expect((await snapshotsOf(db.reader, source)).map(({ id }) => id)).toEqual([second?.keptId, first?.keptId])
    for (const person of [room.cleo, ben]) {
      const told = wordsOf(await (await as(person)).get('/notifications'))
      expect(told).toContain('A source of a claim of yours needs another look')
      expect(told).toContain('Stet flagged claim 1-1 : The wall has changed where it is cited.')
    }
    expect(wordsOf(await (await as(edith)).get('/notifications'))).not.toContain('The wall')
    const claimPage = await checker.get(`/claims/${claim}`).expect(200)
    expect(wordsOf(claimPage)).toContain('A passage that is cited from this page is no longer there as it was.')
    expect(claimPage.text).toContain(`/sources/${source}/snapshots/${second?.keptId}/comparison?with=${first?.keptId}`)
    expect(wordsOf(await checker.get(`/sources/${source}`))).toContain('no longer there as it was')
  })

  it('stays flagged until somebody says what they found, and is not flagged again for it', async () => {
    const { checker, claim, source, later, outcomes } = await nextDay(({ pages }) => {
      pages['/page'] = pageWith(changed)
    })
    await later()
    expect(await outcomes()).toEqual(['first', 'changed_passage', 'unchanged'])
    const flag = /source-flag-(\d+)/.exec((await checker.get(`/claims/${claim}`)).text)?.[1] ?? ''
    const empty = await checker.post(`/source-flags/${flag}/clearing`, { note: ' ', claim }).expect(422)
    expect(wordsOf(empty)).toContain('Write what you found')
    const note = 'They put the year right; our claim says 2014 too.'
    const done = await checker.post(`/source-flags/${flag}/clearing`, { note, claim }).expect(303)
    expect(done.headers.location).toBe(`/claims/${claim}`)
    expect((await checker.get(`/claims/${claim}`)).text).not.toContain('source-flag-')
    expect(wordsOf(await checker.get(`/sources/${source}/history`))).toContain(note)
    await checker.post(`/source-flags/${flag}/clearing`, { note }).expect(409)
    await later(2)
    expect((await checker.get(`/claims/${claim}`)).text).not.toContain('source-flag-')
  })

  it('flags only the claims whose passage it is, and others later, each once', async () => {
    const second = 'Repairs are to cost 40 million pounds, which the town does not have.'
    const { checker, claim, other, later, pages } = await nextDay(async (it) => {
      await anItem(it.db, it.cleo, it.other, it.source, second)
      it.pages['/page'] = pageWith(changed)
    })
    expect((await checker.get(`/claims/${claim}`)).text).toContain('source-flag-')
    expect((await checker.get(`/claims/${other}`)).text).not.toContain('source-flag-')
    pages['/page'] = pageWith(changed).replace('40 million', '60 million')
    await later()
    expect((await checker.get(`/claims/${other}`)).text).toContain('source-flag-')
    const told = wordsOf(await checker.get('/notifications'))
    expect(told.match(/has changed where it is cited/g)).toHaveLength(2)
  })

  it('is told by words, not by the shape of quotation marks, line breaks or what stands around', async () => {
    const { outcomes } = await nextDay(({ pages }) => {
      pages['/page'] = pageWith(passage.replaceAll(' ', '\n  '), 'Nobody said “yes”.')
    })
    expect(await outcomes()).toEqual(['first', 'changed_elsewhere'])
  })

  it('does not count for evidence that was withdrawn, nor a passage that was never there', async () => {
    const { outcomes } = await nextDay(async (it) => {
      await it.checker.post(`/evidence/${it.evidence}/withdrawal`, { reason: 'Wrong page.' }).expect(303)
      const absent = { claimId: it.other, sourceId: it.source, stance: 'context', locator: null, note: null } as const
      const passages = ['These are words that stood nowhere in that page, ever.', null]
      for (const one of passages)
        await write(it.db, (tx) => addEvidence(tx, it.cleo, { ...absent, passage: one, note: 'n' }))
      it.pages['/page'] = pageWith(changed)
    })
    expect(await outcomes()).toEqual(['first', 'changed_elsewhere'])
  })

  it('is found by a copy that was uploaded, where none was fetched before', async () => {
    const { db, source, watch, outcomes, looks, pages } = await watchingRoom()
    const uploaded = await aSnapshot(db, source, pageWith(passage))
    pages['/page'] = pageWith(changed)
    await watch()
    expect(await outcomes()).toEqual(['changed_passage'])
    expect(await looks()).toMatchObject([{ comparedId: uploaded }])
  })

  it('is flagged without a copy when there is no room for one', async () => {
    const { looks, checker, claim } = await nextDay(async (it) => {
      await write(it.db, (tx) => updateSettings(tx, { snapshotQuota: 0 }))
      it.pages['/page'] = pageWith(changed)
    })
    expect((await looks()).at(-1)).toMatchObject({ outcome: 'changed_passage', keptId: null, message: /no room/ })
    expect((await checker.get(`/claims/${claim}`)).text).toContain('source-flag-')
  })
})

describe('a page that changes elsewhere', () => {
  it('is told of quietly: no flag, no copy, no notification', async () => {
    const { outcomes, looks, checker, claim, db, source } = await nextDay(({ pages }) => {
      pages['/page'] = pageWith(passage, 'Corrected on Tuesday.')
    })
    expect(await outcomes()).toEqual(['first', 'changed_elsewhere'])
    expect((await looks()).at(-1)).toMatchObject({ keptId: null, lost: [] })
    expect((await checker.get(`/claims/${claim}`)).text).not.toContain('source-flag-')
    expect(wordsOf(await checker.get('/notifications'))).not.toContain('The wall')
    expect(await snapshotsOf(db.reader, source)).toHaveLength(1)
  })
})

describe('a page that goes', () => {
  it.each([404, 410])('with %i is flagged at once', async (status) => {
    const { outcomes, checker, claim, other, source } = await nextDay(async (it) => {
      await anItem(it.db, it.cleo, it.other, it.source, 'Something else.')
      it.pages['/page'] = { status }
    })
    expect(await outcomes()).toEqual(['first', 'gone'])
    for (const id of [claim, other])
      expect(wordsOf(await checker.get(`/claims/${id}`))).toContain('The page is gone from its address.')
    expect(wordsOf(await checker.get(`/sources/${source}/watch`))).toContain(`(${status})`)
  })

  it('is not flagged again for the same, but when it came back and went again', async () => {
    const { checker, source, later, pages } = await nextDay(({ pages: now }) => {
      now['/page'] = { status: 404 }
    })
    const flags = async () => (await checker.get(`/sources/${source}/watch`)).text.match(/id="source-flag-\d+"/g)
    expect(await flags()).toHaveLength(1)
    await checker.post('/source-flags/1/clearing', { note: 'We cite the archived copy now.' }).expect(303)
    await later(2)
    expect(await flags()).toBeNull()
    pages['/page'] = pageWith(passage)
    await later()
    pages['/page'] = { status: 404 }
    await later()
    expect(await flags()).toHaveLength(1)
  })

  it('by not answering counts as gone only after days', async () => {
    const { outcomes, later, checker, source, pages } = await nextDay(({ pages: now }) => {
      now['/page'] = 'hang up'
    })
    const isFlagged = async () => (await checker.get(`/sources/${source}/watch`)).text.includes('id="source-flag-')
    expect(await outcomes()).toEqual(['first', 'unreached'])
    await later()
    expect([await outcomes(), await isFlagged()]).toEqual([['first', 'unreached', 'unreached'], false])
    pages['/page'] = { status: 503 }
    await later()
    expect(await isFlagged()).toBe(true)
    pages['/page'] = pageWith(passage)
    await later()
    expect((await outcomes()).at(-1)).toBe('unchanged')
    expect(await isFlagged()).toBe(true)
  })
})

describe('a page that moves', () => {
  const to = (status: number, path: string) => ({ status, headers: { Location: path } })

  it('for good is flagged with where to, once', async () => {
    const { outcomes, checker, claim, later } = await nextDay(({ pages }) => {
      pages['/new'] = pageWith(passage)
      pages['/page'] = to(301, '/new')
    })
    expect(await outcomes()).toEqual(['first', 'moved'])
    const words = wordsOf(await checker.get(`/claims/${claim}`))
    expect(words).toContain('The page has moved to another address.')
    expect((await checker.get(`/claims/${claim}`)).text).toMatch(/href="http:\/\/127\.0\.0\.1:\d+\/new"/)
    await later()
    expect((await outcomes()).at(-1)).toBe('unchanged')
  })

  it('for now, or by a slash at its end, is not flagged', async () => {
    const { outcomes, later, pages } = await nextDay(({ pages: now }) => {
      now['/new'] = pageWith(passage)
      now['/page'] = to(302, '/new')
    })
    pages['/page/'] = pageWith(passage)
    pages['/page'] = to(301, '/page/')
    await later()
    expect(await outcomes()).toEqual(['first', 'unchanged', 'unchanged'])
  })

  it('to a page without the passage has changed as well', async () => {
    const { outcomes, checker, claim } = await nextDay(({ pages }) => {
      pages['/'] = pageWith('Welcome to the town of Port Ellery.')
      pages['/page'] = to(301, '/')
    })
    expect(await outcomes()).toEqual(['first', 'changed_passage'])
    expect((await checker.get(`/claims/${claim}`)).text.match(/id="source-flag-\d+"/g)).toHaveLength(2)
  })
})

it('what cannot be read is said, and not taken for a change', async () => {
  const { outcomes, looks, checker, claim } = await nextDay(({ pages }) => {
    pages['/page'] = '<html><body></body></html>'
  })
  expect(await outcomes()).toEqual(['first', 'unreadable'])
  expect((await looks()).at(-1)?.message).toBeTruthy()
  expect((await checker.get(`/claims/${claim}`)).text).not.toContain('source-flag-')
})
