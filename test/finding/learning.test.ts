import { describe, expect, it } from 'vitest'
import { findings } from '../../db/schema/index.ts'
import { write } from '../../db/write.ts'
import { correctionInForce, readLearning } from '../../server/finding/learning.ts'
import { takeBack } from '../../server/finding/take-back.ts'
import { type Newsroom, newsroom } from '../support/newsroom.ts'
import { validator } from '../support/validator.ts'
import { anArticle, nth } from './an-article.ts'

const page = '/settings/learning'
const on = { learning: 'on' }

/** Cleo has accepted every proposal with a number and set aside every one that says “we”: half of each. */
async function room(count: number, accepted = (n: number) => n % 2 === 0) {
  const news = await newsroom()
  const article = await anArticle(news, 'The council paid 40 per cent of the price in May 2021. The mayor opened it.')
  const cleo = await news.as(news.cleo)
  const first = nth(await article.open(), 0)
  await cleo.post(article.path, article.form(first, { decision: 'accepted' })).expect(303)
  if (count > 1) await decide(news, count - 1, accepted)
  return { news, article, cleo, ada: await news.as(news.ada) }
}

async function decide({ db }: Newsroom, count: number, accepted = (n: number) => n % 2 === 0) {
  const before = await db.reader.select().from(findings)
  const { id: _id, proposed, ...row } = nth(before, 0)
  const rows = Array.from({ length: count }, (_, n) => ({
    ...row,
    start: 1_000 + before.length + n,
    end: 2_000 + n,
    decision: accepted(n) ? ('accepted' as const) : ('set_aside' as const),
    reason: accepted(n) ? null : 'opinion',
    claimId: accepted(n) ? row.claimId : null,
    sentenceId: null,
    proposed: { ...proposed, score: 0.5, signs: accepted(n) ? ['number', 'past'] : ['we', 'past'] },
  }))
  await write(db, async (tx) => void (await tx.insert(findings).values(rows)))
}

describe('before there are enough decisions', () => {
  it('the page says how many there are, and nobody can switch it on', async () => {
    const { ada } = await room(199)
    const { text } = await ada.get(page).expect(200)
    expect(text).toContain('199 of 200')
    expect(text).not.toContain('Switch on')
    const answer = await ada.post(page, on).expect(409)
    expect(answer.text).toContain('from 200 decisions on')
  })

  it('nothing is learned from decisions of one kind', async () => {
    const { ada } = await room(250, (n) => n > 10)
    await ada.post(page, on).expect(409)
  })
})

describe('learning', () => {
  it('stays off until an admin switches it on', async () => {
    const { news, ada } = await room(200)
    expect(await correctionInForce(news.db.reader)).toBeUndefined()
    expect((await ada.get(page)).text).toContain('Switch on')
    await ada.post(page, on).expect(303)
    expect((await correctionInForce(news.db.reader))?.weights.get('number')).toBeGreaterThan(0.5)
    await ada.post(page, { learning: 'off' }).expect(303)
    expect(await correctionInForce(news.db.reader)).toBeUndefined()
  })

  it('is for admins only, and readers see the page', async () => {
    const { news, cleo } = await room(200)
    for (const path of [page, `${page}/reset`]) await cleo.post(path, path === page ? on : {}).expect(403)
    const { text } = await (await news.as(news.rita)).get(page).expect(200)
    expect(text).toContain('Only an admin can change this.')
    expect(text).not.toContain(`action="${page}`)
  })

  it('lists each sign with what it does, in words and a number, and is told in the history', async () => {
    const { ada } = await room(200)
    await ada.post(page, on)
    const { text } = await ada.get(page).expect(200)
    expect(text).toMatch(/a number<\/th><td>raises it( much)?<\/td><td class="number">\+\d\.\d\d/)
    expect(text).toMatch(/“we” or “our”<\/th><td>lowers it( much)?<\/td><td class="number">−\d\.\d\d/)
    expect(text).toMatch(/past tense<\/th><td>hardly moves it/)
    expect((await validator.validateString(text, page)).results.flatMap(({ messages }) => messages)).toEqual([])
    expect((await ada.get('/history')).text).toContain('switched on learning from the desk, by 200 decisions.')
    await ada.post(page, on).expect(303)
    expect((await ada.get('/history')).text.match(/switched on learning/g)).toHaveLength(1)
  })

  it('moves the level of sentences and proposals, and says so where it did', async () => {
    const { news, ada, cleo } = await room(200)
    const text = 'They had 4 meetings there. We have built 300 schools. The mayor has 4 dogs.'
    const article = await anArticle(news, text)
    const before = await article.reading()
    await ada.post(page, on)
    const after = await article.reading()
    const moved = after.worths.filter(({ level, model }) => model && model.level !== level)
    expect(moved.length).toBeGreaterThan(0)
    expect(after.worths.map(({ model }) => model?.level)).toEqual(before.worths.map(({ level }) => level))
    const sentence = after.text.sentences[after.worths.findIndex(({ level, model }) => model?.level !== level)]
    const panel = await cleo.get(`/articles/2?sentence=${sentence?.id}`).expect(200)
    expect(panel.text).toContain('As this newsroom decides')
    expect(after.candidates.open.map(({ key }) => key)).toEqual(before.candidates.open.map(({ key }) => key))
  })

  it('learns from the model’s own score, whatever was shown', async () => {
    const { news, ada, cleo } = await room(200)
    const article = await anArticle(news)
    const [plain] = await article.open()
    await ada.post(page, on)
    const candidate = nth(await article.open(), 0)
    expect(candidate.score).not.toBe(plain?.score)
    await cleo.post(article.path, article.form(candidate, { decision: 'accepted' })).expect(303)
    const kept = (await news.db.reader.select().from(findings)).at(-1)
    expect(kept?.proposed).toMatchObject({ score: plain?.score, level: plain?.level, signs: [...candidate.signs] })
  })

  it('counts a decision no more that was taken back, and waits when too few are left', async () => {
    const { news, ada, cleo } = await room(200)
    await ada.post(page, on)
    await cleo.post('/findings/3/withdrawal').expect(303)
    expect(await readLearning(news.db.reader)).toMatchObject({ decisions: 199, isOn: true, inForce: false })
    expect((await ada.get(page)).text).toContain('too few decisions are left')
    await decide(news, 1)
    expect(await readLearning(news.db.reader)).toMatchObject({ decisions: 200, inForce: true })
  })

  it('works the weights out anew only when a decision came or went', async () => {
    const { news, ada } = await room(200)
    await ada.post(page, on)
    const first = await correctionInForce(news.db.reader)
    expect(await correctionInForce(news.db.reader)).toBe(first)
    await takeBack(news.db, news.cleo, 3)
    await decide(news, 1)
    expect(await correctionInForce(news.db.reader)).not.toBe(first)
  })

  it('uses the newest five hundred', async () => {
    const { news } = await room(600)
    expect(await readLearning(news.db.reader)).toMatchObject({ decisions: 600, used: { accepted: 250, setAside: 250 } })
  })
})

describe('beginning again', () => {
  it('counts from now on, is off, and is told in the history', async () => {
    const { news, ada } = await room(200)
    await ada.post(page, on)
    await ada.post(`${page}/reset`).expect(303)
    expect(await readLearning(news.db.reader)).toMatchObject({ decisions: 0, isOn: false, signs: [] })
    expect((await ada.get('/history')).text).toContain('began learning from the desk again, without the 200 decisions')
    await decide(news, 3)
    expect((await ada.get(page)).text).toContain('3 of 200 since')
  })

  it('does nothing when nothing has been decided', async () => {
    const { ada } = await room(1)
    await ada.post(`${page}/reset`).expect(303)
    await ada.post(`${page}/reset`).expect(303)
    expect((await ada.get('/history')).text.match(/began learning/g)).toHaveLength(1)
  })
})
