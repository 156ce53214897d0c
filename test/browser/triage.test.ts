import type { Page } from 'playwright-core'
import { describe, expect, it } from 'vitest'
import { anArticle, long } from '../finding/an-article.ts'
import { sitDown } from '../support/browser.ts'
import { newsroom } from '../support/newsroom.ts'

async function atTheText(text?: string) {
  const news = await newsroom()
  const article = await anArticle(news, text)
  const { page, problems } = await sitDown(news, news.cleo)
  await page.goto(`/articles/${article.articleId}`)
  const heading = () => page.locator('#focus h2').textContent()
  return { article, page, problems, heading }
}

// The machine may be busy.
const patient = { timeout: 15_000 }

const undoOffered = (page: Page) => page.locator('#toast').getByRole('button', { name: /Undo/ }).waitFor()

/** Some fifty sentences: enough for an evening, few enough for a test. */
const manySentences = () => long().split('\n\n').slice(0, 24).join('\n\n')

describe('the claims that Stet proposes', () => {
  it('are gone through by keyboard alone, a whole article of more than forty sentences', async () => {
    const { article, page, problems, heading } = await atTheText(manySentences())
    const { text, candidates } = await article.reading()
    expect(text.sentences.length).toBeGreaterThan(40)
    await page.keyboard.press('f')
    expect(candidates.open.length).toBeGreaterThan(10)
    for (let done = 0, left = candidates.open.length; left > 0; done++) {
      await expect.poll(heading, patient).toContain(`of ${left},`)
      await page.keyboard.press(done % 3 === 2 ? 'x' : 'a')
      const before = left
      await expect.poll(async () => (left = (await article.open()).length), patient).toBeLessThan(before)
    }
    await expect
      .poll(() => page.locator('#focus h2').textContent(), patient)
      .toContain('Every possible claim is decided about')
    // What is left holds nothing to check: each is set aside with a reason, and the next one follows.
    const untouched = async () =>
      (await article.reading()).text.sentences.filter(({ triage }) => triage === 'untouched').length
    let left = await untouched()
    await page.waitForLoadState('networkidle')
    await page.keyboard.press('n')
    for (; left > 0; left--) {
      await page.locator('.s.at.untouched').waitFor()
      await page.keyboard.press('x')
      await page.keyboard.press('1')
      await expect.poll(untouched, patient).toBeLessThan(left)
    }
    const after = await article.reading()
    expect(after.article.lookedAtCount).toBe(after.article.sentenceCount)
    expect(after.article.claimCount).toBeGreaterThan(5)
    expect(problems).toEqual([])
  }, 120_000)

  it('are undone with one key each, however they were decided', async () => {
    const { article, page, heading } = await atTheText()
    for (const key of ['a', 'x']) {
      await page.keyboard.press('f')
      await expect.poll(heading, patient).toContain('of 2')
      await page.keyboard.press(key)
      await expect.poll(heading, patient).toContain('of 1')
      await undoOffered(page)
      await page.keyboard.press('u')
      await expect.poll(heading, patient).toContain('of 2')
      await expect.poll(async () => (await article.open()).length, patient).toBe(2)
    }
  })

  it('are edited first with Enter, and what was made can be undone', async () => {
    const { article, page, heading } = await atTheText()
    await page.keyboard.press('f')
    await expect.poll(heading, patient).toContain('1 of 2')
    await page.keyboard.press('Enter')
    await page.getByLabel('Statement').fill('The bridge cost nine million.')
    await page.keyboard.press('ControlOrMeta+Enter')
    await expect.poll(heading, patient).toContain('1 of 1')
    await page.waitForLoadState('load')
    await undoOffered(page)
    expect((await article.reading()).claims.map(({ statement }) => statement)).toEqual([
      'The bridge cost nine million.',
    ])
    await page.keyboard.press('u')
    await expect.poll(heading, patient).toContain('of 2')
  })

  it('do not stand in the way of a selection of one’s own', async () => {
    const { page } = await atTheText()
    await page
      .locator('.s')
      .first()
      .click({ position: { x: 4, y: 4 } })
    await page.keyboard.press('c')
    await expect.poll(() => page.getByRole('heading', { name: 'New claim' }).isVisible(), patient).toBe(true)
  })
})
