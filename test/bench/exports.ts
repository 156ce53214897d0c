import { execFileSync, spawn } from 'node:child_process'
import { once } from 'node:events'
import { copyFileSync } from 'node:fs'
import { type IncomingMessage, get } from 'node:http'
import Database from 'better-sqlite3'
import type { Data } from './data.ts'
import { exportQuery } from './export-query.ts'
import { type Loaded, load, median } from './loading.ts'
import { ourServer } from './pages.ts'
import { type Listening, endedChildrenMs, processorMs, residentMb, settled } from './process.ts'
import { type Line, figure } from './table.ts'

const rounds = 5

/**
 * Measures the file of all claims, guard on, against `sqlite3 -csv`, how much memory the server takes for it and for the same as
 * a workbook, and how long other pages take meanwhile.
 */
export async function measureExport(data: Data): Promise<Line[]> {
  const file = hasSqlite() ? readableByAll(data.file) : undefined
  const server = await ourServer(data)
  await download(`${server.url}/claims?rating=false`, data.cookie)
  await settled(server.pid)
  const rest = residentMb(server.pid)
  const csv = await watched(server.pid, () => compared(server, data, file))
  const { p99 } = await meanwhile(server.url, data)
  const xlsx = await watched(server.pid, () =>
    timed(() => download(`${server.url}/claims.xlsx?state=all`, data.cookie)),
  )
  await server.stop()
  const claims = `${data.claims.toLocaleString('en')} claims`
  const { ours, theirs, bytes } = csv.result
  return [
    timeLine(`CSV of ${claims}, all columns, guarded (${Math.round(bytes / 1e6)} MB)`, ours, theirs),
    memoryLine(rest, csv.peak),
    { work: '… p99 of the list meanwhile', ours: figure(p99, 'ms'), target: '< 100 ms', ok: p99 < 100 },
    { work: `XLSX of ${claims}`, ours: figure(xlsx.result, 's'), target: '–', ok: undefined },
    memoryLine(rest, xlsx.peak),
  ]
}

/** Measures only how much memory the server takes for the file of all claims. */
export async function measureExportMemory(data: Data): Promise<Line[]> {
  const server = await ourServer(data)
  await download(`${server.url}/claims?rating=false`, data.cookie)
  await settled(server.pid)
  const rest = residentMb(server.pid)
  const csv = await watched(server.pid, () => timed(() => download(`${server.url}/claims.csv?state=all`, data.cookie)))
  await server.stop()
  const work = `CSV of ${data.claims.toLocaleString('en')} claims`
  return [{ work, ours: figure(csv.result, 's'), target: '–', ok: undefined }, memoryLine(rest, csv.peak)]
}

type Took = { seconds: number; processor: number }
type Compared = { ours: Took[]; theirs: Took[]; bytes: number }

async function compared({ url, pid }: Listening, data: Data, file: string | undefined): Promise<Compared> {
  const [ours, theirs]: [Took[], Took[]] = [[], []]
  let bytes = 0
  const whole = async () => (bytes = await download(`${url}/claims.csv?state=all`, data.cookie))
  for (let round = 0; round < rounds; round++) {
    ours.push(await took(() => processorMs(pid), whole))
    if (file) theirs.push(await took(endedChildrenMs, () => sqliteCsv(file)))
  }
  return { ours, theirs, bytes }
}

async function took(processor: () => number | undefined, run: () => Promise<unknown>): Promise<Took> {
  const before = processor() ?? 0
  const seconds = await timed(run)
  return { seconds, processor: ((processor() ?? 0) - before) / 1_000 }
}

/** How long a page takes that somebody asks for while one export follows the other. */
async function meanwhile(url: string, { cookie }: Data): Promise<Loaded> {
  let going = true
  const exporting = (async () => {
    while (going) await download(`${url}/claims.csv?state=all`, cookie)
  })()
  const loaded = await load({ url: `${url}/claims?rating=false`, cookie, connections: 1, seconds: 5 })
  going = false
  await exporting
  return loaded
}

async function timed(run: () => Promise<unknown>): Promise<number> {
  const began = performance.now()
  await run()
  return (performance.now() - began) / 1_000
}

async function watched<T>(pid: number, run: () => Promise<T>): Promise<{ result: T; peak: number }> {
  const watch = watchMemory(pid)
  try {
    return { result: await run(), peak: watch.stop() }
  } finally {
    watch.stop()
  }
}

function timeLine(work: string, ours: Took[], theirs: Took[]): Line {
  const line = { work, ours: tookWords(ours), target: '≤ 1.5 × sqlite3 -csv' }
  if (theirs.length === 0) return { ...line, limit: 'no sqlite3 here', ok: undefined }
  const [ratio, processor] = [ratioOf(ours, theirs, 'seconds'), ratioOf(ours, theirs, 'processor')]
  const both = `${figure(ratio)} ×, ${figure(processor)} × of processor`
  return { ...line, limit: tookWords(theirs), ratio: both, ok: ratio <= 1.5 }
}

const medianOf = (all: Took[], what: keyof Took) => median(all.map((one) => one[what]))
const ratioOf = (ours: Took[], theirs: Took[], what: keyof Took) => medianOf(ours, what) / medianOf(theirs, what)
// Whoever else uses the machine changes how long both take, and less what they cost.
const tookWords = (all: Took[]) =>
  `${figure(medianOf(all, 'seconds'), 's')}, ${figure(medianOf(all, 'processor'), 's')} of processor`

function memoryLine(before: number | undefined, peak: number): Line {
  const line = { work: '… growth of memory', target: '< 60 MB' }
  if (before === undefined) return { ...line, ours: 'no /proc here', ok: undefined }
  const growth = peak - before
  return { ...line, ours: `${figure(growth, 'MB')} (${figure(before)} → ${figure(peak)})`, ok: growth < 60 }
}

/** Reads an answer to its end and returns how long it was: with as little work as reading from a pipe, which fetch is not. */
export async function download(url: string, cookie: string): Promise<number> {
  const [answer] = (await once(get(url, { headers: { cookie } }), 'response')) as [IncomingMessage]
  if (answer.statusCode !== 200) throw new Error(`${url} answers ${answer.statusCode}`)
  let bytes = 0
  for await (const piece of answer) bytes += (piece as Buffer).length
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

// A sqlite3 of before 2023 does not understand how the index of texts is kept, and reads nothing of a file that says it.
function readableByAll(file: string): string {
  const copy = `${file}.plain`
  copyFileSync(file, copy)
  const sqlite = new Database(copy)
  sqlite.exec('DROP VIEW search_claim_rows')
  sqlite.pragma('journal_mode = DELETE')
  sqlite.close()
  return copy
}

// Its output is read through a pipe, like ours through a socket.
async function sqliteCsv(file: string): Promise<void> {
  const child = spawn('sqlite3', ['-readonly', '-csv', '-header', file, exportQuery], {
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  const ended = once(child, 'close')
  let bytes = 0
  for await (const piece of child.stdout) bytes += (piece as Buffer).length
  await ended
  if (bytes < 1_000) throw new Error('sqlite3 gave no rows')
}
