import { execFileSync, spawn } from 'node:child_process'
import type { Data } from './data.ts'
import { exportQuery } from './export-query.ts'
import { median } from './loading.ts'
import { ourServer } from './pages.ts'
import { residentMb, settled } from './process.ts'
import { type Line, figure } from './table.ts'

const rounds = 5

/** Measures the file of all claims, guard on, against `sqlite3 -csv`, and how much memory the server takes for it. */
export async function measureExport(data: Data): Promise<Line[]> {
  const server = await ourServer(data)
  await download(`${server.url}/claims?rating=false`, data.cookie)
  await settled(server.pid)
  const before = residentMb(server.pid)
  const watch = watchMemory(server.pid)
  const path = '/claims.csv?state=all'
  const [ours, theirs]: [number[], number[]] = [[], []]
  let bytes = 0
  for (let round = 0; round < rounds; round++) {
    const began = performance.now()
    bytes = await download(server.url + path, data.cookie)
    ours.push((performance.now() - began) / 1_000)
    if (hasSqlite()) theirs.push(await sqliteCsv(data.file))
  }
  const peak = watch.stop()
  await server.stop()
  const name = `CSV of ${data.claims.toLocaleString('en')} claims, all columns, guarded (${Math.round(bytes / 1e6)} MB)`
  return [timeLine(name, median(ours), theirs), memoryLine(before, peak)]
}

function timeLine(work: string, ours: number, theirs: number[]): Line {
  const line = { work, ours: figure(ours, 's'), target: '≤ 2 × sqlite3 -csv' }
  if (theirs.length === 0) return { ...line, limit: 'no sqlite3 here', ok: undefined }
  const ratio = ours / median(theirs)
  return { ...line, limit: figure(median(theirs), 's'), ratio: `${figure(ratio)} ×`, ok: ratio <= 2 }
}

function memoryLine(before: number | undefined, peak: number): Line {
  const line = { work: '… growth of memory', target: '< 60 MB' }
  if (before === undefined) return { ...line, ours: 'no /proc here', ok: undefined }
  const growth = peak - before
  return { ...line, ours: `${figure(growth, 'MB')} (${figure(before)} → ${figure(peak)})`, ok: growth < 60 }
}

/** Reads an answer to its end and returns how long it was. */
export async function download(url: string, cookie: string): Promise<number> {
  const answer = await fetch(url, { headers: { cookie } })
  if (!answer.ok || !answer.body) throw new Error(`${url} answers ${answer.status}`)
  let bytes = 0
  for await (const piece of answer.body) bytes += piece.length
  return bytes
}

function watchMemory(pid: number): { stop: () => number } {
  let peak = 0
  const timer = setInterval(() => (peak = Math.max(peak, residentMb(pid) ?? 0)), 20)
  return {
    stop: () => {
      clearInterval(timer)
      return peak
    },
  }
}

function hasSqlite(): boolean {
  try {
    execFileSync('sqlite3', ['--version'], { stdio: 'ignore' })
    return true
  } catch {
    return false
  }
}

// Its output is read through a pipe, like ours through a socket.
async function sqliteCsv(file: string): Promise<number> {
  const began = performance.now()
  const child = spawn('sqlite3', ['-readonly', '-csv', '-header', file, exportQuery], {
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  let bytes = 0
  for await (const piece of child.stdout) bytes += (piece as Buffer).length
  if (bytes < 1_000) throw new Error('sqlite3 gave no rows')
  return (performance.now() - began) / 1_000
}
