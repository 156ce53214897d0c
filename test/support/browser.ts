import { once } from 'node:events'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { type Browser, type BrowserContextOptions, type Page, chromium } from 'playwright-core'
import { onTestFinished } from 'vitest'
import type { Person } from '../../server/accounts/permissions.ts'
import type { Newsroom } from './newsroom.ts'

const quiet = ['--disable-gpu', '--disable-quic', '--no-first-run', '--disable-background-networking', '--disable-sync']

/** A real browser without a window, closed after the test. Throws a sentence that says what to do where there is none. */
export async function openBrowser(): Promise<Browser> {
  const executablePath = process.env['CHROMIUM']
  if (!executablePath)
    throw new Error(
      'The browser tests need Chromium. Install it (Debian: apt-get install chromium), or set CHROMIUM to its path.',
    )
  // Chromium refuses its sandbox to root.
  const args = process.getuid?.() === 0 ? [...quiet, '--no-sandbox'] : quiet
  const browser = await chromium.launch({ executablePath, args })
  onTestFinished(() => browser.close())
  return browser
}

/** Serves the newsroom on a free port until the test ends, and returns its address. */
async function serveNewsroom({ app }: Pick<Newsroom, 'app'>): Promise<string> {
  const server = createServer(app).listen(0, '127.0.0.1')
  await once(server, 'listening')
  onTestFinished(() => {
    server.close()
    server.closeAllConnections()
  })
  // A server that listens on a port has an AddressInfo.
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}`
}

export type Seat = { page: Page; address: string; problems: string[] }

/** A page of the newsroom in a browser, signed in as that person. `problems` collects script errors and refusals by the CSP. */
export async function sitDown(news: Newsroom, person: Person, options: BrowserContextOptions = {}): Promise<Seat> {
  return takeSeat(news, person, { address: await serveNewsroom(news), browser: await openBrowser(), options })
}

/** Several people at the same newsroom at once, each with a browser profile of their own. */
export async function sitTogether(news: Newsroom, people: readonly Person[]): Promise<Seat[]> {
  const room = { address: await serveNewsroom(news), browser: await openBrowser(), options: {} }
  return Promise.all(people.map((person) => takeSeat(news, person, room)))
}

type Room = { address: string; browser: Browser; options: BrowserContextOptions }

async function takeSeat(news: Newsroom, person: Person, { address, browser, options }: Room): Promise<Seat> {
  const context = await browser.newContext({ baseURL: address, viewport: { width: 1440, height: 900 }, ...options })
  const [name = '', value = ''] = (await news.as(person)).cookie.split('=')
  await context.addCookies([{ name, value, url: address }])
  const page = await context.newPage()
  page.setDefaultTimeout(15_000)
  const problems: string[] = []
  page.on('pageerror', (error) => problems.push(error.message))
  page.on('console', (message) => message.type() === 'error' && problems.push(message.text()))
  return { page, address, problems }
}
