import { expect, it } from 'vitest'
import { attempts, events } from '../../db/schema/index.ts'
import { overdueAttempts } from '../../server/attempts/attempt.ts'
import { verifyChain } from '../../server/history/chain.ts'
import { wordsOf } from '../accounts/cookies.ts'
import { harbour } from '../evidence/harbour.ts'
import { newsroom } from '../support/newsroom.ts'

const entry = {
  purpose: 'reply',
  whom: 'Oswin Marrowfield',
  way: 'phone',
  asked: 'Did Marrowfield shut the gates?',
  askedOn: '2025-05-08',
  deadlineOn: '2025-05-09',
  outcome: 'waiting',
}
const answered = { ...entry, outcome: 'answered', answer: 'Marrowfield says no.', public: 'yes', version: 1 }

/** An entry that was edited by a colleague. */
async function anEntry() {
  const news = await newsroom()
  const { claims } = await harbour(news.db, 1)
  const [claim = 0] = claims
  const cleos = await news.as(news.cleo)
  await cleos.post(`/claims/${claim}/attempts`, entry).expect(303)
  const bodies = async () =>
    (await news.db.reader.select({ body: events.body }).from(events)).map(({ body }) => String(body))
  const stored = async () => (await news.db.reader.select().from(attempts))[0]
  return { ...news, claim, cleos, bens: await news.as(news.ben), page: `/claims/${claim}`, bodies, stored }
}

it('takes the text and the salt away, keeps that somebody was asked, and breaks no chain', async () => {
  const { db, page, cleos, bens, bodies, stored } = await anEntry()
  await bens.post('/attempts/1', answered).expect(303)
  const hashes = (await bodies()).filter((body) => body.includes('"sha256"'))
  await cleos.get('/attempts/1/erasure').expect(200, /Marrowfield/)
  await cleos
    .post('/attempts/1/erasure')
    .expect(303)
    .expect('Location', /#attempts-1$/)
  expect(await stored()).toMatchObject({ whom: '', asked: null, answer: null, salt: '', public: false })
  expect(await stored()).toMatchObject({ way: 'phone', askedOn: '2025-05-08', outcome: 'answered', version: 3 })
  const words = wordsOf(await bens.get(page))
  expect(words).toMatch(/Right of reply · Phone, 8 May 2025 ?The text was erased by Cleo on 12 May 2025/)
  expect(words).not.toContain('Marrowfield')
  expect(words).toMatch(/Cleo erased the text of an attempt to get a reply on/)
  expect(await bodies()).toEqual(expect.arrayContaining(hashes))
  expect(await verifyChain(db.reader)).toMatchObject({ ok: true })
})

it('takes the reason of a withdrawal away as well, which no event tells', async () => {
  const { db, page, cleos, bens, bodies, stored } = await anEntry()
  await cleos.post('/attempts/1/withdrawal', { reason: 'Marrowfield called back.' }).expect(303)
  expect((await bodies()).join('\n')).not.toContain('Marrowfield')
  expect(wordsOf(await bens.get(page))).toContain('Marrowfield called back.')
  await cleos.post('/attempts/1/erasure').expect(303)
  expect(await stored()).toMatchObject({ whom: '', withdrawnReason: null })
  expect((await stored())?.withdrawnAt).toBeTruthy()
  expect(wordsOf(await bens.get(page))).not.toContain('Marrowfield')
  expect(await verifyChain(db.reader)).toMatchObject({ ok: true })
})

it('leaves the text nowhere: not in an event, not in a table, not in a page of the file', async () => {
  const { db, cleos, bens, bodies } = await anEntry()
  await bens.post('/attempts/1', answered).expect(303)
  await cleos.post('/attempts/1/withdrawal', { reason: 'Marrowfield called back.' }).expect(303)
  const bytes = () => db.writer.sqlite.serialize()
  expect(bytes().includes('Marrowfield')).toBe(true)
  await cleos.post('/attempts/1/erasure').expect(303)
  expect((await bodies()).join('\n')).not.toContain('Marrowfield')
  expect(bytes().includes('Marrowfield')).toBe(false)
})

it('is for who noted it and for admins, once', async () => {
  const { as, ada, edith, rita, cleos, bens, bodies } = await anEntry()
  for (const other of [bens, await as(edith), await as(rita)]) {
    await other.get('/attempts/1/erasure').expect(403)
    await other.post('/attempts/1/erasure').expect(403)
  }
  await cleos.get('/attempts/9/erasure').expect(404)
  await (await as(ada)).post('/attempts/1/erasure').expect(303)
  await cleos.post('/attempts/1/erasure').expect(303)
  const erased = (await bodies()).filter((body) => body.includes('"attempt.erased"'))
  expect(erased).toHaveLength(1)
  expect(JSON.parse(erased[0] ?? '')).toMatchObject({ actor: ada.id, data: { attempt: 1, purpose: 'reply' } })
})

it('is offered to who may do it, and no more once it is done', async () => {
  const { as, ada, page, cleos, bens } = await anEntry()
  const offered = async (who: typeof cleos) => (await who.get(page)).text.includes('/attempts/1/erasure')
  const adas = await as(ada)
  expect([await offered(cleos), await offered(bens), await offered(adas)]).toEqual([true, false, true])
  await cleos.post('/attempts/1/erasure').expect(303)
  expect([await offered(cleos), await offered(adas)]).toEqual([false, false])
})

it('ends the entry: nothing is changed, and no answer waited for', async () => {
  const { db, cleo, cleos, page } = await anEntry()
  const overdue = () => overdueAttempts(db.reader, cleo.id, '2025-05-12')
  expect(await overdue()).toHaveLength(1)
  await cleos.post('/attempts/1/erasure').expect(303)
  expect(await overdue()).toEqual([])
  await cleos.post('/attempts/1', { ...answered, version: 2 }).expect(409, /was erased/)
  await cleos.post('/attempts/1/withdrawal', { reason: 'R' }).expect(409)
  expect(wordsOf(await cleos.get(page))).toContain('No answer was noted.')
  expect(wordsOf(await cleos.get(page))).not.toContain('The deadline passed')
  const change = (sql: string) => () => db.writer.sqlite.exec(sql)
  expect(change("UPDATE attempts SET whom = 'Another' WHERE id = 1")).toThrow('for good')
  await cleos.post(`${page}/attempts`, entry).expect(303)
  expect(change("UPDATE attempts SET erased_at = '2025' WHERE id = 2")).toThrow('whole')
})
