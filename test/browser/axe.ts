import axe, { type Result, type RunOnly, type RunOptions } from 'axe-core'
import type { Page } from 'playwright-core'

/** Puts axe into the page that is shown. It takes longer than looking does, so do it once. */
export async function loadAxe(page: Page): Promise<void> {
  await page.evaluate(axe.source)
}

/** What axe has to say against a page that it was put into, by all its rules or by those. Frames are left out: they hold pages of others. */
export function violations(page: Page, rules?: RunOnly): Promise<Result[]> {
  const options: RunOptions = { resultTypes: ['violations'], iframes: false, ...(rules && { runOnly: rules }) }
  return page.evaluate(`axe.run(document, ${JSON.stringify(options)}).then(({ violations }) => violations)`)
}
