import { describe, expect, it } from 'vitest'
import { newsroom } from '../support/newsroom.ts'
import { desk, sheet } from './files.ts'
import { messySheet } from './messy-sheet.ts'

describe('checks of other publishers', () => {
  const others =
    'Publisher,Claim,Rating,URL,Date\nFacts Daily,The moon is cheese,Pants on Fire,https://facts.example/1,2024-05-03\nFacts Daily,The sun is cold,Untrue,https://facts.example/2,2024\n'

  it('come out of a spreadsheet, with where their ratings lie', async () => {
    const news = await desk(await newsroom())
    const id = await news.takeIn(others)
    expect(
      (await news.checks()).map(({ publisher, claim, ratingLabel, ratingValue, statedOn, importId }) => [
        publisher,
        claim,
        ratingLabel,
        ratingValue,
        statedOn,
        importId,
      ]),
    ).toEqual([
      ['Facts Daily', 'The moon is cheese', 'Pants on Fire', 1, '2024-05-03', id],
      ['Facts Daily', 'The sun is cold', 'Untrue', 1, '2024', id],
    ])
    expect((await news.browser.get('/checks')).text).toContain('The moon is cheese')
  })

  it('are known when somebody entered them by hand, and withdrawn when undone', async () => {
    const news = await desk(await newsroom())
    const byHand = {
      publisher: 'Facts Daily',
      url: 'https://facts.example/1',
      title: 'T',
      claim: 'The moon is cheese',
      claimant: '',
      statedOn: '',
      checkedOn: '',
      ratingLabel: 'False',
      ratingValue: '1',
      language: 'en',
    }
    await news.browser.post('/checks', byHand)
    const id = await news.takeIn(others)
    expect(await news.found(id)).toMatchObject({ added: 1, already: 1 })
    await news.browser.post(`/imports/${id}/undoing`)
    await news.work()
    expect((await news.checks()).map(({ withdrawnAt }) => withdrawnAt === null)).toEqual([true, false])
  })
})

describe('a messy file', () => {
  const messy =
    'Claim,Date,Rating,Link\nOne,03/05/2024,False,https://a.example/1\nTwo,04/05/2024,flase,nowhere\nThree,someday,False,https://a.example/3\n'

  it('asks what it cannot know, and tells every problem by line and column', async () => {
    const news = await desk(await newsroom())
    const id = await news.send(messy)
    expect(await news.page(id)).toContain(
      'Say whether the day or the month comes first in “Date”: 03/05/2024, 04/05/2024.',
    )
    expect(await news.page(id)).toMatch(/<li><strong>Lines 2, 3, <bdi>Date<\/bdi>:<\/strong> Choose above/)
    expect((await news.start(id)).status).toBe(422)
    await news.plan(id, { c1: 'stated', o1: 'dmy', c3: 'url' })
    const page = await news.page(id)
    expect(page).toMatch(/Line 3, <bdi>Link<\/bdi>:<\/strong> Give the whole address/)
    expect(page).toMatch(/Line 4, <bdi>Date<\/bdi>:<\/strong> This is no date/)
    expect((await news.start(id)).status).toBe(422)
    await news.plan(id, { leaveOut: 'yes' })
    expect((await news.start(id)).status).toBe(303)
    await news.work()
    expect(await news.found(id)).toMatchObject({ added: 1, leftOut: 2 })
    expect(await news.claims()).toMatchObject([{ statement: 'One', claimedOn: '2024-05-03' }])
    expect(await news.page(id)).toMatch(/Line 2<\/span> <a href="\/claims\/1" dir="auto">One<\/a>/)
  })

  it('keeps what was chosen for the next file with the same columns', async () => {
    const news = await desk(await newsroom())
    const half = (await news.page(await news.send(messy))).match(/<option value="(\d+)" *>Half/)?.[1] ?? ''
    await news.takeIn(messy, { c1: 'stated', o1: 'mdy', c3: 'source', r1: half, leaveOut: 'yes' })
    const next = await news.send('claim,DATE,rating,link\nFour,05/06/2024,flase,https://a.example/4\n')
    await news.start(next)
    await news.work()
    const made = (await news.claims()).at(-1)
    expect(made).toMatchObject({ statement: 'Four', claimedOn: '2024-05-06', ratingId: Number(half) })
  })

  it('with one id for two claims is told of, and not the second taken for the first', async () => {
    const news = await desk(await newsroom())
    const id = await news.send('ID,Claim\n1,One\n1,Another\n')
    expect(await news.page(id)).toContain('Line 2 has the same id with another claim.')
  })

  it.each([
    ['', 'empty'],
    ['Claim\n', 'no rows'],
    ['PK\u0003\u0004', 'save it as CSV'],
    ['a,b\n"x,y\n', 'quotation mark'],
  ])('that is no table is refused: %j', async (text, told) => {
    const news = await desk(await newsroom())
    const answer = await news.upload(text)
    expect(answer.status).toBe(422)
    expect(answer.text).toContain(told)
  })

  it('was changed by a colleague meanwhile: nothing is lost or overwritten', async () => {
    const news = await desk(await newsroom())
    const id = await news.send(sheet)
    expect((await news.plan(id, { language: 'de' })).status).toBe(303)
    expect((await news.plan(id, { language: 'fr', version: '1' })).status).toBe(409)
    expect((await news.browser.post(`/imports/${id}/start`, { version: 1 })).status).toBe(409)
  })

  it('of five hundred rows is taken in but for the cells that nobody could read', { timeout: 120_000 }, async () => {
    const news = await desk(await newsroom())
    const text = messySheet()
    const id = await news.send(text)
    const page = await news.page(id)
    expect(page).toContain('110 dates can only have the day first.')
    expect(page).toContain('22 problems in 22 rows')
    await news.plan(id, { leaveOut: 'yes' })
    await news.start(id)
    await news.work()
    expect(await news.found(id)).toMatchObject({
      added: 478,
      already: 5,
      leftOut: 22,
      delimiter: ';',
      encoding: 'utf-8',
    })
    const made = await news.claims()
    expect(made.filter(({ statement }) => /^[=+@-]/.test(statement)).length).toBeGreaterThan(5)
    expect(made.every(({ statement }) => text.includes(statement))).toBe(true)
    // “Ture” is no rating of ours, and nobody said what it means.
    expect(made.filter(({ state }) => state === 'open').length).toBeGreaterThan(30)
    expect(
      made.map(({ claimedOn }) => claimedOn).filter((on) => on !== null && !/^\d{4}(-\d\d(-\d\d)?)?$/.test(on)),
    ).toEqual([])
    expect(made.some(({ claimedOn }) => claimedOn === '2023-01-01')).toBe(true)
  })
})
