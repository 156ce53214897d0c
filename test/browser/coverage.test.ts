import { expect, it } from 'vitest'
import { write } from '../../db/write.ts'
import { addArticle, readArticle } from '../../server/articles/article.ts'
import { linesAsBlocks } from '../../server/articles/blocks.ts'
import { sitDown } from '../support/browser.ts'
import { newsroom } from '../support/newsroom.ts'

const said = ['The harbour handled 4,100 ships last year.', 'Is that a lot?', 'I think so.', 'The winter will be long.']
const text = Array.from({ length: 11 }, () => said.join(' ')).join('\n\n')
const details = { title: 'Ships', outlet: null, byline: null, url: null, publishedOn: null, kind: 'article' as const }

async function atALongArticle() {
  const news = await newsroom()
  const article = { ...details, language: 'en', text, blocks: linesAsBlocks(text) }
  await write(news.db, (tx) => addArticle(tx, news.cleo, article))
  const seat = await sitDown(news, news.cleo)
  await seat.page.goto('/articles/1')
  return { ...seat, progress: () => readArticle(news.db.reader, 1) }
}

it(
  'every sentence of a long article is looked at by keyboard alone, and the article signed off',
  { timeout: 90_000 },
  async () => {
    const { page, problems, progress } = await atALongArticle()
    const lookedAt = async () => (await progress()).lookedAtCount
    // A claim of the first sentence: found by the key, made by the key, sent by the key.
    await page.keyboard.press('n')
    await page.keyboard.press('c')
    await page.locator('#claim-new :focus').waitFor()
    await page.keyboard.press('ControlOrMeta+Enter')
    await page.waitForURL('**/articles/1?claim=1')
    expect(await lookedAt()).toBe(1)
    await expect.poll(() => page.locator('#s-1').getAttribute('class')).toContain('claim')
    await page.keyboard.press('n')
    for (let done = 2; done <= 44; done++) {
      await expect.poll(() => page.locator('.s.at').getAttribute('id')).toBe(`s-${done}`)
      await page.keyboard.press('x')
      await page.locator('dialog[open]').waitFor()
      await page.keyboard.press(String((done % 7) + 1))
      await expect.poll(lookedAt).toBe(done)
    }
    const coverage = page.locator('#coverage')
    await expect.poll(() => coverage.textContent()).toContain('44 of 44 sentences looked at')
    await coverage.getByRole('button', { name: 'Sign off' }).press('Enter')
    await expect.poll(() => page.locator('#coverage').textContent()).toContain('Signed off by Cleo')
    expect(problems).toEqual([])
  },
)
