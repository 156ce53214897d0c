import Database from 'better-sqlite3'
import { describe, expect, it } from 'vitest'
import { newsroom } from '../support/newsroom.ts'

describe('what goes wrong', () => {
  it('is told without paths, SQL or stack traces, with an id', async () => {
    const { as, cleo, db } = await newsroom()
    const browser = await as(cleo)
    const breaking = new Database(db.file)
    breaking.pragma('foreign_keys = OFF')
    breaking.exec('DROP TRIGGER claims_no_delete; ALTER TABLE claims RENAME TO claims_gone')
    breaking.close()
    const answer = await browser.get('/claims')
    expect(answer.status).toBe(500)
    expect(answer.text).toMatch(/error [0-9a-f]{12}/)
    expect(answer.text).not.toMatch(/SQLITE|no such table|select |node_modules|\.ts/i)
  })

  it('links onwards where there is no such thing', async () => {
    const { as, cleo } = await newsroom()
    const browser = await as(cleo)
    for (const path of ['/nowhere', '/claims/0', '/claims/12.css', '/claims/99999999999999999999', '/articles/abc']) {
      const answer = await browser.get(path)
      expect(answer.status, path).toBe(404)
      expect(answer.text).toContain('href="/articles"')
    }
  })

  it('sends a visitor to sign in, and back afterwards', async () => {
    const { visitor } = await newsroom()
    const answer = await visitor.get('/claims?state=open')
    expect(answer.status).toBe(303)
    expect(answer.headers.location).toBe('/sign-in?next=%2Fclaims%3Fstate%3Dopen')
  })

  it('leaves no page without an answer to an address that is not well-formed', async () => {
    const { as, cleo } = await newsroom()
    expect((await (await as(cleo)).get('/claims/%E0%A4%A')).status).toBe(400)
  })
})
