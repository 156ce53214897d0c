import { expect, it } from 'vitest'
import { threadsOf } from '../../server/comments/thread.ts'
import { aRoom } from '../comments/room.ts'
import { sitDown } from '../support/browser.ts'
import { addPerson } from '../../server/accounts/person.ts'
import { write } from '../../db/write.ts'

async function seat() {
  const room = await aRoom()
  const add = (name: string, email: string) =>
    write(room.db, (tx) => addPerson(tx, null, { name, email, role: 'checker', passwordHash: '', by: 'invitation' }))
  await add('ليلى منصور', 'layla@example.org')
  await add('Benedikta Ravn', 'benedikta@example.org')
  const { page, problems } = await sitDown(room, room.cleo)
  await page.goto(room.page)
  const area = page.getByLabel('Start a discussion of this claim')
  return { ...room, page, problems, area }
}

it('offers names after an @, chosen by keys or by a click, and tells those who are named', async () => {
  const { page, area, problems, db, cleo, claim } = await seat()
  const options = page.getByRole('listbox', { name: 'Colleagues' }).getByRole('option')
  const offered = () => expect.poll(() => options.allTextContents())
  await area.pressSequentially('Ask @be')
  await offered().toEqual(['Ben', 'Benedikta Ravn'])
  expect(await area.getAttribute('aria-activedescendant')).toBe(await options.first().getAttribute('id'))
  await area.press('ArrowDown')
  expect(await options.nth(1).getAttribute('aria-selected')).toBe('true')
  await area.press('Enter')
  expect(await area.inputValue()).toBe('Ask @Benedikta Ravn ')
  expect(await options.count()).toBe(0)
  expect(await area.getAttribute('aria-activedescendant')).toBe(null)
  await area.pressSequentially('or @ra')
  await offered().toEqual(['Benedikta Ravn'])
  await area.press('Escape')
  expect(await options.count()).toBe(0)
  await area.press('Backspace')
  await area.press('Backspace')
  await area.pressSequentially('ليلى')
  await offered().toEqual(['ليلى منصور'])
  await options.first().click()
  expect(await area.inputValue()).toBe('Ask @Benedikta Ravn or @ليلى منصور ')
  await area.press('Control+Enter')
  await page.locator('.comment .mention').first().waitFor()
  expect(await page.locator('.comment .mention').allTextContents()).toEqual(['@Benedikta Ravn', '@ليلى منصور'])
  const [thread] = await threadsOf(db.reader, cleo, claim)
  expect(thread?.comments[0]?.mentioned.length).toBe(2)
  expect(problems).toEqual([])
})

it('takes an answer in place and leaves what is written elsewhere', async () => {
  const { page, area, problems } = await seat()
  await area.fill('Which day?')
  await area.press('Control+Enter')
  const thread = page.locator('#thread-1')
  await thread.waitFor()
  await expect.poll(() => area.inputValue()).toBe('')
  const summary = thread.getByText('Answer', { exact: true }).first()
  await expect.poll(() => summary.evaluate((element) => element.matches(':focus'))).toBe(true)
  await area.fill('Half a thought')
  await summary.click()
  await thread.getByLabel('Your answer').fill('Monday.')
  await thread.getByLabel('Your answer').press('Control+Enter')
  await page.locator('#comment-2').waitFor()
  expect(await area.inputValue()).toBe('Half a thought')
  await thread.getByRole('button', { name: 'Resolve this discussion' }).click()
  const reopen = thread.getByRole('button', { name: 'Reopen this discussion' })
  await expect.poll(() => reopen.evaluate((element) => element.matches(':focus'))).toBe(true)
  await reopen.click()
  await thread.getByRole('button', { name: 'Resolve this discussion' }).waitFor()
  await page.locator('#comment-2 summary').click()
  await page.locator('#comment-2').getByRole('button', { name: 'Erase this text for good' }).click()
  await page.locator('#comment-2').getByText('Erased by Cleo').waitFor()
  expect(problems).toEqual([])
})

it('opens the resolved discussion that a notification leads to', async () => {
  const { page, as, ben, threads, cleos, problems } = await seat()
  await (await as(ben)).post(threads, { body: 'See this, @Cleo' }).expect(303)
  await cleos.post('/threads/1/resolution').expect(303)
  await page.goto('/notifications')
  await page.getByRole('button', { name: /^Open/ }).click()
  await page.waitForURL('**/claims/*#comment-1')
  await expect.poll(() => page.locator('#comment-1').isVisible()).toBe(true)
  expect(await page.locator('.bell .number').count()).toBe(0)
  expect(problems).toEqual([])
})
