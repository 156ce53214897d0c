import request from 'supertest'
import { expect, it } from 'vitest'
import { newsroom, password } from '../support/newsroom.ts'
import { cookiesOf, wordsOf } from './cookies.ts'

const firefox = 'Mozilla/5.0 (X11; Linux x86_64; rv:145.0) Gecko/20100101 Firefox/145.0'

it('lists the devices one is signed in on, and ends one of them', async () => {
  const { as, cleo, visitor } = await newsroom()
  const one = await as(cleo)
  await visitor.post('/sign-in', { email: cleo.email, password }).set('User-Agent', firefox).expect(303)
  const page = await one.get('/account').expect(200)
  expect(wordsOf(page)).toMatch(/Firefox on Linux from 127\.0\.0\.1 · since 12 May 2025, 09:00 UTC/)
  expect(page.text.match(/>this device</g)).toHaveLength(1)
  const [, id] = /sign-ins\/(\d+)\/end/.exec(page.text) ?? []
  await one.post(`/account/sign-ins/${id}/end`).expect(303)
  expect(wordsOf(await one.get('/account'))).not.toContain('Firefox on Linux')
  await one.post(`/account/sign-ins/${id}/end`).expect(404)
})

it('does not list those that have run out', async () => {
  const { as, cleo, clock } = await newsroom()
  await as(cleo)
  clock.advance(13 * 3_600_000)
  const page = await (await as(cleo)).get('/account')
  expect(page.text.match(/id="device-/g)).toHaveLength(1)
})

it('ends nobody else’s sign-in', async () => {
  const { as, cleo, ben } = await newsroom()
  const [cleos, bens] = [await as(cleo), await as(ben)]
  for (const id of [1, 2]) await bens.post(`/account/sign-ins/${id}/end`)
  await cleos.get('/account').expect(200)
})

it('signs out everywhere', async () => {
  const { as, cleo } = await newsroom()
  const [one, two] = [await as(cleo), await as(cleo)]
  await one.post('/account/sign-out-everywhere').expect(303).expect('Location', '/sign-in')
  await one.get('/account').expect(303)
  await two.get('/account').expect(303)
})

it('changes the name everywhere, unless somebody was first', async () => {
  const { as, cleo } = await newsroom()
  const browser = await as(cleo)
  await browser.post('/account/name', { name: 'Cleo Okafor', version: 1 }).expect(303)
  expect(wordsOf(await browser.get('/people'))).toContain('Cleo Okafor')
  const lost = await browser.post('/account/name', { name: 'Cleopatra', version: 1 }).expect(409)
  expect(wordsOf(lost)).toContain('Saved meanwhile by a colleague: Cleo Okafor')
  expect(lost.text).toContain('value="Cleopatra"')
  expect(lost.text).toContain('name="version" value="2"')
  await browser.post('/account/name', { name: ' ', version: 2 }).expect(422)
})

it('changes the password with the old one only, and signs out the other devices', async () => {
  const { as, cleo, visitor, app } = await newsroom()
  const [one, two] = [await as(cleo), await as(cleo)]
  const change = (oldPassword: string, next: string) => one.post('/account/password', { oldPassword, password: next })
  const refused = await change('not my password', 'seven green pears tonight').expect(422)
  expect(wordsOf(refused)).toContain('This is not your password')
  expect(refused.text).not.toContain('seven green pears')
  expect(wordsOf(await change(password, 'cleo@example.org').expect(422))).toContain('anyone could guess')
  await two.get('/account').expect(200)
  await change(password, 'seven green pears tonight').expect(303)
  await one.get('/account').expect(200)
  await two.get('/account').expect(303)
  await visitor.post('/sign-in', { email: cleo.email, password }).expect(422)
  const answer = await visitor
    .post('/sign-in', { email: cleo.email, password: 'seven green pears tonight' })
    .expect(303)
  await request(app).get('/account').set('Cookie', cookiesOf(answer)).expect(200)
})

it('slows down guessing the old password', async () => {
  const { as, cleo } = await newsroom()
  const browser = await as(cleo)
  const guess = () =>
    browser.post('/account/password', { oldPassword: 'a guess', password: 'seven green pears tonight' })
  for (let tries = 0; tries < 5; tries++) await guess().expect(422)
  await guess().expect(429).expect('Retry-After', '1')
})
