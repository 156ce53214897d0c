import { expect, it } from 'vitest'
import { findPerson } from '../../server/accounts/people-store.ts'
import { sitDown } from '../support/browser.ts'
import { newsroom, password } from '../support/newsroom.ts'

const typed = 'Cleo "née" <Łoś> & Co'

// The form as others are on pages that change in place: htmx sends it and puts the answer where the form stands.
const sentByHtmx = `
  const form = document.querySelector('form[action="/account/name"]')
  form.setAttribute('hx-post', '/account/name')
  form.setAttribute('hx-target', 'this')
  form.setAttribute('hx-swap', 'outerHTML')
  htmx.process(form)`

it.each([
  { way: 'with JavaScript', javaScriptEnabled: true, prepare: '' },
  { way: 'sent by htmx', javaScriptEnabled: true, prepare: sentByHtmx },
  { way: 'without JavaScript', javaScriptEnabled: false, prepare: '' },
])(
  'a form whose sign-in has run out comes back with everything typed, $way',
  async ({ javaScriptEnabled, prepare }) => {
    const news = await newsroom()
    const { page } = await sitDown(news, news.cleo, { javaScriptEnabled })
    await page.goto('/account')
    if (prepare) await page.evaluate(prepare)
    await page.getByLabel('Name', { exact: true }).fill(typed)
    news.clock.advance(13 * 3_600_000)
    await page.getByRole('button', { name: 'Save the name' }).click()
    await page.getByText('What you typed is kept').waitFor()
    expect(await page.title()).toBe('Sign in · Stet')

    await page.getByLabel('Email address').fill(news.cleo.email)
    await page.getByLabel('Password').fill('not the right one')
    await page.getByRole('button', { name: 'Sign in' }).click()
    await page.getByText('do not belong together').waitFor()
    expect(await page.getByLabel('Email address').inputValue()).toBe(news.cleo.email)
    await page.getByLabel('Password').fill(password)
    await page.getByRole('button', { name: 'Sign in' }).click()

    await page.getByText('You are signed in again, as Cleo.').waitFor()
    const name = page.getByLabel('Name', { exact: true })
    expect(await name.inputValue()).toBe(typed)
    expect((await findPerson(news.db.reader, news.cleo.id))?.name).toBe('Cleo')
    await page.getByRole('button', { name: 'Save the name' }).click()
    await page.getByText('Your name is saved.').waitFor()
    expect(await name.inputValue()).toBe(typed)
  },
)
