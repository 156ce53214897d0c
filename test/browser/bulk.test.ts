import type { Page } from 'playwright-core'
import { expect, it } from 'vitest'
import { claims } from '../../db/schema/index.ts'
import { someClaims } from '../claims/list-claims.ts'
import { sitDown } from '../support/browser.ts'
import { newsroom } from '../support/newsroom.ts'
import { loadAxe, violations } from './axe.ts'

async function expectUsable(page: Page): Promise<void> {
  await loadAxe(page)
  expect((await violations(page)).map(({ id, nodes }) => `${id}: ${nodes[0]?.target.join(' ')}`)).toEqual([])
}

it('gives a page of claims away by one box, a look and a click', { timeout: 60_000 }, async () => {
  const news = await newsroom()
  await someClaims(news, 3)
  const { page, problems } = await sitDown(news, news.edith)
  await page.goto('/claims?state=open')
  await page.getByLabel('Every claim on this page').check()
  await page.getByText('3 ticked').waitFor()
  await page.getByLabel('Claim 1-2', { exact: true }).uncheck()
  await page.getByText('2 ticked').waitFor()
  await page.locator('#bulk').getByLabel('Assigned to').selectOption({ label: 'Ben' })
  await page.locator('#bulk').getByLabel('Due', { exact: true }).fill('2025-06-01')
  await expectUsable(page)
  await page.getByRole('button', { name: 'See what would change' }).click()
  await page.getByRole('heading', { name: 'These 2 claims will be given to Ben and be due on 1 June 2025' }).waitFor()
  await expectUsable(page)
  await page.getByRole('button', { name: 'Assign 2 claims' }).click()
  await page.getByText('2 changed, 0 left alone.').waitFor()
  await expectUsable(page)
  const rows = await news.db.reader.select({ number: claims.number, whose: claims.assigneeId }).from(claims)
  expect(rows.filter(({ whose }) => whose === news.ben.id).map(({ number }) => number)).toEqual([1, 3])
  await page.getByRole('button', { name: 'Undo this change' }).click()
  await page.getByText('2 put back as they were, 0 kept.').waitFor()
  await page.getByRole('link', { name: 'Back to the list' }).click()
  expect(new URL(page.url()).search).toBe('?state=open')
  expect(problems).toEqual([])
})

it('ticks by keys, one and a range, with a list of the keys', { timeout: 60_000 }, async () => {
  const news = await newsroom()
  await someClaims(news, 6)
  const { page, problems } = await sitDown(news, news.edith)
  await page.goto('/claims')
  await page.keyboard.press('?')
  await page.getByRole('heading', { name: 'Keys' }).waitFor()
  await expectUsable(page)
  await page.getByRole('button', { name: 'Close' }).click()
  // The newest claim is the first row.
  for (const key of ['j', 'j', 'x', 'j', 'j', 'Shift+X']) await page.keyboard.press(key)
  await page.getByText('3 ticked').waitFor()
  const ticked = () =>
    page.locator('.box input[name="claim"]:checked').evaluateAll((all) => all.map((box) => box.getAttribute('value')))
  expect(await ticked()).toEqual(['5', '4', '3'])
  for (const key of ['x', 'k', 'x']) await page.keyboard.press(key)
  expect(await ticked()).toEqual(['5'])
  await page.getByLabel('Claim 1-6', { exact: true }).click()
  await page.getByLabel('Claim 1-3', { exact: true }).click({ modifiers: ['Shift'] })
  await page.getByText('4 ticked').waitFor()
  await page.keyboard.press('b')
  expect(await page.locator(':focus').getAttribute('name')).toBe('assignee')
  await page.locator('#claim-filters').getByLabel('Words in the statement or quote').focus()
  await page.keyboard.press('x')
  await page.getByText('4 ticked').waitFor()
  expect(problems).toEqual([])
})

it('offers the boxes again when the list has been narrowed in place', { timeout: 60_000 }, async () => {
  const news = await newsroom()
  await someClaims(news, 3, (index) => ({ kind: index === 0 ? 'quote' : 'event' }))
  const { page } = await sitDown(news, news.edith)
  await page.goto('/claims?kind=quote')
  await page.locator('#claim-filters').getByLabel('Kind').selectOption('event')
  await page.getByText('2 claims').first().waitFor()
  await page.getByLabel('Every claim on this page').check()
  await page.getByText('2 ticked').waitFor()
})

it('does the same without JavaScript, and asks where nothing is ticked', { timeout: 60_000 }, async () => {
  const news = await newsroom()
  await someClaims(news, 2)
  const { page } = await sitDown(news, news.edith, { javaScriptEnabled: false })
  await page.goto('/claims')
  await page.getByRole('button', { name: 'See what would change' }).click()
  await page.getByText('No claim is ticked.').waitFor()
  await page.getByRole('link', { name: 'Back to the list' }).click()
  await page.getByLabel('Claim 1-1', { exact: true }).check()
  await page.getByRole('button', { name: 'See what would change' }).click()
  await page.getByText('Say what is to become of the claims.').waitFor()
  await page.getByLabel('Assigned to').selectOption({ label: 'Cleo' })
  await page.getByRole('button', { name: 'See what would change' }).click()
  await page.getByRole('button', { name: 'Assign 1 claim' }).click()
  await page.getByText('1 changed, 0 left alone.').waitFor()
})
