import { describe, expect, it } from 'vitest'
import { sources } from '../../db/schema/index.ts'
import { write } from '../../db/write.ts'
import { deactivate } from '../../server/accounts/membership.ts'
import { notify } from '../../server/notifications/notification.ts'
import { noticesOf, unreadOf } from '../../server/notifications/notice.ts'
import { aRoom, aRound } from '../comments/room.ts'
import { aVerdict } from '../verdicts/harbour.ts'

const badge = (text: string) => /<a class="bell"[^]*?<span class="number">([^<]+)<\/span>/.exec(text)?.[1]

describe('the list', () => {
  it('says why each is there, in the event’s own sentence, newest first, and how the comment begins', async () => {
    const { cleos, ediths, bens, ben, threads, page } = await aRoom()
    await ediths.post(`${page}/assignment`, { assignee: ben.id }).expect(303)
    await cleos.post(threads, { body: `@Ben, ${'so '.repeat(99)}` }).expect(303)
    const { text } = await bens.get('/notifications').expect(200)
    expect(text.match(/<p class="why"><b class="new">New<\/b> [^·]+/g)).toEqual([
      '<p class="why"><b class="new">New</b> You are mentioned ',
      '<p class="why"><b class="new">New</b> A claim is yours to check ',
    ])
    expect(text).toContain('<b dir="auto">Cleo</b> commented on <a href="/claims/1" dir="auto">claim 1-1</a>.')
    expect(text).toContain('<b dir="auto">Edith</b> gave <a href="/claims/1" dir="auto">claim 1-1</a> to')
    expect(/<blockquote class="excerpt" dir="auto">@Ben, (?:so ){51}s…</.test(text)).toBe(true)
  })

  it('is empty at first, and says what will stand there', async () => {
    const { bens } = await aRoom()
    const { text } = await bens.get('/notifications').expect(200)
    expect(text).toContain('You are told here when a claim is given to you')
    expect(text).not.toContain('Mark all as read')
    expect(badge(text)).toBe(undefined)
  })

  it('goes on page by page', async () => {
    const { cleos, bens, threads } = await aRoom()
    for (let count = 0; count < 51; count++) await cleos.post(threads, { body: `@Ben ${count}.` }).expect(303)
    const first = await bens.get('/notifications')
    expect(first.text.match(/class="notice-line/g)).toHaveLength(50)
    const [, older = ''] = /href="(\/notifications\?before=\d+)" rel="next"/.exec(first.text) ?? []
    const last = await bens.get(older).expect(200)
    expect(last.text.match(/<blockquote class="excerpt" dir="auto">[^<]+/g)).toEqual([
      '<blockquote class="excerpt" dir="auto">@Ben 0.',
    ])
  })
})

describe('reading', () => {
  it('opens one: it leads to the place and is read, again and again', async () => {
    const { db, cleos, bens, ben, cleo, claim, threads, page } = await aRoom()
    const { verdictId } = await aVerdict(db, ben, claim)
    await cleos.post(`/verdicts/${verdictId}/review`, { outcome: 'approved' }).expect(303)
    await cleos.post(threads, { body: '@Ben' }).expect(303)
    expect(badge((await bens.get('/')).text)).toBe('2')
    await bens.post('/notifications/2/opening').expect(303).expect('Location', `${page}#comment-1`)
    await bens.post('/notifications/2/opening').expect(303)
    expect(badge((await bens.get('/claims')).text)).toBe('1')
    await bens.post('/notifications/1/opening').expect(303).expect('Location', `${page}#verdict-${verdictId}`)
    const { text } = await bens.get('/notifications')
    expect(text).not.toContain('>New<')
    expect(badge(text)).toBe(undefined)
    expect(await unreadOf(db.reader, cleo)).toBe(0)
  })

  it('marks all as read, but nothing that came after the page was shown', async () => {
    const { cleos, bens, threads } = await aRoom()
    await cleos.post(threads, { body: '@Ben one' }).expect(303)
    await cleos.post(threads, { body: '@Ben two' }).expect(303)
    const [, upTo = ''] = /name="upTo" value="(\d+)"/.exec((await bens.get('/notifications')).text) ?? []
    await cleos.post(threads, { body: '@Ben three' }).expect(303)
    await bens.post('/notifications/reading', { upTo }).expect(303).expect('Location', '/notifications')
    const { text } = await bens.get('/notifications')
    expect(text.match(/>New</g)).toHaveLength(1)
    await bens.post('/notifications/reading', { upTo: 'all' }).expect(422)
  })

  it('is one’s own affair', async () => {
    const { cleos, bens, threads } = await aRoom()
    await bens.post(threads, { body: '@Cleo' }).expect(303)
    await bens.post('/notifications/1/opening').expect(404)
    await bens.post('/notifications/reading', { upTo: 999 }).expect(303)
    expect(badge((await cleos.get('/')).text)).toBe('1')
  })
})

describe('what one may not see (any more)', () => {
  it('is neither shown nor counted nor opened: a source that became confidential', async () => {
    const { db, cleos, ritas, rita, threads, item } = await aRoom()
    await cleos.post(threads, { body: '@Rita', evidence: item }).expect(303)
    expect(badge((await ritas.get('/')).text)).toBe('1')
    await write(db, (tx) => tx.update(sources).set({ confidential: true }))
    const { text } = await ritas.get('/notifications')
    expect(text).not.toContain('notice-line')
    expect(badge(text)).toBe(undefined)
    expect(await noticesOf(db.reader, rita, { limit: 9 })).toEqual([])
    await ritas.post('/notifications/1/opening').expect(404)
    await write(db, (tx) => tx.update(sources).set({ confidential: false }))
    expect(badge((await ritas.get('/')).text)).toBe('1')
  })

  it('is so for events of an open round, whoever named the person', async () => {
    const room = await aRoom()
    const { db, cleo, ben, bens, claim } = room
    const { close } = await aRound(room)
    await aVerdict(db, cleo, claim)
    const seq = Number(db.writer.sqlite.prepare("SELECT seq FROM events WHERE type = 'verdict.given'").pluck().get())
    await write(db, (tx) => notify(tx, [ben.id], 'settled', { seq, claimId: claim }, cleo))
    expect(await unreadOf(db.reader, ben)).toBe(0)
    expect((await bens.get('/notifications')).text).not.toContain('notice-line')
    await close()
    expect(await unreadOf(db.reader, ben)).toBe(1)
    expect((await bens.get('/notifications')).text).toContain('gave verdict 1')
  })
})

it('tells nobody who has left', async () => {
  const { db, ada, ben, cleos, threads } = await aRoom()
  await deactivate(db, ada, { id: ben.id, version: 1 })
  await cleos.post(threads, { body: '@Ben' }).expect(303)
  expect(await unreadOf(db.reader, ben)).toBe(0)
  expect((await cleos.get('/mentions.json')).body).toEqual({ names: ['Ada', 'Cleo', 'Edith', 'Rita'] })
})

it('is counted by the index of unread ones, however much has been read', async () => {
  const { db, ben, queries } = await aRoom()
  queries.length = 0
  await unreadOf(db.reader, ben)
  const [sql = ''] = queries
  const values = Array.from(sql.matchAll(/\?/g), () => 1)
  const plan = db.writer.sqlite.prepare(`EXPLAIN QUERY PLAN ${sql}`).all(...values)
  expect(JSON.stringify(plan)).toContain('USING INDEX notifications_unread')
})

it('counts in the header up to 99, in one query, and not where no page is shown', async () => {
  const { cleos, bens, threads, queries } = await aRoom()
  for (let count = 0; count < 100; count++) await cleos.post(threads, { body: `@Ben ${count}.` }).expect(303)
  expect(badge((await bens.get('/account')).text)).toBe('99+')
  queries.length = 0
  await bens.get('/claims.json').expect(200)
  expect(queries.filter((sql) => sql.includes('"notifications"'))).toEqual([])
  queries.length = 0
  await bens.get('/claims').expect(200)
  expect(queries.filter((sql) => sql.includes('"notifications"'))).toHaveLength(1)
})
