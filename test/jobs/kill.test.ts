import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { join } from 'node:path'
import { setTimeout } from 'node:timers/promises'
import { expect, it, onTestFinished } from 'vitest'
import { openSnapshot } from '../../db/open.ts'
import { jobs, sources } from '../../db/schema/index.ts'
import { verifyChain } from '../../server/history/chain.ts'
import { emptyFolder } from '../support/folder.ts'
import { running, start } from '../support/program.ts'

const program = join(import.meta.dirname, 'working.ts')
const count = 30

/** Starts the program, with that many new jobs. */
function working(dir: string, add: number) {
  const child = spawn(process.execPath, [program, dir, String(add)], { stdio: ['ignore', 'pipe', 'inherit'] })
  onTestFinished(() => void child.kill('SIGKILL'))
  const said = { text: '' }
  child.stdout.on('data', (data: Buffer) => void (said.text += data.toString()))
  return { child, said: () => said.text }
}

async function kill(child: ChildProcess): Promise<void> {
  const gone = once(child, 'exit')
  child.kill('SIGKILL')
  await gone
}

it('what was under way when the server is killed is done after the next start, once', { timeout: 60_000 }, async () => {
  const dir = emptyFolder()
  let under = 0
  for (let round = 0; round < 4; round++) {
    const { child, said } = working(dir, round === 0 ? count : 0)
    while (!/begun(.|\n)*begun/.test(said())) await setTimeout(5)
    await setTimeout((round * 17) % 40)
    await kill(child)
    const begun = said().match(/begun/g)?.length ?? 0
    const done = said().match(/done/g)?.length ?? 0
    if (begun > done) under++
  }
  expect(under).toBeGreaterThan(0)
  const last = working(dir, 0)
  const look = async () => {
    const { conn, close } = openSnapshot(join(dir, 'stet.sqlite'))
    const rows = await conn.select().from(jobs)
    const titles = (await conn.select({ title: sources.title }).from(sources)).map(({ title }) => title)
    const chain = await verifyChain(conn)
    close()
    return { rows, titles, chain }
  }
  while ((await look()).rows.some(({ state }) => state !== 'done')) await setTimeout(50)
  await kill(last.child)
  const { rows, titles, chain } = await look()
  expect(titles.map(Number).sort((a, b) => a - b)).toEqual(Array.from({ length: count }, (_, title) => title))
  expect(rows).toHaveLength(count)
  expect(rows.some(({ attempts }) => attempts > 1)).toBe(true)
  expect(chain).toMatchObject({ ok: true })
})

it('the server does its jobs by itself, and ends at once when it is asked to', async () => {
  const dir = emptyFolder()
  const started = await running(start({ DATA_DIR: dir }))
  const states = async () => {
    const { conn, close } = openSnapshot(join(dir, 'stet.sqlite'))
    const rows = await conn.select({ kind: jobs.kind, state: jobs.state }).from(jobs).orderBy(jobs.id)
    close()
    return rows.filter(({ kind }) => kind === 'jobs.clear')
  }
  const cleared = [
    { kind: 'jobs.clear', state: 'done' },
    { kind: 'jobs.clear', state: 'waiting' },
  ]
  await expect.poll(states, { timeout: 10_000 }).toEqual(cleared)
  started.child.kill('SIGTERM')
  expect([await started.ended, started.err()]).toEqual([0, ''])
})
