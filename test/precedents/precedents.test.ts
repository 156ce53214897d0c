import { describe, expect, it } from 'vitest'
import { precedentsFor } from '../../server/precedents/precedent.ts'
import { askedOfText } from '../../server/precedents/asked.ts'
import { precedentsOfClaim } from '../../server/precedents/departure.ts'
import { verdictsOf } from '../../server/verdicts/verdict.ts'
import { rated, typedVerdict } from '../verdicts/harbour.ts'
import { aClaim, checkedBefore, truce, truceAgain } from './checked.ts'

describe('“Has this been checked?”', () => {
  it('finds our decision and the checks of others, in words that say why', async () => {
    const { as, rita, decided, outside } = await checkedBefore()
    const reader = await as(rita)
    const ours = await reader.get('/precedents').query({ text: truceAgain }).expect(200)
    expect(ours.text).toContain(`href="/claims/${decided}"`)
    expect(ours.text).toContain('Likely the same claim')
    expect(ours.text).toContain('Shelling was heard after nine hours.')
    expect(ours.text).toMatch(/Shares ‘Ostrava’, ‘ceasefire’[^<]*; same figure 30\./)
    const theirs = await reader.get('/precedents').query({ text: 'Ferry fares to Westmark doubled.' }).expect(200)
    expect(theirs.text).toContain(`href="/checks/${outside}"`)
    expect(theirs.text).toContain('href="https://check.example/ferry"')
    expect(theirs.text).toContain('March 2025')
    expect(theirs.text).not.toContain('1 Mar 2025')
  })

  it('shows nothing under the line, and says what to do', async () => {
    const { as, rita } = await checkedBefore()
    const reader = await as(rita)
    for (const text of [
      'The mayor sold the town hall to his brother.',
      'A bakery held a party.',
      '"" OR ( NEAR',
      '…',
    ]) {
      const { text: page } = await reader.get('/precedents').query({ text }).expect(200)
      expect(page).toContain('Nothing like it was found')
    }
    expect((await reader.get('/precedents').expect(200)).text).not.toContain('Nothing like it')
  })

  it('answers programs the same, with the probability', async () => {
    const { as, rita, decided } = await checkedBefore()
    const { body } = await (await as(rita)).get('/precedents.json').query({ text: truceAgain }).expect(200)
    expect(body).toMatchObject({
      text: truceAgain,
      precedents: [{ by: 'us', page: `/claims/${decided}`, rating: 'False', likeness: 'same', value: 1 }],
    })
    expect(body.precedents[0].probability).toBeGreaterThan(0.6)
  })

  it('lets nobody ask more than sixty times a minute', async () => {
    const { as, rita, cleo } = await checkedBefore()
    const reader = await as(rita)
    for (let i = 0; i < 60; i++) await reader.get('/precedents.json?text=ferry').expect(200)
    const late = await reader.get('/precedents?text=ferry').expect(429)
    expect(Number(late.headers['retry-after'])).toBeGreaterThan(0)
    expect(late.text).toContain('Ask again in')
    await reader.get('/precedents.json?text=ferry').expect(429)
    await (await as(cleo)).get('/precedents.json?text=ferry').expect(200)
  })
})

describe('what is a precedent', () => {
  const found = async ({ db }: Awaited<ReturnType<typeof checkedBefore>>, text: string) =>
    (await precedentsFor(db.reader, askedOfText(text))).map(({ by, id }) => `${by} ${id}`)

  it('is a decided claim, never an open one, a sealed or an unreviewed verdict', async () => {
    const news = await checkedBefore()
    const open = await aClaim(news, 'The harbour of Lindesnes lost 40 ships in the storm of 1901.')
    const { text } = await (await news.as(news.cleo)).get(`/claims/${open}`).expect(200)
    expect(text).toMatch(/Checked before\?<\/strong> Nothing decided here[^]*href="\/precedents\?text=The\+harbour/)
    expect(await found(news, 'In the storm of 1901 the harbour of Lindesnes lost 40 ships.')).toEqual([])
    expect(await found(news, truceAgain)).toEqual([`us ${news.decided}`])
  })

  it('follows the statement when it is edited, and goes with a check that is withdrawn', async () => {
    const news = await checkedBefore()
    const cleo = await news.as(news.cleo)
    const again = 'Ferry fares to Westmark have doubled since 2020.'
    expect(await found(news, again)).toEqual([`others ${news.outside}`])
    await cleo.post(`/checks/${news.outside}/withdrawal`).expect(303)
    expect(await found(news, again)).toEqual([])
    await cleo.post(`/checks/${news.outside}/withdrawal`).expect(409)
    const edited = {
      statement: 'Bees in Tromsdal died of frost in 2019 and 2020.',
      kind: 'event',
      priority: 2,
      version: 1,
    }
    await cleo.post(`/claims/${news.decided}`, edited).expect(303)
    expect(await found(news, edited.statement)).toEqual([`us ${news.decided}`])
  })

  it('stands on the page of a claim, in its forms and never names the claim itself', async () => {
    const news = await checkedBefore()
    const claim = await aClaim(news, truceAgain, { claimant: 'LARSEN', claimedOn: '2025-05-01' })
    const cleo = await news.as(news.cleo)
    for (const path of [`/claims/${claim}`, `/claims/${claim}/verdicts/new`]) {
      const { text } = await cleo.get(path).expect(200)
      expect(text).toContain('Checked before?')
      expect(text).toContain('same claimant')
    }
    const place = `article=${claim}&start=0&end=${truceAgain.length}`
    expect((await cleo.get(`/claims/new?${place}`).expect(200)).text).toContain('Checked before?')
    expect((await cleo.get(`/claims/${news.decided}`).expect(200)).text).not.toContain('Checked before?')
    expect((await precedentsOfClaim(news.db.reader, claim)).map(({ id }) => id)).toEqual([news.decided])
  })
})

describe('earlier checks beside the form of a new claim', () => {
  it('follow the statement that is typed, and leave what is typed to the form', async () => {
    const news = await checkedBefore()
    const claim = await aClaim(news, 'Nothing of the kind was ever said here.')
    const cleo = await news.as(news.cleo)
    const checked = (statement: string) =>
      cleo.get('/claims/new/checked').query({ level: 2, article: claim, start: 0, end: 10, statement }).expect(200)
    expect((await checked('Nothing of the kind.')).text).not.toContain('Checked before?')
    const { text } = await checked(truceAgain)
    expect(text).toContain('Checked before?')
    expect(text).toMatch(/^<div id="checked-before"/)
    expect(text).not.toContain('<form')
    await (await news.as(news.rita)).get(`/claims/new/checked?article=${claim}&start=0&end=10`).expect(403)
  })
})

describe('a verdict that departs from a strong precedent', () => {
  async function repeated() {
    const news = await checkedBefore()
    const claim = await aClaim(news, truceAgain, { claimant: 'Ada Larsen', claimedOn: '2025-05-01' })
    return { ...news, claim, cleos: await news.as(news.cleo) }
  }

  it('is asked why, and keeps the answer for everybody who reads it', async () => {
    const { claim, cleos, db, as, rita, cleo, decided } = await repeated()
    const verdict = { ...typedVerdict, rating: rated.true }
    const asked = await cleos.post(`/claims/${claim}/verdicts`, verdict).expect(422)
    expect(asked.text).toContain('is likely the same claim and was rated “False”')
    expect(asked.text).toContain(typedVerdict.rationale)
    await cleos.post(`/claims/${claim}/verdicts`, { ...verdict, departs: 'New recordings.' }).expect(303)
    const [given] = await verdictsOf(db.reader, cleo, claim)
    expect(given?.departure).toEqual({
      claimId: decided,
      outsideId: null,
      ratingLabel: 'False',
      reason: 'New recordings.',
    })
    const { text } = await (await as(rita)).get(`/claims/${claim}`).expect(200)
    expect(text).toContain('New recordings.')
    expect(() => db.writer.sqlite.exec('UPDATE departures SET reason = 1')).toThrow('append-only')
    expect(() => db.writer.sqlite.exec('DELETE FROM departures')).toThrow('append-only')
  })

  it.each([
    ['false', rated.false],
    ['off the scale', rated.unproven],
  ])('is not one that is %s', async (_name, rating) => {
    const { claim, cleos } = await repeated()
    await cleos.post(`/claims/${claim}/verdicts`, { ...typedVerdict, rating }).expect(303)
  })
})

it('shows a newsroom without any decision nothing at all', async () => {
  const news = await checkedBefore()
  expect(await precedentsFor(news.db.reader, askedOfText(truce), news.decided)).toEqual([])
})
