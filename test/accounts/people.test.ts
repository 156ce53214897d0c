import { describe, expect, it } from 'vitest'
import { activeCheckers, assignable } from '../../server/accounts/person.ts'
import { newsroom, password } from '../support/newsroom.ts'
import { wordsOf } from './cookies.ts'

describe('the people of the newsroom', () => {
  it('are listed for everyone, with emails for admins only', async () => {
    const { as, ada, rita } = await newsroom()
    const seenByRita = wordsOf(await (await as(rita)).get('/people').expect(200))
    expect(seenByRita).toContain('Edith Editor')
    expect(seenByRita).not.toContain('@example.org')
    expect(seenByRita).toContain('Only admins see email addresses.')
    expect(seenByRita).not.toContain('Invite somebody')
    const seenByAda = wordsOf(await (await as(ada)).get('/people').expect(200))
    expect(seenByAda.match(/\S+@example\.org/g)).toHaveLength(5)
    expect(wordsOf(await (await as(rita)).get(`/people/${ada.id}`).expect(200))).not.toContain('ada@example.org')
  })

  it('are 404 when there is no such person', async () => {
    const { as, ada } = await newsroom()
    const admin = await as(ada)
    for (const path of ['/people/99', '/people/0', '/people/x', '/people/1e1']) await admin.get(path).expect(404)
    await admin.post('/people/99/role', { role: 'reader', version: 1 }).expect(404)
    await admin.get('/people/1?before=x').expect(400)
  })

  it('are counted and offered for claims while they are active checkers', async () => {
    const { as, ada, ben, db } = await newsroom()
    expect(await activeCheckers(db.reader)).toBe(4)
    await (await as(ada)).post(`/people/${ben.id}/deactivation`, { version: 1 }).expect(303)
    expect(await activeCheckers(db.reader)).toBe(3)
    expect((await assignable(db.reader)).map(({ name }) => name)).toEqual(['Ada', 'Cleo', 'Edith'])
  })
})

describe('a role', () => {
  it('holds from the next click, without a new sign-in', async () => {
    const { as, ada, rita } = await newsroom()
    const [admin, ritas] = [await as(ada), await as(rita)]
    await ritas.get('/articles/new').expect(403)
    await admin.post(`/people/${rita.id}/role`, { role: 'checker', version: 1 }).expect(303)
    await ritas.get('/articles/new').expect(200)
    expect(wordsOf(await admin.get(`/people/${ada.id}`))).toMatch(/Rita.*checker/i)
  })

  it('is not changed by somebody who saw another one', async () => {
    const { as, ada, rita } = await newsroom()
    const admin = await as(ada)
    await admin.post(`/people/${rita.id}/role`, { role: 'checker', version: 1 }).expect(303)
    const lost = await admin.post(`/people/${rita.id}/role`, { role: 'admin', version: 1 }).expect(409)
    expect(wordsOf(lost)).toContain('Rita is checker now')
    expect(lost.text).toContain('<option value="admin" selected>')
    await admin.post(`/people/${rita.id}/role`, { role: 'owner', version: 2 }).expect(422)
  })

  it('of the last active admin stays', async () => {
    const { as, ada, edith } = await newsroom()
    const admin = await as(ada)
    const refused = await admin.post(`/people/${ada.id}/role`, { role: 'editor', version: 1 }).expect(422)
    expect(wordsOf(refused)).toContain('Ada is the only active admin. Make somebody else an admin first.')
    await admin.post(`/people/${ada.id}/deactivation`, { version: 1 }).expect(422)
    await admin.post(`/people/${edith.id}/role`, { role: 'admin', version: 1 }).expect(303)
    await admin.post(`/people/${edith.id}/deactivation`, { version: 2 }).expect(303)
    await admin.post(`/people/${ada.id}/role`, { role: 'editor', version: 1 }).expect(422)
    await admin.post(`/people/${edith.id}/reactivation`, { version: 3 }).expect(303)
    await admin.post(`/people/${ada.id}/role`, { role: 'editor', version: 1 }).expect(303)
  })
})

describe('a deactivated person', () => {
  it('is out at once, keeps their place in the list, and comes back with their password', async () => {
    const { as, ada, ben, visitor } = await newsroom()
    const [admin, bens] = [await as(ada), await as(ben)]
    await admin.post(`/people/${ben.id}/deactivation`, { version: 1 }).expect(303)
    await bens.get('/account').expect(303)
    expect(wordsOf(await admin.get('/people'))).toMatch(/Deactivated 1 .*Ben/)
    await visitor.post('/sign-in', { email: ben.email, password }).expect(422)
    await admin.post(`/people/${ben.id}/reactivation`, { version: 2 }).expect(303)
    await bens.get('/account').expect(303)
    await visitor.post('/sign-in', { email: ben.email, password }).expect(303)
  })
})

it('lets an admin sign somebody out whose laptop is lost', async () => {
  const { as, ada, ben } = await newsroom()
  const [admin, bens] = [await as(ada), await as(ben)]
  await admin.post(`/people/${ben.id}/sign-out`).expect(303)
  await bens.get('/account').expect(303)
})
