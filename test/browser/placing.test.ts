import { expect, it } from 'vitest'
import { sitDown } from '../support/browser.ts'
import { aReport, second } from '../versions/a-report.ts'

it('a claim that has lost its words is placed by selecting them in the reading view', async () => {
  const report = await aReport()
  await (await report.as(report.cleo)).post(report.path, { text: second, base: 1 }).expect(303)
  const { page, problems } = await sitDown(report, report.cleo)
  await page.goto('/articles/1')
  await page.locator('#tray a[href="/claims/2/place"]').click()
  await page.getByRole('link', { name: 'Select its words in the article' }).click()
  await page.evaluate(`{
    const walker = document.createTreeWalker(document.getElementById('text'), NodeFilter.SHOW_TEXT)
    const range = document.createRange()
    while (walker.nextNode()) {
      const { currentNode: node } = walker
      const at = node.data.indexOf('301 people')
      if (at >= 0) {
        range.setStart(node, at)
        range.setEnd(node, at + '301 people'.length)
      }
    }
    getSelection().removeAllRanges()
    getSelection().addRange(range)
  }`)
  await page.getByRole('toolbar').getByRole('link', { name: 'Claim 2 stands here' }).click()
  await page.waitForURL(/\/claims\/2\/place\?/)
  expect(await page.locator('.place-list mark').textContent()).toBe('301 people')
  await page.getByRole('button', { name: 'It stands here' }).click()
  await page.waitForURL(/\/articles\/1/)
  expect(await report.at(report.claims.rescued)).toMatchObject({
    quote: '301 people',
    standing: 'here',
    versionNumber: 2,
  })
  expect(await page.locator('#m-2').count()).toBe(1)
  expect(problems).toEqual([])
})
