import { describe, expect, it } from 'vitest'
import { threadsOf } from '../../server/comments/thread.ts'
import { told } from '../notifications/told.ts'
import { aVerdict } from '../verdicts/harbour.ts'
import { aRoom, aRound, discussionIn } from './room.ts'

const inPlace = { 'HX-Request': 'true', 'HX-Request-Type': 'partial' }

describe('a thread', () => {
  it('is opened on a claim, answered by others, and told to who takes part', async () => {
    const { db, cleo, cleos, bens, ediths, threads, page, claim } = await aRoom()
    await cleos.post(threads, { body: 'Which **day** was it?' }).expect(303).expect('Location', `${page}#comment-1`)
    await bens.post('/threads/1/comments', { body: 'Monday.' }).expect(303).expect('Location', `${page}#comment-2`)
    await ediths.post('/threads/1/comments', { body: 'Tuesday.' }).expect(303)
    const [thread] = await threadsOf(db.reader, cleo, claim)
    expect(thread?.comments.map(({ author, body }) => `${author.name}: ${body}`)).toEqual([
      'Cleo: Which **day** was it?',
      'Ben: Monday.',
      'Edith: Tuesday.',
    ])
    expect(discussionIn((await bens.get(page)).text)).toContain('Which <strong>day</strong> was it?')
    const answers = (await told(db)).filter((line) => line.includes('comment'))
    expect(answers).toEqual(['Cleo answer comment.added', 'Cleo answer comment.added', 'Ben answer comment.added'])
  })

  it('is about one piece of evidence or one verdict when it was opened there, and told to whose work it is', async () => {
    const room = await aRoom()
    const { db, ben, cleo, bens, threads, page, item, claim } = room
    const { verdictId } = await aVerdict(db, cleo, claim)
    await bens.post(threads, { body: 'Who signed it?', evidence: item }).expect(303)
    await bens.post(threads, { body: 'Too short.', verdict: verdictId }).expect(303)
    const found = await threadsOf(db.reader, ben, claim)
    expect(found.map(({ evidence, verdict }) => ({ evidence, verdict }))).toEqual([
      { evidence: { id: item, title: 'Harbour log' }, verdict: null },
      { evidence: null, verdict: { id: verdictId, number: 1 } },
    ])
    const { text } = await bens.get(page)
    expect(discussionIn(text)).toContain(`On <a href="${page}#verdict-${verdictId}">verdict 1</a>`)
    const narrowed = await bens.get(`${page}/discussion?evidence=${item}`).expect(200)
    expect(narrowed.text).toContain('Who signed it?')
    expect(narrowed.text).not.toContain('Too short.')
    expect(narrowed.text).toContain(`<input type="hidden" name="evidence" value="${item}" />`)
    expect((await told(db)).filter((line) => line.includes('discussed'))).toEqual([
      'Cleo discussed comment.added',
      'Cleo discussed comment.added',
    ])
  })

  it('is resolved and opened again by any checker, once each', async () => {
    const { db, ben, cleos, bens, threads, page, claim } = await aRoom()
    await cleos.post(threads, { body: 'Which day?' }).expect(303)
    await bens.post('/threads/1/resolution').expect(303).expect('Location', `${page}#thread-1`)
    await cleos.post('/threads/1/resolution').expect(303)
    const resolved = discussionIn((await cleos.get(page)).text)
    expect(resolved).toContain('<summary>One resolved discussion</summary>')
    expect(resolved).toMatch(/Resolved by <span dir="auto">Ben<\/span>/)
    expect(resolved).not.toContain('Nothing is being discussed')
    await cleos.post('/threads/1/reopening').expect(303)
    expect((await threadsOf(db.reader, ben, claim))[0]?.resolved).toBe(null)
    const { text } = await cleos.get(`${page}/history`)
    expect(text.match(/(?:resolved|reopened) a discussion/g)).toEqual([
      'reopened a discussion',
      'resolved a discussion',
    ])
  })

  it('that was resolved meanwhile keeps the answer that came too late', async () => {
    const { cleos, bens, threads } = await aRoom()
    await cleos.post(threads, { body: 'Which day?' }).expect(303)
    await bens.post('/threads/1/resolution').expect(303)
    for (const headers of [{}, inPlace]) {
      const late = await cleos.post('/threads/1/comments', { body: 'A late thought' }).set(headers).expect(409)
      expect(late.text).toContain('This discussion was resolved meanwhile.')
      expect(late.text).toMatch(/<textarea id="answer-1-body"[^>]*>\nA late thought</)
    }
  })
})

describe('a comment', () => {
  it.each([
    ['', 'Write something first.'],
    ['\u200B \n', 'Write something first.'],
    ['x'.repeat(10_001), 'This is too long: 10,000 characters at most.'],
    ['a\u0000b', 'hidden control character'],
  ])('of %j is not taken, and the form comes back', async (body, problem) => {
    const { cleos, bens, threads, page } = await aRoom()
    await bens.post(threads, { body: 'Which day?' }).expect(303)
    for (const headers of [{}, inPlace]) {
      const opened = await cleos.post(threads, { body }).set(headers).expect(422)
      expect(opened.text).toContain(problem)
      const answered = await cleos.post('/threads/1/comments', { body }).set(headers).expect(422)
      expect(answered.text).toContain(problem)
    }
    expect((await cleos.get(page)).text.match(/id="comment-/g)).toHaveLength(1)
  })

  it.each([
    '<script>alert(1)</script>',
    '<img src=x onerror=alert(1)>',
    '[x](javascript:alert(1))',
    '<a href="/x" hx-post="/y">z</a>',
    '@Ben<b onclick="x">@Cleo</b>',
    '![x](https://example.org/x.png)',
  ])('of %s becomes no HTML of its own, here or in a notification', async (body) => {
    const { cleos, bens, threads, page } = await aRoom()
    await cleos.post(threads, { body: `${body} @Ben` }).expect(303)
    const places = [discussionIn((await bens.get(page)).text), (await bens.get('/notifications')).text]
    for (const text of places) {
      expect(text.replaceAll(/<script (?:defer|type="module") src="[^"]+"><\/script>/g, '')).not.toMatch(
        /<script|<img|="javascript:|hx-post="\/y|<b onclick/,
      )
    }
    expect(places[0]).toContain('<b class="mention" dir="auto">@Ben</b>')
  })

  it('comes back in place as the thread it stands in, and as a new thread with the form again', async () => {
    const { cleos, threads, claim } = await aRoom()
    const opened = await cleos.post(threads, { body: 'Which day?' }).set(inPlace).expect(200)
    expect(opened.text).not.toContain('<html')
    expect(opened.text).toMatch(/^\s*<article class="thread/)
    expect(opened.text).toContain(`<form class="thread-new no-print" id="thread-new-${claim}"`)
    const answered = await cleos.post('/threads/1/comments', { body: 'Monday.' }).set(inPlace).expect(200)
    expect(answered.text.match(/id="comment-\d"/g)).toEqual(['id="comment-1"', 'id="comment-2"'])
    expect(answered.text).not.toContain('id="thread-new')
  })

  it('is saved once when its form is sent twice, but may be said again later or elsewhere', async () => {
    const { cleos, bens, threads, page, item } = await aRoom()
    await cleos.post(threads, { body: 'Done.' }).expect(303)
    const again = await cleos.post(threads, { body: 'Done.' }).expect(409)
    expect(again.text).toContain('You have just said this here')
    await cleos.post('/threads/1/comments', { body: 'Done.' }).set(inPlace).expect(409)
    await cleos.post(threads, { body: 'Done.', evidence: item }).expect(303)
    await bens.post('/threads/1/comments', { body: 'Done.' }).expect(303)
    await cleos.post('/threads/1/comments', { body: 'Done.' }).expect(303)
    await cleos.post(threads, { body: 'Done. Really.' }).expect(303)
    expect((await cleos.get(page)).text.match(/<p dir="auto">Done\./g)).toHaveLength(5)
  })

  it('on what is not there is a page that is not there', async () => {
    const { cleos, threads, page, item } = await aRoom()
    await cleos.post(threads, { body: 'x', evidence: 99 }).expect(404)
    await cleos.post(threads, { body: 'x', verdict: item }).expect(404)
    await cleos.post('/claims/99/threads', { body: 'x' }).expect(404)
    await cleos.post('/threads/99/comments', { body: 'x' }).expect(404)
    await cleos.get(`${page}/discussion?evidence=x`).expect(404)
    await cleos.get('/claims/99/discussion').expect(404)
  })

  it('is not for readers to write, but to read', async () => {
    const { cleos, ritas, threads, page } = await aRoom()
    await cleos.post(threads, { body: 'Which day?' }).expect(303)
    await ritas.post(threads, { body: 'x' }).expect(403)
    await ritas.post('/threads/1/comments', { body: 'x' }).expect(403)
    await ritas.post('/threads/1/resolution').expect(403)
    const text = discussionIn((await ritas.get(page)).text)
    expect(text).toContain('Which day?')
    expect(text).not.toContain('<form')
  })
})

describe('evidence and verdicts', () => {
  it('say how many discussions of them are open, and lead there, in the record and beside the text', async () => {
    const { db, cleo, cleos, ritas, threads, page, item, claim } = await aRoom()
    const { verdictId } = await aVerdict(db, cleo, claim)
    await cleos.post(threads, { body: 'One.', evidence: item }).expect(303)
    await cleos.post(threads, { body: 'Two.', evidence: item }).expect(303)
    await cleos.post(threads, { body: 'Three.', verdict: verdictId }).expect(303)
    await cleos.post('/threads/1/resolution').expect(303)
    await cleos.post('/threads/3/resolution').expect(303)
    for (const answer of [await ritas.get(page), await ritas.get(page).set(inPlace)]) {
      const ways = answer.text.match(/<a class="discuss[^]*?<\/a>/g) ?? []
      const read = ways.map((way) => [/href="([^"]+)"/.exec(way)?.[1], /class="number">(\d+)/.exec(way)?.[1]] as const)
      expect(new Map(read)).toEqual(
        new Map([
          [`${page}/discussion?verdict=${verdictId}`, undefined],
          [`${page}/discussion?evidence=${item}`, '1'],
        ]),
      )
    }
  })
})

it('warns the two who judge a claim independently that the other reads it, and nobody else', async () => {
  const room = await aRoom()
  const { cleos, bens, ediths, page, item } = room
  const warns = async (who: typeof cleos, path: string) =>
    (await who.get(path)).text.includes('The other checker reads this')
  const places = [page, `${page}/discussion`, `${page}/discussion?evidence=${item}`]
  const told = (who: typeof cleos) => Promise.all(places.map((path) => warns(who, path)))
  expect(await told(cleos)).toEqual([false, false, false])
  const round = await aRound(room)
  expect(await told(cleos)).toEqual([true, true, true])
  expect(await told(bens)).toEqual([true, true, true])
  expect(await told(ediths)).toEqual([false, false, false])
  await round.close()
  expect(await told(cleos)).toEqual([false, false, false])
})
