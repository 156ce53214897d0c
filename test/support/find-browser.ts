import { execFileSync } from 'node:child_process'
import { existsSync } from 'node:fs'
import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'
import { chromium } from 'playwright-core'

const places = [
  '/usr/bin/chromium',
  '/usr/bin/chromium-browser',
  '/usr/bin/google-chrome',
  '/snap/bin/chromium',
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  '/Applications/Chromium.app/Contents/MacOS/Chromium',
  'C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe',
  'C:\\Program Files (x86)\\Microsoft\\Edge\\Application\\msedge.exe',
]

/** Finds a Chromium for the browser tests, or installs one, before any test runs; they read its path from CHROMIUM. */
export default function setup(): void {
  process.env['CHROMIUM'] = found() ?? installed() ?? ''
}

function found(): string | undefined {
  const given = process.env['CHROMIUM']
  if (given && !existsSync(given)) throw new Error(`CHROMIUM says ${given}, but there is no such file.`)
  return given || [...places, chromium.executablePath()].find((path) => existsSync(path))
}

function installed(): string | undefined {
  console.log('No Chromium found: installing one for the browser tests.')
  const cli = join(dirname(createRequire(import.meta.url).resolve('playwright-core/package.json')), 'cli.js')
  attempt(process.execPath, [cli, 'install', '--with-deps', 'chromium'], 240_000)
  if (!found() && process.platform === 'linux' && process.getuid?.() === 0) {
    attempt('apt-get', ['update'], 120_000)
    attempt('apt-get', ['install', '-y', '--no-install-recommends', 'chromium'], 600_000)
  }
  return found()
}

function attempt(command: string, args: string[], timeout: number): void {
  try {
    execFileSync(command, args, { stdio: 'ignore', timeout })
  } catch {
    // The next way is tried; openBrowser says what to do when none worked.
  }
}
