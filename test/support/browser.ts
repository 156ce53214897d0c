import { once } from 'node:events'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { type Browser, type BrowserContext, type BrowserContextOptions, type Page, chromium } from 'playwright-core'
import { onTestFinished } from 'vitest'
import type { Person } from '../../server/accounts/permissions.ts'
import type { Newsroom } from './newsroom.ts'

const quiet = ['--disable-gpu', '--disable-quic', '--no-first-run', '--disable-background-networking', '--disable-sync']

// Starting one takes longer than most of what is done in it. It ends with the process that runs the tests.
let running: Browser | undefined

/** A profile of its own in a real browser without a window, closed after the test. Throws a sentence that says what to do where there is none. */
export async function newProfile(options: BrowserContextOptions): Promise<BrowserContext> {
  if (!running?.isConnected()) running = await startBrowser()
  const profile = await running.newContext({ viewport: { width: 1440, height: 900 }, ...options })
  onTestFinished(() => profile.close())
  return profile
}

function startBrowser(): Promise<Browser> {
  const executablePath = process.env['CHROMIUM']
  if (!executablePath)
    throw new Error(
      'The browser tests need Chromium. Install it (Debian: apt-get install chromium), or set CHROMIUM to its path.',
    )
  // Chromium refuses its sandbox to root.
  const args = process.getuid?.() === 0 ? [...quiet, '--no-sandbox'] : quiet
  return chromium.launch({ executablePath, args })
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
  return takeSeat(news, person, { baseURL: await serveNewsroom(news), ...options })
}

/** Several people at the same newsroom at once, each with a browser profile of their own. */
export async function sitTogether(news: Newsroom, people: readonly Person[]): Promise<Seat[]> {
  const baseURL = await serveNewsroom(news)
  const seats: Seat[] = []
  for (const person of people) seats.push(await takeSeat(news, person, { baseURL }))
  return seats
}

type SeatOptions = BrowserContextOptions & { baseURL: string }

async function takeSeat(news: Newsroom, person: Person, options: SeatOptions): Promise<Seat> {
  const profile = await newProfile(options)
  const [name = '', value = ''] = (await news.as(person)).cookie.split('=')
  await profile.addCookies([{ name, value, url: options.baseURL }])
  const page = await profile.newPage()
  page.setDefaultTimeout(15_000)
  const problems: string[] = []
  page.on('pageerror', (error) => problems.push(error.message))
  page.on('console', (message) => message.type() === 'error' && problems.push(message.text()))
  return { page, address: options.baseURL, problems }
}
