import { describe, expect, it } from 'vitest'
import { told } from '../notifications/told.ts'
import { aVerdict } from '../verdicts/harbour.ts'
import { aRoom, aRound } from './room.ts'

const said = 'It was the heron'

describe('on a verdict whose round is open', () => {
  async function sealed() {
    const room = await aRoom()
    const round = await aRound(room)
    const { verdictId } = await aVerdict(room.db, room.cleo, room.claim)
    await room.cleos.post(room.threads, { body: `${said}, @Ben @Edith`, verdict: verdictId }).expect(303)
    return { ...room, ...round, verdict: verdictId }
  }

  it('is seen by the verdict’s author alone, and told to nobody, until the round is closed', async () => {
    const { db, cleos, bens, ediths, adas, page, verdict, close } = await sealed()
    const places = [page, `${page}/history`, '/history', '/', '/notifications', '/history.json']
    expect((await cleos.get(page)).text).toContain(said)
    expect(await told(db)).toEqual([])
    for (const other of [bens, ediths, adas]) {
      for (const place of places) {
        const { text } = await other.get(place)
        expect(text).not.toContain(said)
        expect(text).not.toContain('commented on a verdict')
      }
      await other.get(`${page}/discussion?verdict=${verdict}`).expect(404)
    }
    await close()
    expect((await bens.get(page)).text).toContain(said)
    expect((await bens.get(`${page}/history`)).text).toContain('commented on a verdict')
  })

  it('takes nothing from anybody else: as if it were not there', async () => {
    const { bens, adas, threads, verdict } = await sealed()
    for (const other of [bens, adas]) {
      await other.post(threads, { body: 'x', verdict }).expect(404)
      await other.post('/threads/1/comments', { body: 'x' }).expect(404)
      await other.post('/threads/1/resolution').expect(404)
      await other.post('/comments/1/erasure').expect(404)
    }
  })

  it('tells the author whom nobody told', async () => {
    const { cleos } = await sealed()
    const answer = await cleos
      .post('/threads/1/comments', { body: 'See, @Edith?' })
      .set({ 'HX-Request': 'true', 'HX-Request-Type': 'partial' })
      .expect(200)
    expect(answer.text).toContain('Edith may not see this discussion, and heard nothing.')
  })
})

describe('on evidence from a confidential source', () => {
  it('is seen by checkers, and neither seen by readers nor told to them', async () => {
    const { db, cleos, bens, ritas, threads, page, secret } = await aRoom()
    await cleos.post(threads, { body: `${said}, @Rita @Ben`, evidence: secret }).expect(303)
    expect(await told(db)).toEqual(['Ben mention comment.added'])
    expect((await bens.get(page)).text).toContain(said)
    for (const place of [page, `${page}/history`, '/history', '/', '/notifications']) {
      const { text } = await ritas.get(place)
      expect(text).not.toContain(said)
      expect(text).not.toContain('commented on the evidence')
    }
    await ritas.get(`${page}/discussion?evidence=${secret}`).expect(404)
    expect((await ritas.get(`${page}/discussion`)).text).not.toContain(said)
  })

  it('is shown to everybody when it is about evidence from another source', async () => {
    const { db, cleos, ritas, threads, page, item } = await aRoom()
    await cleos.post(threads, { body: `${said}, @Rita`, evidence: item }).expect(303)
    expect((await ritas.get(page)).text).toContain(said)
    expect(await told(db)).toEqual(['Rita mention comment.added'])
  })
})
