import type { RunOnly } from 'axe-core'
import { expect } from 'vitest'
import type { Page } from 'playwright-core'
import { crawl } from '../support/crawl.ts'
import { sitDown } from '../support/browser.ts'
import { demoNewsroom } from '../support/demo.ts'
import type { Newsroom } from '../support/newsroom.ts'
import { loadAxe, violations } from './axe.ts'
import { publicPages } from './public-pages.ts'

/** A way of looking at a page, and the rules of axe that it must keep, by their names or tags. */
type Look = { name: string; colorScheme: 'light' | 'dark'; width: number; rules: RunOnly }

const guidelines = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice']
// The dark page differs from the light one in its colours alone, the narrow one in where things are.
const looks: readonly Look[] = [
  { name: 'light', colorScheme: 'light', width: 1440, rules: { type: 'tag', values: guidelines } },
  { name: 'dark', colorScheme: 'dark', width: 1440, rules: { type: 'rule', values: ['color-contrast'] } },
  {
    name: 'narrow',
    colorScheme: 'light',
    width: 360,
    rules: { type: 'rule', values: ['target-size', 'scrollable-region-focusable', 'color-contrast'] },
  },
]

/** One address of every kind of page that people who are signed in find, but for those that a visitor looks at. */
async function deskPages(news: Newsroom): Promise<string[]> {
  const browser = await news.as(news.ada)
  const visits = await crawl(
    async (path) => {
      const answer = await browser.get(path).buffer(true)
      return {
        status: answer.status,
        text: answer.text ?? '',
        type: answer.headers['content-type'] ?? '',
        location: answer.headers['location'],
      }
    },
    { each: 1 },
  )
  return visits
    .filter(({ path, answer: { status, type, text } }) => {
      // A piece that htmx asks for stands in a page, and is looked at there.
      const isPage = type.startsWith('text/html') && text.startsWith('<!doctype html>')
      return status === 200 && isPage && !path.includes('?') && !path.startsWith('/reports/')
    })
    .map(({ path }) => path)
}

async function faults(page: Page, path: string): Promise<string[]> {
  const found: string[] = []
  await page.goto(path)
  if (!page.url().endsWith(path)) found.push(`${path} leads to ${page.url()}`)
  await loadAxe(page)
  for (const { name, colorScheme, width, rules } of looks) {
    await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' })
    await page.setViewportSize({ width, height: 900 })
    const grave = (await violations(page, rules)).filter(({ impact }) => impact === 'serious' || impact === 'critical')
    for (const { id, nodes } of grave) {
      const where = nodes.slice(0, 3).map(({ target }) => target.join(' '))
      found.push(`${path} (${name}) ${id}: ${where.join(' | ')}`)
    }
    const overflow = Number(await page.evaluate('document.documentElement.scrollWidth - innerWidth'))
    if (overflow > 0) found.push(`${path} (${name}) is ${overflow} px too wide`)
  }
  return found
}

/** Expects every kind of page to keep the rules in each of the looks, without a message in the browser's console: the desk's, and then the public ones signed out. */
export async function expectUsable(): Promise<void> {
  const news = await demoNewsroom()
  const signedOut = await publicPages(news)
  const signedIn = await deskPages(news)
  const paths = [...signedIn.filter((path) => !signedOut.includes(path)), '/nowhere']
  expect(paths.length).toBeGreaterThan(15)
  const { page, problems } = await sitDown(news, news.ada, { reducedMotion: 'reduce' })
  const found: string[] = []
  for (const path of paths) found.push(...(await faults(page, path)))
  await page.context().clearCookies()
  for (const path of signedOut) found.push(...(await faults(page, path)))
  expect(found).toEqual([])
  expect(problems.filter((text) => !/404|410/.test(text))).toEqual([])
}
