import type { Page } from 'playwright-core'
import { expect, it } from 'vitest'
import { readClaim } from '../../server/claims/claim.ts'
import { verifyChain } from '../../server/history/chain.ts'
import { harbour } from '../evidence/harbour.ts'
import { sitTogether } from '../support/browser.ts'
import { newsroom } from '../support/newsroom.ts'

type Said = { rating: string; rationale: string }

/** Gives a verdict by the form of the claim, and waits for its page. */
async function judge(page: Page, claim: number, { rating, rationale }: Said): Promise<void> {
  await page.goto(`/claims/${claim}`)
  await page.getByRole('link', { name: 'Give a verdict' }).first().click()
  await page.getByRole('radio', { name: rating, exact: true }).check()
  await page.getByLabel('Rationale').fill(rationale)
  await page.getByLabel('Why give the verdict anyway').fill('The log lies on the quay and cannot be copied.')
  await page.getByRole('button', { name: 'Give this verdict' }).click()
  await page.waitForURL(({ pathname }) => !pathname.includes('/verdicts'))
}

/** Opens from the desk what waits there under a heading. */
async function fromDesk(page: Page, heading: string, statement: string): Promise<void> {
  await page.goto('/')
  await page.getByRole('region', { name: heading }).getByRole('link', { name: statement }).click()
}

async function giveInBulk(page: Page, claim: number, to: string): Promise<void> {
  await page.goto('/claims')
  await page.locator(`input[name="claim"][value="${claim}"]`).check()
  await page.locator('#bulk').getByLabel('Assigned to').selectOption({ label: to })
  await page.getByRole('button', { name: 'See what would change' }).click()
  await page.getByRole('heading', { name: `This claim will be given to ${to}` }).waitFor()
  await page.getByRole('button', { name: 'Assign 1 claim' }).click()
  await page.getByText('1 changed, 0 left alone.').waitFor()
}

async function nameTwo(page: Page, claim: number, [first, second]: readonly [string, string]): Promise<void> {
  await page.goto(`/claims/${claim}`)
  await page.getByRole('link', { name: 'Change how it is judged' }).click()
  await page.getByLabel('Judged by').selectOption({ label: 'Two, independently' })
  await page.getByRole('button', { name: 'Change', exact: true }).click()
  await page.goto(`/claims/${claim}/rounds`)
  await page.getByLabel('First checker').selectOption({ label: first })
  await page.getByLabel('Second checker').selectOption({ label: second })
  await page.getByRole('button', { name: 'Ask them both' }).click()
  await page.getByText('judge this claim independently').first().waitFor()
}

async function decideBetween(page: Page, statement: string): Promise<void> {
  await fromDesk(page, 'To settle', statement)
  await page.getByRole('link', { name: 'Read them side by side' }).or(page.getByText('What stands?')).first().waitFor()
  await page.getByRole('radio', { name: /^Ben/ }).check()
  await page.getByRole('radio', { name: 'It lies on the boundary between two ratings' }).check()
  await page.getByLabel('What made the difference').fill('The council denied it only later.')
  await page.getByRole('button', { name: 'Decide' }).click()
  await page.getByText('The council denied it only later.').first().waitFor()
}

async function publish(page: Page, claim: number): Promise<void> {
  await page.goto(`/claims/${claim}`)
  await page.getByRole('link', { name: 'Publish the decision' }).click()
  await page.getByRole('button', { name: 'Publish exactly this' }).click()
  await page.getByText('closed against change').waitFor()
}

async function askForCorrection(page: Page, claim: number): Promise<void> {
  await page.goto(`/claims/${claim}`)
  await page.getByRole('link', { name: 'Ask for a correction' }).click()
  await page.getByRole('radio', { name: 'Correction', exact: true }).check()
  await page.getByLabel('Note for readers').fill('An earlier version of this check overlooked the night.')
  await page.getByRole('radio', { name: 'Half true', exact: true }).check()
  await page.getByLabel('Rationale').fill('Closed by night, open by day.')
  await page.getByRole('button', { name: 'Ask for the change' }).click()
  await page.waitForURL(new RegExp(`/claims/${claim}`))
}

it(
  'two checkers and an editor take three claims through at once, and correct one that is published',
  { timeout: 120_000 },
  async () => {
    const news = await newsroom()
    const { db } = news
    const { claims } = await harbour(db, 3)
    const [approved = 0, returned = 0, judgedByTwo = 0] = claims
    const [cleo, ben, edith] = await sitTogether(news, [news.cleo, news.ben, news.edith])
    if (!cleo || !ben || !edith) throw new Error('Somebody has no seat')
    const now = async (id: number) => {
      const { state, rating, assignee } = await readClaim(db.reader, id)
      return [state, rating?.label ?? null, assignee?.name ?? null]
    }

    // The editor gives work away while the checkers begin with what is free.
    await Promise.all([
      giveInBulk(edith.page, returned, 'Ben').then(() => nameTwo(edith.page, judgedByTwo, ['Cleo', 'Ben'])),
      cleo.page
        .goto(`/claims/${approved}`)
        .then(() => cleo.page.getByRole('button', { name: 'Take it' }).click())
        .then(() => cleo.page.getByText('Cleo has the claim.').waitFor()),
    ])
    expect(await now(approved)).toEqual(['checking', null, 'Cleo'])
    expect(await now(returned)).toEqual(['open', null, 'Ben'])

    await Promise.all([
      judge(cleo.page, approved, { rating: 'True', rationale: 'Closed on the twelfth, says the log.' }),
      judge(ben.page, returned, { rating: 'False', rationale: 'Nobody counted them.' }),
    ])
    await Promise.all([
      (async () => {
        await fromDesk(ben.page, 'To review', 'The harbour closed on Monday.')
        await ben.page.getByRole('button', { name: 'Approve' }).click()
        await ben.page.getByText('Approved: this is the decision now.').waitFor()
      })(),
      (async () => {
        await fromDesk(cleo.page, 'To review', 'Twelve boats stayed outside.')
        await cleo.page.getByText('Return it with a reason').click()
        await cleo.page.getByLabel('What is missing or wrong').fill('Then say so: unproven.')
        await cleo.page.getByRole('button', { name: 'Return', exact: true }).click()
        await cleo.page.getByText('Returned. The claim is being checked again.').waitFor()
      })(),
    ])
    expect(await now(approved)).toEqual(['decided', 'True', 'Cleo'])

    await Promise.all([
      judge(cleo.page, judgedByTwo, { rating: 'Half true', rationale: 'It denied a part, said Cleo.' }),
      publish(edith.page, approved),
      (async () => {
        await fromDesk(ben.page, 'Returned to you', 'Twelve boats stayed outside.')
        expect(await ben.page.getByText('Then say so: unproven.').first().isVisible()).toBe(true)
        await judge(ben.page, returned, { rating: 'Unproven', rationale: 'Nobody counted the boats.' })
      })(),
    ])

    // Ben sees nothing of what Cleo found, wherever he looks, until he has found something himself.
    for (const path of ['/', '/claims', `/claims/${judgedByTwo}`, `/claims/${judgedByTwo}/history`, '/history']) {
      await ben.page.goto(path)
      expect(await ben.page.getByText('said Cleo').count()).toBe(0)
      expect(await ben.page.getByRole('main').getByText('Half true').count()).toBe(path === '/claims' ? 1 : 0)
    }
    await Promise.all([
      judge(ben.page, judgedByTwo, { rating: 'Mostly true', rationale: 'It denied it, said Ben.' }),
      askForCorrection(cleo.page, approved),
      (async () => {
        await fromDesk(edith.page, 'To review', 'Twelve boats stayed outside.')
        await edith.page.getByRole('button', { name: 'Approve' }).click()
        await edith.page.getByText('Approved: this is the decision now.').waitFor()
      })(),
    ])
    expect(await now(returned)).toEqual(['decided', 'Unproven', 'Ben'])

    await decideBetween(edith.page, 'The council denied it.')
    expect(await now(judgedByTwo)).toEqual(['decided', 'Mostly true', null])
    await cleo.page.goto(`/claims/${judgedByTwo}`)
    await cleo.page.getByText('another one stands').waitFor()

    await fromDesk(edith.page, 'Corrections to approve', 'The harbour closed on Monday.')
    await edith.page.getByRole('button', { name: 'Approve' }).click()
    await edith.page.getByText('An earlier version of this check overlooked the night.').first().waitFor()
    expect(await now(approved)).toEqual(['published', 'Half true', 'Cleo'])

    expect([cleo, ben, edith].flatMap(({ problems }) => problems)).toEqual([])
    expect(await verifyChain(db.reader)).toMatchObject({ ok: true })
  },
)
