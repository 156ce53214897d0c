import type { Page } from 'playwright-core'
import { describe, expect, it } from 'vitest'
import { readText } from '../../server/articles/article.ts'
import { anArticle, placeOf } from '../reading/harbour.ts'
import { sitDown } from '../support/browser.ts'
import { newsroom } from '../support/newsroom.ts'

async function atTheDesk({ quotes = [] as string[], script = true, size = { width: 1440, height: 900 } } = {}) {
  const news = await newsroom()
  const article = await anArticle(news.db, news.cleo)
  for (const words of quotes) await article.claim(words)
  const seat = await sitDown(news, news.cleo, { javaScriptEnabled: script, viewport: size })
  await seat.page.goto('/articles/1')
  const triageOf = async (number: number) => (await readText(news.db.reader, 1)).sentences[number - 1]?.triage
  return { ...news, ...seat, triageOf }
}

/** Selects from the first words to the last, as a hand with a mouse would. */
async function select(page: Page, from: string, to: string): Promise<void> {
  await page.evaluate(`{
    const walker = document.createTreeWalker(document.getElementById('text'), NodeFilter.SHOW_TEXT)
    const range = document.createRange()
    while (walker.nextNode()) {
      const { currentNode: node } = walker
      if (node.data.includes(${JSON.stringify(from)})) range.setStart(node, node.data.indexOf(${JSON.stringify(from)}))
      if (node.data.includes(${JSON.stringify(to)})) range.setEnd(node, node.data.indexOf(${JSON.stringify(to)}) + ${to.length})
    }
    getSelection().removeAllRanges()
    getSelection().addRange(range)
  }`)
}

const inFocus = (page: Page) => page.locator('#focus > section').first()

describe('a claim made of selected words', () => {
  it('begins and ends where they do, past other claims, an emoji and into the next block', async () => {
    const { page, problems } = await atTheDesk({ quotes: ['We dredged 🚢 all spring', 'dredged 🚢'] })
    await select(page, 'all spring', 'The council')
    await page.getByRole('toolbar').getByRole('link', { name: 'Make a claim' }).click()
    const form = page.locator('#claim-new')
    const [start, end] = [
      await form.locator('[name=start]').inputValue(),
      await form.locator('[name=end]').inputValue(),
    ]
    expect({ start: Number(start), end: Number(end) }).toEqual(
      placeOf('all spring. Nobody complained,” she said.\n\nThe council'),
    )
    await form.getByLabel('Statement').fill('Nobody complained about the dredging in Port Ellery.')
    await form.getByRole('button', { name: 'Make the claim' }).click()
    await page.waitForURL('**/articles/1?claim=3')
    await expect.poll(() => page.locator('mark[data-claim="3"]').count()).toBeGreaterThan(1)
    expect(problems).toEqual([])
  })

  it('has all its words where the selection is only of white space, or outside the text', async () => {
    const { page } = await atTheDesk()
    await page.locator('h1').dblclick()
    expect(await page.getByRole('toolbar').isVisible()).toBe(false)
  })
})

describe('the keyboard', () => {
  it('goes from claim to claim, and the card follows', async () => {
    const { page, problems } = await atTheDesk({
      quotes: ['We dredged 🚢 all spring', 'Nobody complained', 'disagrees'],
    })
    await page.keyboard.press('j')
    await expect.poll(() => inFocus(page).getAttribute('id')).toBe('claim-2')
    expect(new URL(page.url()).search).toBe('?claim=2')
    await page.keyboard.press('j')
    await expect.poll(() => inFocus(page).getAttribute('id')).toBe('claim-3')
    await page.keyboard.press('k')
    await expect.poll(() => inFocus(page).getAttribute('id')).toBe('claim-2')
    expect(await page.locator('.n[aria-current]').getAttribute('id')).toBe('m-2')
    expect(await page.locator('.n:focus').getAttribute('id')).toBe('m-2')
    await expect.poll(() => page.locator('#said').textContent()).toContain('Claim 2, open')
    await page.goBack()
    await expect.poll(() => inFocus(page).getAttribute('id')).toBe('claim-3')
    expect(problems).toEqual([])
  })

  it('sets sentence after sentence aside, and takes one back', async () => {
    const { page, triageOf, problems } = await atTheDesk()
    await page.keyboard.press('n')
    await page.keyboard.press('n')
    await page.keyboard.press('x')
    await expect.poll(() => page.locator('dialog[open]').textContent()).toContain('The harbour master spoke')
    await page.keyboard.press('4')
    await expect.poll(() => triageOf(2)).toBe('not_a_claim')
    await expect.poll(() => page.locator('#coverage').textContent()).toContain('1 of 7 sentences looked at')
    await expect.poll(() => page.locator('.s.at').getAttribute('id')).toBe('s-3')
    expect(await page.locator('path[data-sentence="2"]').getAttribute('class')).toBe('not_a_claim')
    await page.keyboard.press('u')
    await expect.poll(() => triageOf(2)).toBe('untouched')
    await expect.poll(() => page.locator('#coverage').textContent()).toContain('0 of 7')
    expect(problems).toEqual([])
  })

  it('makes a claim of the sentence it is on', async () => {
    const { page } = await atTheDesk()
    for (const key of ['J', 'J', 'J', 'c']) await page.keyboard.press(key)
    const form = page.locator('#claim-new')
    await expect.poll(() => form.locator('[name=start]').inputValue()).toBe(String(placeOf('“We dredged').start))
    await expect.poll(() => page.locator('#focus :focus').count()).toBe(1)
  })

  it('opens the forms for evidence and for a verdict in the place of the card', async () => {
    const { page, problems } = await atTheDesk({ quotes: ['We dredged 🚢 all spring'] })
    await page.keyboard.press('e')
    await expect.poll(() => inFocus(page).getAttribute('id')).toBe('new-evidence-1')
    await page.locator('#focus').getByRole('link', { name: 'Cancel' }).click()
    await expect.poll(() => inFocus(page).getAttribute('id')).toBe('claim-1')
    await page.keyboard.press('v')
    await expect.poll(() => inFocus(page).getAttribute('id')).toBe('verdict-form-1')
    expect(problems).toEqual([])
  })

  it('is quiet while somebody types, and for whoever turned it off', async () => {
    const { page } = await atTheDesk({ quotes: ['We dredged 🚢 all spring', 'Nobody complained'] })
    await page.getByLabel('Search everything').first().pressSequentially('jax?')
    expect(await inFocus(page).getAttribute('id')).toBe('claim-1')
    expect(await page.locator('dialog[open]').count()).toBe(0)
    await page.locator('h1').click()
    await page.keyboard.press('?')
    await page.getByLabel('Use single letters as keys').uncheck()
    await page.getByRole('button', { name: 'Close' }).click()
    await page.keyboard.press('?')
    expect(await page.locator('dialog[open]').count()).toBe(0)
  })
})

describe('the mouse', () => {
  it('opens claims that overlap one after the other', async () => {
    const { page } = await atTheDesk({ quotes: ['We dredged 🚢 all spring. Nobody', 'Nobody complained', 'disagrees'] })
    const both = page.locator('mark[data-claim="1"] mark[data-claim="2"]')
    await both.click()
    await expect.poll(() => inFocus(page).getAttribute('id')).toBe('claim-2')
    await both.click()
    await expect.poll(() => inFocus(page).getAttribute('id')).toBe('claim-1')
  })

  it('opens a sentence by its strip, and the verdict of another claim shows in the text', async () => {
    const { page, problems } = await atTheDesk({ quotes: ['Nobody complained'] })
    await page.locator('path[data-sentence="6"]').click()
    await expect.poll(() => inFocus(page).getAttribute('id')).toBe('sentence-6')
    await page.getByRole('button', { name: 'Opinion' }).click()
    await expect.poll(() => page.locator('#sentence-6 .state').textContent()).toBe('not a claim (opinion)')
    await page.locator('#m-1').click()
    await page.locator('#focus').getByRole('link', { name: 'Give a verdict' }).click()
    await page.locator('#focus').getByLabel('False', { exact: true }).press('Space')
    await page.locator('#focus').getByLabel('Rationale').fill('Two people complained in writing.')
    await page.locator('#focus').getByLabel('Why give the verdict anyway').fill('Their letters are with the council.')
    await page.locator('#focus').getByRole('button', { name: 'Give this verdict' }).click()
    await expect.poll(() => page.locator('mark[data-claim="1"]').getAttribute('class')).toContain('dashed')
    await expect.poll(() => inFocus(page).getAttribute('id')).toBe('claim-1')
    expect(problems).toEqual([])
  })
})

describe('what goes wrong', () => {
  it('is told in passing, and the page stays as it was', async () => {
    const { page } = await atTheDesk({ quotes: ['We dredged 🚢 all spring', 'Nobody complained', 'disagrees'] })
    await page.route('**/claims/2', (route) => route.abort())
    await page.locator('#m-2').click()
    await expect.poll(() => page.locator('#toast').textContent()).toContain('The server does not answer')
    const body = '<!doctype html><main><h1>Sorry</h1><p>Something went wrong: error 12ab.</p></main>'
    await page.route('**/claims/3', (route) => route.fulfill({ status: 500, contentType: 'text/html', body }))
    await page.locator('#m-3').click()
    await expect.poll(() => page.locator('#toast').textContent()).toBe('Something went wrong: error 12ab.')
    expect(await inFocus(page).getAttribute('id')).toBe('claim-1')
  })
})

describe('a narrow screen', () => {
  it('lays the claim over the text when it is asked for, and gives the text back', async () => {
    const { page } = await atTheDesk({ quotes: ['We dredged 🚢 all spring'], size: { width: 360, height: 740 } })
    expect(await page.locator('#side').isVisible()).toBe(false)
    await page.locator('#m-1').click()
    await expect.poll(() => page.locator('#claim-1').isVisible()).toBe(true)
    const [mark, side] = [await page.locator('#m-1').boundingBox(), await page.locator('#side').boundingBox()]
    expect((mark?.y ?? 900) + (mark?.height ?? 0)).toBeLessThan(side?.y ?? 0)
    await page.locator('#side').getByRole('button', { name: 'Close' }).click()
    expect(await page.locator('#side').isVisible()).toBe(false)
    expect(await page.locator('.n:focus').getAttribute('id')).toBe('m-1')
    expect(await page.evaluate('document.documentElement.scrollWidth')).toBe(360)
  })
})

describe('without JavaScript', () => {
  it('a sentence is set aside, and taken back, by its own link', async () => {
    const { page, triageOf } = await atTheDesk({ script: false })
    await page.getByRole('link', { name: 'Sentence 6: not looked at yet' }).click()
    await page.getByRole('button', { name: 'Opinion' }).click()
    expect(await triageOf(6)).toBe('not_a_claim')
    expect(await page.locator('#coverage').textContent()).toContain('1 of 7 sentences looked at')
    await page.getByRole('button', { name: 'Take it back' }).click()
    expect(await triageOf(6)).toBe('untouched')
  })

  it('a claim is made of a sentence, and its number leads to its card', async () => {
    const { page, triageOf } = await atTheDesk({ script: false, size: { width: 360, height: 740 } })
    await page.getByRole('link', { name: 'Sentence 5: not looked at yet' }).click()
    await page.getByRole('link', { name: 'Make a claim of this sentence' }).click()
    await page.getByRole('button', { name: 'Make the claim' }).click()
    expect(await triageOf(5)).toBe('claim')
    await page.getByRole('link', { name: 'Claim 1, open' }).click()
    expect(new URL(page.url()).hash).toBe('#claim-1')
    expect(await page.locator('#claim-1').isVisible()).toBe(true)
    await page.getByRole('link', { name: 'Back to the text' }).click()
    expect(new URL(page.url()).hash).toBe('#m-1')
  })
})
