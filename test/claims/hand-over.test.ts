import { eq } from 'drizzle-orm'
import { expect, it } from 'vitest'
import { claims } from '../../db/schema/index.ts'
import { write } from '../../db/write.ts'
import { historyOf } from '../../server/history/history.ts'
import { newsroom } from '../support/newsroom.ts'
import { someClaims } from './list-claims.ts'

const states = ['candidate', 'open', 'checking', 'in_review', 'decided', 'published', 'set_aside'] as const

/** One claim in each state, all of them Cleo's. */
async function room() {
  const news = await newsroom()
  await someClaims(news, states.length, (index) => ({ state: states[index] ?? 'open', assigneeId: news.cleo.id }))
  const holders = async () => {
    const rows = await news.db.reader.select({ state: claims.state, id: claims.assigneeId }).from(claims)
    return Object.fromEntries(rows.map(({ state, id }) => [state, id === news.ben.id ? 'Ben' : 'Cleo']))
  }
  const path = `/people/${news.cleo.id}`
  return { ...news, holders, path, ediths: await news.as(news.edith) }
}

it('gives everything that is not decided to a colleague, each with its line and one for the whole', async () => {
  const { db, edith, ben, ediths, path, holders } = await room()
  expect((await ediths.get(path)).text).toContain('Hand over 4 open claims to')
  await ediths.post(`${path}/hand-over`, { to: ben.id, claims: 4 }).expect(303)
  expect(await holders()).toEqual({
    candidate: 'Ben',
    open: 'Ben',
    checking: 'Ben',
    in_review: 'Ben',
    decided: 'Cleo',
    published: 'Cleo',
    set_aside: 'Cleo',
  })
  const [whole, ...each] = await historyOf(db.reader, edith, { actor: edith.id }, { limit: 5 })
  expect(whole?.type).toBe('work.handed_over')
  expect(each.map(({ type }) => type)).toEqual(Array.from({ length: 4 }, () => 'claim.assigned'))
  const { text } = await ediths.get(path)
  expect(text).toContain('There is nothing to hand over')
  expect((await ediths.get(`/people/${edith.id}`)).text).toContain('handed over 4 claims from')
})

it('tells of work that came or went meanwhile, and hands over nothing', async () => {
  const { db, ediths, ben, path, holders } = await room()
  await write(db, (tx) => tx.update(claims).set({ assigneeId: ben.id }).where(eq(claims.state, 'open')))
  const late = await ediths.post(`${path}/hand-over`, { to: ben.id, claims: 4 }).expect(409)
  expect(late.text).toContain('Cleo has 3 open claims now. Nothing was handed over.')
  expect(late.text).toContain('Hand over 3 open claims to')
  expect(late.text).toMatch(new RegExp(`<option value="${ben.id}" selected`))
  expect(await holders()).toMatchObject({ checking: 'Cleo' })
})

it('is for editors, and to somebody else who can check', async () => {
  const { as, ediths, ada, cleo, rita, path } = await room()
  const cleos = await as(cleo)
  expect((await cleos.get(path)).text).not.toContain('hand-over')
  await cleos.post(`${path}/hand-over`, { to: ada.id, claims: 4 }).expect(403)
  for (const to of [rita.id, cleo.id, 99]) {
    const wrong = await ediths.post(`${path}/hand-over`, { to, claims: 4 }).expect(422)
    expect(wrong.text).toContain('cannot take the claims over')
  }
  await ediths.post(`${path}/hand-over`, { claims: 4 }).expect(422)
  await ediths.post('/people/99/hand-over', { to: ada.id, claims: 4 }).expect(404)
})
