import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import { emailOf, everyone, leaver, password } from '../../seeds/demo/people.ts'
import { makeDemo } from '../../seeds/demo/make.ts'
import { type Answer, crawl } from './crawl.ts'

// `npm run boot`: fills a folder with the demo newsroom, starts the real server on it, and asks for every page as everyone.

const dir = join(mkdtempSync(join(tmpdir(), 'stet-boot-')), 'data')
const server = { child: undefined as ChildProcess | undefined }
try {
  await makeDemo({ dir, now: new Date(), say: () => undefined })
  const address = await start()
  for (const who of everyone.filter((each) => each !== leaver)) await visitEverything(address, who)
  await stop()
} catch (error) {
  console.error(error)
  process.exitCode = 1
} finally {
  server.child?.kill('SIGKILL')
  rmSync(join(dir, '..'), { recursive: true, force: true })
}

async function start(): Promise<string> {
  const main = join(import.meta.dirname, '..', '..', 'server', 'main.ts')
  const child = spawn(process.execPath, [main], {
    env: { ...process.env, DATA_DIR: dir, PORT: '0' },
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  server.child = child
  for await (const line of createInterface({ input: child.stdout })) {
    const address = /running at (\S+)$/.exec(line)?.[1]
    if (address) return address
  }
  throw new Error('The server ended before it said where it is')
}

async function visitEverything(address: string, who: (typeof everyone)[number]): Promise<void> {
  const cookie = await signIn(address, emailOf(who))
  const visits = await crawl((path) => get(address + path, cookie), { each: 5 })
  const wrong = visits.filter(({ answer }) => answer.status !== 200 && answer.status !== 303)
  console.log(`${who}: ${visits.length} addresses asked for, ${wrong.length} wrong`)
  for (const { path, from, answer } of wrong) console.error(`${answer.status} ${path} (linked from ${from})`)
  if (wrong.length > 0 || visits.length < 20) throw new Error(`Not every page could be read as ${who}`)
}

async function signIn(address: string, email: string): Promise<string> {
  const answer = await fetch(`${address}/sign-in`, {
    method: 'POST',
    body: new URLSearchParams({ email, password }),
    redirect: 'manual',
  })
  const cookie = answer.headers.getSetCookie().find((text) => text.startsWith('stet='))
  if (!cookie) throw new Error(`Signing in as ${email} was answered ${answer.status}`)
  return cookie.split(';')[0] ?? ''
}

async function get(url: string, cookie: string): Promise<Answer> {
  const answer = await fetch(url, { headers: { cookie }, redirect: 'manual' })
  const location = answer.headers.get('location') ?? undefined
  return { status: answer.status, text: await answer.text(), type: answer.headers.get('content-type') ?? '', location }
}

async function stop(): Promise<void> {
  server.child?.kill('SIGTERM')
  const [code] = server.child ? await once(server.child, 'exit') : [undefined]
  if (code !== 0) throw new Error(`Asked to stop, the server ended with ${String(code)}`)
}
