import { type ChildProcess, execFileSync, spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdirSync } from 'node:fs'
import { join } from 'node:path'
import { onTestFinished } from 'vitest'
import { emptyFolder } from './folder.ts'

const server = join(import.meta.dirname, '..', '..', 'server')
const asStarted = [
  '--max-semi-space-size=8',
  '--no-allocation-site-pretenuring',
  '--require',
  join(server, 'preload.cjs'),
]
type Env = Record<string, string>
export type Started = { child: ChildProcess; out: () => string; err: () => string; ended: Promise<number | null> }

/** Starts the program as `npm start` does, as another user where one is named. */
export function start(env: Env, uid?: number): Started {
  const said = { out: '', err: '' }
  const child = spawn(process.execPath, [...asStarted, join(server, 'main.ts')], {
    env: { PATH: process.env.PATH, PORT: '0', ...env },
    stdio: ['ignore', 'pipe', 'pipe'],
    ...(uid !== undefined && { uid, gid: uid }),
  })
  child.stdout.on('data', (data: Buffer) => void (said.out += data.toString()))
  child.stderr.on('data', (data: Buffer) => void (said.err += data.toString()))
  onTestFinished(() => void child.kill('SIGKILL'))
  // 'close' comes when all that was said has been read.
  const ended = once(child, 'close').then(([code]: (number | null)[]) => code ?? null)
  return { child, out: () => said.out, err: () => said.err, ended }
}

/** Waits until the program says where it runs, or something else. */
export async function running(started: Started, said = /running at/): Promise<Started> {
  while (!said.test(started.out())) {
    const ended = await Promise.race([started.ended, new Promise((resolve) => setTimeout(resolve, 50, 'not yet'))])
    if (ended !== 'not yet') throw new Error(`It ended with ${String(ended)}: ${started.err()}`)
  }
  return started
}

/** Whether this user may try to: root on Linux, though a container may still forbid it. */
export const mayMount = process.platform === 'linux' && process.getuid?.() === 0

/** A disk of its own, until the test ends; without the right to mount one, the test is skipped. */
export function mounted(options: string, skip: (reason: string) => never): string {
  const dir = join(emptyFolder(), 'disk')
  mkdirSync(dir)
  try {
    execFileSync('mount', ['-t', 'tmpfs', '-o', options, 'tmpfs', dir], { stdio: 'ignore' })
  } catch {
    skip('needs the right to mount a file system')
  }
  onTestFinished(() => void execFileSync('umount', ['-l', dir]))
  return dir
}
