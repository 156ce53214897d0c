import { execFile } from 'node:child_process'
import { rmSync } from 'node:fs'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { makeHistory } from './history-data.ts'
import { type Line, figure } from './table.ts'

const events = 1_000_000
const root = join(import.meta.dirname, '..', '..')
const dir = join(root, '.bench', 'run-history')

/** What history-run.ts prints. */
export type Run = { seconds: number; busy: number; peakMb: number; first: number; next: number }

/** Measures checking a million events, in a process like that of the command, and signing: at first and then after ten more. */
export async function measureHistory(): Promise<Line[]> {
  await makeHistory({ dir, events })
  const { seconds, busy, peakMb, first, next } = await run()
  rmSync(dir, { recursive: true })
  return [
    {
      work: `check ${events.toLocaleString('en')} events and a checkpoint over them`,
      ours: figure(seconds, 's'),
      target: '< 30 s',
      ok: seconds < 30,
    },
    { work: '… processor time of it', ours: figure(busy, 's'), target: 'none', ok: undefined },
    { work: '… memory at its peak', ours: figure(peakMb, 'MB'), target: '< 300 MB', ok: peakMb < 300 },
    { work: '… sign all of them for the first time', ours: figure(first, 's'), target: 'none', ok: undefined },
    { work: 'sign ten events more', ours: figure(next, 'ms'), target: '≤ 50 ms', ok: next <= 50 },
  ]
}

// As `npm run stet` starts Node.
async function run(): Promise<Run> {
  const args = ['--require', './server/preload.cjs', 'test/bench/history-run.ts', dir]
  const { stdout } = await promisify(execFile)(process.execPath, args, { cwd: root })
  // Both sides are ours.
  return JSON.parse(stdout) as Run
}
