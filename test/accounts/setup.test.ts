import { describe, expect, it } from 'vitest'
import { allPeople } from '../../server/accounts/people-store.ts'
import { eventsOf } from '../../server/history/store.ts'
import { cookiesOf, hiddenField, wordsOf } from './cookies.ts'
import { unclaimed } from './unclaimed.ts'

const code = 'the-code-in-the-terminal'
const account = { code, name: 'Ada', email: 'Ada@Example.org', password: 'three blue boats at noon' }

describe('the first account', () => {
  it('is made from the printed link, signed in, and greeted with the articles', async () => {
    const { db, get, post } = await unclaimed()
    const form = await get(`/setup?code=${code}`).expect(200)
    expect(hiddenField(form, 'code')).toBe(code)
    const made = await post('/setup', account).expect(303).expect('Location', '/articles')
    const page = await get('/account').set('Cookie', cookiesOf(made)).expect(200)
    expect(wordsOf(page)).toContain('You sign in as ada@example.org')
    const [ada] = await allPeople(db.reader)
    expect(ada).toMatchObject({ name: 'Ada', email: 'ada@example.org', role: 'admin' })
    expect(ada?.passwordHash).toMatch(/^\$argon2id\$v=19\$m=19456,t=2,p=1\$/)
    expect(await eventsOf(db.reader, { viewer: 0, actor: ada?.id, signIns: true }, { limit: 9 })).toHaveLength(2)
  })

  it('cannot be made with a wrong code, or none, and the right one is not told', async () => {
    const { db, get, post } = await unclaimed()
    for (const path of ['/setup', '/setup?code=', '/setup?code=wrong', `/setup?code=${code}x`]) {
      const page = await get(path).expect(403)
      expect(wordsOf(page)).toContain('This is not the setup link')
      expect(page.text).not.toContain(code)
    }
    for (const wrong of [{ code: 'wrong' }, { code: '' }, { code: [code, code] }, { code: undefined }]) {
      await post('/setup', { ...account, ...wrong }).expect(403)
    }
    expect(await allPeople(db.reader)).toEqual([])
  })

  it('is made once, however many ask at the same moment', async () => {
    const { db, get, post } = await unclaimed()
    const answers = await Promise.all(
      [1, 2, 3].map((n) => post('/setup', { ...account, email: `ada${n}@example.org` })),
    )
    expect(answers.map(({ status }) => status).toSorted((a, b) => a - b)).toEqual([303, 409, 409])
    expect(await allPeople(db.reader)).toHaveLength(1)
    expect(wordsOf(await get(`/setup?code=${code}`).expect(410))).toContain('The first account exists already')
    await post('/setup', account).expect(410)
  })

  it('asks again for what is missing, and keeps what was typed', async () => {
    const { post } = await unclaimed()
    const page = await post('/setup', { ...account, email: 'nonsense', password: 'short' }).expect(422)
    expect(wordsOf(page)).toContain('This does not look like an email address')
    expect(wordsOf(page)).toContain('Use at least 12 characters')
    expect(page.text).toContain('value="nonsense"')
    expect(page.text).not.toContain('short"')
    expect(hiddenField(page, 'code')).toBe(code)
  })

  it('is pointed to from every page until it exists, without the code', async () => {
    const { get } = await unclaimed()
    const home = await get('/').expect(200)
    expect(wordsOf(home)).toContain('finds a link in the terminal')
    expect(home.text).not.toContain(code)
    await get('/claims').expect(303).expect('Location', '/sign-in?next=%2Fclaims')
    expect(wordsOf(await get('/sign-in?next=%2Fclaims').expect(200))).toContain('waits for its first account')
  })
})
