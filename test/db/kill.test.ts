import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import { setTimeout } from 'node:timers/promises'
import { expect, it, onTestFinished } from 'vitest'
import { openSnapshot } from '../../db/open.ts'
import { sources } from '../../db/schema/index.ts'
import { verifyChain } from '../../server/history/chain.ts'
import { emptyFolder } from '../support/folder.ts'
import { password } from '../support/newsroom.ts'

// More rounds find rarer moments: KILL_ROUNDS=100 for a long look.
const rounds = Number(process.env.KILL_ROUNDS ?? 5)
const clients = 6

const main = join(import.meta.dirname, '..', '..', 'server', 'main.ts')

/** Starts the program and waits until it has printed a line like that; answers with what the line says. */
async function start(dir: string, wanted: RegExp): Promise<{ child: ChildProcess; said: string }> {
  const env = { PATH: process.env.PATH, PORT: '0', DATA_DIR: dir }
  const child = spawn(process.execPath, [main], { env, stdio: ['ignore', 'pipe', 'inherit'] })
  onTestFinished(() => void child.kill('SIGKILL'))
  for await (const line of createInterface({ input: child.stdout })) {
    const said = wanted.exec(line)?.[0]
    if (said) return { child, said }
  }
  throw new Error(`The server ended without saying ${String(wanted)}`)
}

async function kill(child: ChildProcess): Promise<void> {
  const gone = once(child, 'exit')
  child.kill('SIGKILL')
  await gone
}

const post = (address: string, cookie: string, fields: Record<string, string>) =>
  fetch(address, { method: 'POST', redirect: 'manual', headers: { Cookie: cookie }, body: new URLSearchParams(fields) })

/** Makes the first account through the printed link, and returns its cookie. */
async function setUp(link: string): Promise<string> {
  const { origin, searchParams } = new URL(link)
  const fields = { code: searchParams.get('code') ?? '', name: 'Ada', email: 'ada@example.org', password }
  const answer = await post(`${origin}/setup`, '', fields)
  expect(answer.status).toBe(303)
  const cookies = answer.headers.getSetCookie().map((cookie) => cookie.split(';', 1)[0] ?? '')
  return cookies.find((cookie) => cookie.startsWith('stet=')) ?? ''
}

/** Sends sources one after the other until the server is gone; `saved` takes the titles that it said were saved. */
async function keepSending(origin: string, cookie: string, name: string, saved: string[]): Promise<void> {
  for (let number = 0; ; number++) {
    const title = `${name} ${number}`
    try {
      const answer = await post(`${origin}/sources`, cookie, { title, kind: 'record' })
      if (answer.status === 303) saved.push(title)
      else throw new Error(`The server answered ${answer.status}`)
    } catch (error) {
      if (error instanceof TypeError) return
      throw error
    }
  }
}

it('loses nothing that was answered, however it is killed', { timeout: 60_000 + rounds * 30_000 }, async () => {
  const dir = emptyFolder()
  const saved: string[] = []
  let server = await start(dir, /^http\S+setup\?code=\S+/)
  const cookie = await setUp(server.said)
  for (let round = 0; round < rounds; round++) {
    const { origin } = new URL(server.said)
    const names = Array.from({ length: clients }, (_, client) => `Round ${round}, client ${client}, source`)
    const sending = names.map((name) => keepSending(origin, cookie, name, saved))
    // Long enough on a busy machine too: each round has answered some before the end comes.
    const before = saved.length
    while (saved.length <= before + clients) await setTimeout(20)
    await setTimeout((round * 137) % 400)
    await kill(server.child)
    await Promise.all(sending)
    server = await start(dir, /http\S+$/)
    const { conn, close } = openSnapshot(join(dir, 'stet.sqlite'))
    const stored = new Set((await conn.select({ title: sources.title }).from(sources)).map(({ title }) => title))
    expect(saved.filter((title) => !stored.has(title))).toEqual([])
    // What was under way may be there or not, but never more than one a client and round.
    expect(stored.size - saved.length).toBeLessThanOrEqual(clients * (round + 1))
    expect(await verifyChain(conn)).toMatchObject({ ok: true })
    close()
  }
  await kill(server.child)
  expect(saved.length).toBeGreaterThan(rounds * clients)
})
