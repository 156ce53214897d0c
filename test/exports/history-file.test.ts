import { describe, expect, it } from 'vitest'
import { write } from '../../db/write.ts'
import { record } from '../../server/history/record.ts'
import { aClaim, anArticle } from '../claims/port-ellery.ts'
import { aSource } from '../evidence/harbour.ts'
import { newsroom } from '../support/newsroom.ts'
import { aNewsroom, rowsOf } from './a-newsroom.ts'

const header =
  'event_number,happened_at,event_kind,event_type,actor_id,actor,by_token,article_id,claim_id,source_id,person_id,text,changed,exported_at,schema_version'

describe('the history as a file', () => {
  it('holds what the list shows, the newest first', async () => {
    const { as, cleo, decided } = await aNewsroom()
    const browser = await as(cleo)
    const { text, headers } = await browser.get('/history.csv?kind=claims').expect(200)
    expect(headers['content-disposition']).toBe('attachment; filename="stet-history-2025-05-12.csv"')
    expect(text.split('\r\n')[0]).toBe(`\uFEFF${header}`)
    const rows = rowsOf(text)
    const { events } = (await browser.get('/history.json?kind=claims')).body as { events: { seq: number }[] }
    expect(rows.map((row) => Number(row['event_number']))).toEqual(events.map(({ seq }) => seq))
    expect(rows.at(-1)).toMatchObject({
      event_type: 'claim.added',
      event_kind: 'claims',
      actor: 'Cleo',
      actor_id: String(cleo.id),
      article_id: '1',
      claim_id: String(decided),
      source_id: '',
    })
    expect(rows.at(-1)?.['text']).toMatch(/^Cleo made claim 1-1 in Port Ellery.*: “-5 % sand/s)
  })

  it('goes on over many pages', async () => {
    const { db, as, cleo } = await newsroom()
    for (let times = 0; times < 9; times++)
      await write(db, async (tx) => {
        for (let each = 0; each < 50; each++) await record(tx, cleo, 'history.exported', {}, { events: each })
      })
    const rows = rowsOf((await (await as(cleo)).get('/history.csv').expect(200)).text)
    const seqs = rows.map((row) => Number(row['event_number']))
    expect(seqs.length).toBeGreaterThanOrEqual(450)
    expect(seqs).toEqual(seqs.toSorted((a, b) => b - a))
    expect(new Set(seqs).size).toBe(seqs.length)
  })

  it('says nothing of sign-ins and confidential sources, also to an admin who may see them', async () => {
    const { db, as, ada } = await newsroom()
    await aSource(db, 'The letter', { confidential: true })
    await aSource(db, 'The log')
    const browser = await as(ada)
    expect((await browser.get('/history')).text).toContain('The letter')
    const { text } = await browser.get('/history.csv')
    expect(text).toContain('The log')
    expect(text).not.toMatch(/The letter|signed in/)
    await browser.get('/history.csv?kind=sign_ins').expect(400)
  })

  it('is of one article, or of one person in some days', async () => {
    const { db, as, cleo, ben } = await newsroom()
    const [one, other] = [await anArticle(db, cleo), await anArticle(db, ben)]
    await aClaim(db, cleo, one)
    const browser = await as(cleo)
    const own = rowsOf((await browser.get(`/articles/${one.articleId}/history.csv`).expect(200)).text)
    expect(new Set(own.map((row) => row['article_id']))).toEqual(new Set([String(one.articleId)]))
    const bens = rowsOf((await browser.get(`/history.csv?person=${ben.id}&from=2025-05-01&to=2025-05-31`)).text)
    expect(bens.map((row) => row['article_id'])).toContain(String(other.articleId))
    expect(new Set(bens.map((row) => row['actor']))).toEqual(new Set(['Ben']))
  })

  it('refuses what it does not understand', async () => {
    const { as, cleo } = await newsroom()
    const browser = await as(cleo)
    for (const query of ['kind=cats', 'person=x', 'from=2025-13-01', 'from=2025-05-02&to=2025-05-01', 'state=open'])
      expect([query, (await browser.get(`/history.csv?${query}`)).status]).toEqual([query, 400])
    await browser.get('/articles/9/history.csv').expect(404)
  })
})
