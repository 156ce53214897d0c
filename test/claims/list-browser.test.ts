import { expect, it } from 'vitest'
import { sitDown } from '../support/browser.ts'
import { newsroom } from '../support/newsroom.ts'
import { someClaims } from './list-claims.ts'

async function twoClaims() {
  const news = await newsroom()
  await someClaims(news, 2, (index) => ({ state: index ? 'checking' : 'open' }))
  return news
}

it(
  'narrows the list at a choice, keeps the form and shows the address; back undoes it',
  { timeout: 90_000 },
  async () => {
    const news = await twoClaims()
    const { page, problems } = await sitDown(news, news.cleo)
    await page.goto('/claims')
    await page.getByLabel('Words in the statement or quote').fill('claim')
    await page.locator('#claim-filters').getByLabel('State', { exact: true }).selectOption('Checking')
    await page.locator('#claim-list .chip', { hasText: 'State: Checking' }).waitFor()
    expect(new URL(page.url()).search).toBe('?q=claim&state=checking')
    expect(await page.locator('.claims tbody tr').count()).toBe(1)
    expect(await page.getByLabel('Words in the statement or quote').inputValue()).toBe('claim')
    await page.goBack()
    await expect.poll(() => page.locator('.claims tbody tr').count()).toBe(2)
    expect(problems).toEqual([])
  },
)

it('downloads exactly what is shown, as often as wanted', { timeout: 90_000 }, async () => {
  const news = await twoClaims()
  const { page } = await sitDown(news, news.rita)
  await page.goto('/claims')
  await page.locator('#claim-filters').getByLabel('State', { exact: true }).selectOption('Open')
  await page.locator('#claim-list .chip', { hasText: 'State: Open' }).waitFor()
  for (let time = 0; time < 2; time++) {
    const download = page.waitForEvent('download')
    await page.getByRole('button', { name: 'Export CSV' }).click()
    expect((await download).suggestedFilename()).toBe('stet-claims-2025-05-12.csv')
    expect(new URL((await download).url()).search).toBe('?state=open')
  }
})

it('works without JavaScript', { timeout: 90_000 }, async () => {
  const news = await twoClaims()
  const { page } = await sitDown(news, news.cleo, { javaScriptEnabled: false })
  await page.goto('/claims')
  await page.locator('#claim-filters').getByLabel('State', { exact: true }).selectOption('Checking')
  await page.getByRole('button', { name: 'Show', exact: true }).click()
  await expect.poll(() => new URL(page.url()).search).toBe('?state=checking')
  expect(await page.locator('.claims tbody tr').count()).toBe(1)
})
