import { type ChildProcess, type StdioOptions, spawn } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import { text } from 'node:stream/consumers'
import packageJson from '../../package.json' with { type: 'json' }

const root = join(import.meta.dirname, '..', '..')

/** A process of its own that says where it listens in its first line of output. */
export type Listening = { url: string; pid: number; stop: () => Promise<void> }

const running = new Set<ChildProcess>()
// A bench that fails leaves nothing running behind it.
process.on('exit', () => running.forEach((child) => child.kill('SIGKILL')))

type Start = { args: string[]; env?: Record<string, string> }

/** Starts a server with those arguments to Node, and waits until it has said its address. Its errors go to ours. */
export async function listening({ args, env = {} }: Start): Promise<Listening> {
  const child = spawn(process.execPath, args, {
    cwd: root,
    env: { ...process.env, ...env },
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  running.add(child)
  const url = await firstAddress(child)
  return { url, pid: child.pid ?? 0, stop: () => ended(child) }
}

/** What `npm start` gives to Node. */
export const startArguments = (): string[] => packageJson.scripts.start.split(' ').slice(1)

async function firstAddress(child: ChildProcess): Promise<string> {
  if (!child.stdout) throw new Error('The process has no output')
  for await (const line of createInterface(child.stdout)) {
    const [address] = /http:\/\/[\w.:[\]]+/.exec(line) ?? []
    if (address) {
      child.stdout.resume()
      return address
    }
  }
  throw new Error(`It ended before it listened: ${child.spawnargs.join(' ')}`)
}

async function ended(child: ChildProcess): Promise<void> {
  running.delete(child)
  const exit = new Promise((resolve) => child.once('exit', resolve))
  child.kill('SIGTERM')
  await exit
}

/** Runs one of our files to its end, gives it `input` to read, and reads what it printed as JSON. */
export async function answerOf<T>(file: string, args: string[], input = ''): Promise<T> {
  const stdio: StdioOptions = ['pipe', 'pipe', 'inherit']
  const child = spawn(process.execPath, [join(root, file), ...args], { cwd: root, stdio })
  running.add(child)
  child.stdin?.end(input)
  const printed = child.stdout ? await text(child.stdout) : ''
  running.delete(child)
  // Both sides are ours, and the caller knows what the file prints.
  return JSON.parse(printed) as T
}

/** Resident memory of a process in MB, undefined where /proc is not. */
export function residentMb(pid: number): number | undefined {
  try {
    const [, kb] = /VmRSS:\s+(\d+)/.exec(readFileSync(`/proc/${pid}/status`, 'utf8')) ?? []
    return kb === undefined ? undefined : Number(kb) / 1024
  } catch {
    return undefined
  }
}

/** Processor time that a process has used so far, in milliseconds; undefined where /proc is not. */
export const processorMs = (pid: number): number | undefined => statMs(pid, 11)

// Two numbers that stand beside each other, for the program and for the system, in the hundredths of a second that Linux counts in.
function statMs(pid: number | 'self', at: number): number | undefined {
  try {
    const fields = readFileSync(`/proc/${pid}/stat`, 'utf8').split(') ')[1]?.split(' ') ?? []
    return (Number(fields[at]) + Number(fields[at + 1])) * 10
  } catch {
    return undefined
  }
}

/** Processor time of the processes that this one started and that have ended, in milliseconds; undefined where /proc is not. */
export const endedChildrenMs = (): number | undefined => statMs('self', 13)

/** Waits until a process has nothing to do: a server that has just started looks through its file for damage. */
export async function settled(pid: number): Promise<void> {
  for (let before = processorMs(pid) ?? 0, tries = 0; tries < 240; tries++) {
    await pause(500)
    const after = processorMs(pid) ?? 0
    if (after - before <= 10) return
    before = after
  }
}

export const pause = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms))
