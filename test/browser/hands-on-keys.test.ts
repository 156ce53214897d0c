import { describe, expect, it } from 'vitest'
import { anArticle } from '../reading/harbour.ts'
import { sitDown } from '../support/browser.ts'
import { newsroom } from '../support/newsroom.ts'

async function atTheDesk() {
  const news = await newsroom()
  const article = await anArticle(news.db, news.cleo)
  await article.claim('We dredged 🚢 all spring')
  return sitDown(news, news.cleo)
}

describe('hands that stay on the keys', () => {
  it('find the cursor in the first field when signing in', async () => {
    const { page } = await atTheDesk()
    await page.context().clearCookies()
    await page.goto('/')
    await expect.poll(() => page.getByLabel('Email address').evaluate((field) => field.matches(':focus'))).toBe(true)
  })

  it('find it in the first field that needs another look', async () => {
    const { page } = await atTheDesk()
    await page.goto('/articles/new')
    await page.getByRole('button', { name: 'Take it in' }).click()
    await page.waitForURL('**/articles')
    await expect.poll(() => page.getByLabel('Paste the text').evaluate((field) => field.matches(':focus'))).toBe(true)
  })

  it('send a form out of its text, and stay beside the claim', async () => {
    const { page } = await atTheDesk()
    await page.goto('/articles/1?claim=1')
    await page.keyboard.press('e')
    await page.getByLabel('Title').fill('Dredging log')
    await page.getByLabel('Kind').selectOption('document')
    await page.getByRole('radio', { name: /Supports/ }).check()
    await page.getByLabel('Passage').fill('March to May: daily.')
    await page.keyboard.press('ControlOrMeta+Enter')
    await expect.poll(() => page.locator('#focus').getByText('March to May: daily.').isVisible()).toBe(true)
    expect(await page.locator('#side').evaluate((side) => side.matches(':focus'))).toBe(true)
    // The next sentence is the one after the claim, not the first of the text.
    await page.keyboard.press('n')
    await expect.poll(() => page.locator('.s.at').textContent()).toContain('Nobody complained')
  })
})

it('tell what was done at the top, wherever the page opens', async () => {
  const { page } = await atTheDesk()
  await page.setViewportSize({ width: 1000, height: 400 })
  await page.goto('/claims/1/evidence/new')
  await page.getByLabel('Title').fill('Dredging log')
  await page.getByLabel('Kind').selectOption('document')
  await page.getByRole('radio', { name: /Supports/ }).check()
  await page.getByLabel('Passage').fill('March to May: daily.')
  await page.getByRole('button', { name: 'Add evidence' }).click()
  await page.waitForURL('**/claims/1#evidence-1')
  const top = async (what: string) => (await page.locator(what).boundingBox())?.y
  expect(await top('h1')).toBeLessThan(0)
  expect(await top('#notice .message')).toBeGreaterThanOrEqual(0)
})
