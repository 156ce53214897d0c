import { expect, it } from 'vitest'
import { readClaim } from '../../server/claims/claim.ts'
import { aPublishedClaim } from '../corrections/published.ts'
import { sitDown } from '../support/browser.ts'

it('a published decision is corrected by two people, and the form asks only for what its kind needs', async () => {
  const news = await aPublishedClaim()
  const { page, problems } = await sitDown(news, news.cleo)
  await page.goto(`/claims/${news.claim}`)
  await page.getByRole('link', { name: 'Ask for a correction' }).click()
  await page.getByLabel('Withdrawal').check()
  expect(await page.getByLabel('Rationale').isVisible()).toBe(false)
  await page.getByLabel('Clarification').check()
  expect(await page.getByLabel('Half true').isVisible()).toBe(false)
  await page.getByLabel('Correction', { exact: true }).check()
  await page.getByLabel('Half true').check()
  await page.getByLabel('Note for readers').fill('We overlooked the log of the harbour master.')
  await page.getByLabel('Rationale').fill('Ships by day, none by night.')
  await page.getByRole('button', { name: 'Ask for the change' }).click()
  await page.getByRole('heading', { name: 'A change is proposed' }).waitFor()
  const desk = await sitDown(news, news.edith)
  await desk.page.goto('/proposals/1/review')
  await desk.page.getByRole('button', { name: 'Approve' }).click()
  await desk.page.getByRole('heading', { name: '1 correction' }).waitFor()
  expect((await readClaim(news.db.reader, news.claim)).rating?.key).toBe('half-true')
  expect([...problems, ...desk.problems]).toEqual([])
})

it('shows the badge of a rating while it is typed', async () => {
  const news = await aPublishedClaim()
  const { page, problems } = await sitDown(news, news.ada)
  await page.goto('/ratings/5/edit')
  await page.getByLabel('Label').fill('Wrong')
  await page.locator('#rating-preview').getByText('Wrong').waitFor()
  await page.getByLabel('Colour').selectOption('half')
  await page.locator('#rating-preview .tone-half').waitFor()
  expect(problems).toEqual([])
})
