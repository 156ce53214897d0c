import { readFileSync } from 'node:fs'
import { parse } from 'csv-parse/sync'
import type { Page } from 'playwright-core'
import { expect, it, onTestFinished } from 'vitest'
import { serve } from '../../server/serve.ts'
import { newProfile } from '../support/browser.ts'
import { emptyFolder } from '../support/folder.ts'

/** Starts the program on a new folder, as `npm start` does, and returns the setup link it prints. */
async function startNew(): Promise<string> {
  const lines: string[] = []
  const running = await serve({ PORT: '0', DATA_DIR: emptyFolder(), LOG_LEVEL: 'silent' }, (line) => lines.push(line))
  onTestFinished(() => running.stop())
  return lines.find((line) => line.includes('/setup?code=')) ?? ''
}

const heading = (page: Page, name: string | RegExp) => page.getByRole('heading', { name }).first()

it.each([{ javaScriptEnabled: true }, { javaScriptEnabled: false }])(
  'from the printed link to the downloaded CSV (JavaScript: $javaScriptEnabled)',
  { timeout: 120_000 },
  async ({ javaScriptEnabled }) => {
    const link = await startNew()
    const profile = await newProfile({ javaScriptEnabled, acceptDownloads: true })
    const page = await profile.newPage()
    page.setDefaultTimeout(15_000)

    await page.goto(link)
    await page.getByLabel('Name').fill('Nadia Checker')
    await page.getByLabel(/e-?mail/i).fill('nadia@example.org')
    await page
      .getByLabel(/^password/i)
      .first()
      .fill('a lantern over the harbour')
    await page.getByRole('button', { name: 'Make the account and begin' }).click()
    await page.getByRole('link', { name: 'London peace talks on Ukraine' }).first().click()
    await heading(page, 'London peace talks on Ukraine').waitFor()
    const article = page.url()

    await page.getByRole('link', { name: /^Claim 31,/ }).click()
    await heading(page, /slowing significantly/).waitFor()
    await page.getByRole('link', { name: 'Add evidence' }).click()
    await page.getByLabel('Title').fill('Daily assessment of the front')
    await page.getByLabel(/^Kind/).first().selectOption('report')
    await page.getByLabel('Primary source').check()
    await page.getByLabel('Refutes', { exact: true }).check()
    await page.getByLabel(/^Passage/).fill('-5% territory taken in March\nthan in February')
    await page.getByRole('button', { name: 'Add evidence' }).last().click()
    await page.getByText('Daily assessment of the front').first().waitFor()

    await page.goto(article)
    await page.getByRole('link', { name: /^Claim 31,/ }).click()
    await heading(page, /slowing significantly/).waitFor()
    await page.getByRole('link', { name: 'Give a verdict' }).click()
    await page.locator('label').filter({ hasText: 'Half true' }).first().click()
    await page.getByLabel('Rationale').fill('=Slower, "yes"; but not in every month.')
    await page.getByRole('button', { name: 'Give this verdict' }).click()
    await page.getByText('but not in every month').first().waitFor()

    await page.goto(article)
    const [download] = await Promise.all([
      page.waitForEvent('download'),
      page.getByRole('button', { name: 'Export CSV' }).click(),
    ])
    const bytes = readFileSync(await download.path())
    expect(bytes.subarray(0, 3)).toEqual(Buffer.from([0xef, 0xbb, 0xbf]))
    const rows: Record<string, string>[] = parse(bytes, { columns: true, bom: true })
    expect(rows.length).toBeGreaterThanOrEqual(20)
    const decided = rows.filter((row) => row['state'] === 'decided')
    expect(decided).toHaveLength(1)
    expect(decided[0]).toMatchObject({
      rating: 'half-true',
      rating_value: '3',
      decision_basis: 'single',
      checker: 'Nadia Checker',
      rationale: '\'=Slower, "yes"; but not in every month.',
      claimant: 'John Healey',
      refutes_count: '1',
      article_title: 'London peace talks on Ukraine',
    })
  },
)
