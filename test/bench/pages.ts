import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Data } from './data.ts'
import { type Loaded, load, median } from './loading.ts'
import { type Listening, answerOf, listening, processorMs, settled, startArguments } from './process.ts'
import type { Call } from './recording.ts'
import { type Line, figure } from './table.ts'

/** What our program answered to a path, and the statements it ran for it. */
export type Recorded = { path: string; status: number; body: string; calls: Call[] }

type Page = { work: string; path: string; target: number; p99?: number }

const rounds = 5
const seconds = 3

const pagesOf = ({ heavyClaim }: Data): Page[] => [
  { work: 'claims list, one rating, newest first', path: '/claims?rating=false', target: 0.45, p99: 40 },
  { work: 'reading view, 5,000 words, 100 claims', path: '/articles/1', target: 0.35 },
  { work: 'claim, 10 evidence, 3 verdicts, 30 events', path: `/claims/${heavyClaim}`, target: 0.35 },
]

/** Measures pages against the bare server, turn by turn. */
export async function measurePages(data: Data): Promise<Line[]> {
  const pages = pagesOf(data)
  const recorded = join(data.dir, 'recorded.json')
  const answers = await answerOf<Recorded[]>('test/bench/record.ts', [
    data.dir,
    data.cookie,
    ...pages.map(({ path }) => path),
  ])
  for (const { path, status } of answers) if (status !== 200) throw new Error(`${path} answers ${status}`)
  writeFileSync(recorded, JSON.stringify(answers))
  const ours = await ourServer(data)
  const limit = await listening({ args: ['test/bench/limit.ts', recorded, data.file, data.cookie] })
  await settled(ours.pid)
  const lines: Line[] = []
  for (const [index, page] of pages.entries()) {
    const size = `${Math.round((answers[index]?.body.length ?? 0) / 1_000)} kB, ${answers[index]?.calls.length} queries`
    lines.push(...(await comparePage(data, page, { ours, limit, size })))
  }
  await ours.stop()
  await limit.stop()
  return lines
}

/** The real server on the data. */
export const ourServer = ({ dir }: Pick<Data, 'dir'>): Promise<Listening> =>
  listening({ args: startArguments(), env: { PORT: '0', HOST: '127.0.0.1', DATA_DIR: dir } })

type Sides = { ours: Listening; limit: Listening; size: string }

async function comparePage({ cookie }: Data, page: Page, { ours, limit, size }: Sides): Promise<Line[]> {
  const results: Record<'ours' | 'limit', Turn[]> = { ours: [], limit: [] }
  const turn = (server: Listening, time: number) =>
    measured(server.pid, () => load({ url: server.url + page.path, cookie, connections: 16, seconds: time }))
  await turn(ours, 2)
  await turn(limit, 2)
  for (let round = 0; round < rounds; round++) {
    results.ours.push(await turn(ours, seconds))
    results.limit.push(await turn(limit, seconds))
  }
  const [ourRate, limitRate] = [rateOf(results.ours), rateOf(results.limit)]
  const ratio = ourRate / limitRate
  const line: Line = {
    work: `${page.work} (${size})`,
    ours: figure(ourRate, 'requests/s') + workOf(results.ours),
    limit: figure(limitRate, 'requests/s') + workOf(results.limit),
    ratio: figure(ratio),
    target: `≥ ${page.target}`,
    ok: ratio >= page.target,
  }
  if (page.p99 === undefined) return [line]
  const [p99, limitP99] = [median(results.ours.map((one) => one.p99)), median(results.limit.map((one) => one.p99))]
  const slowest = { work: '… its p99', ours: figure(p99, 'ms'), limit: figure(limitP99, 'ms') }
  return [line, { ...slowest, target: `< ${page.p99} ms`, ok: p99 < page.p99 }]
}

export type Turn = Loaded & { processor: number | undefined }

/** Also tells what a request cost the process. */
export async function measured(pid: number, run: () => Promise<Loaded>): Promise<Turn> {
  const before = processorMs(pid)
  const loaded = await run()
  const after = processorMs(pid)
  return {
    ...loaded,
    processor: before === undefined || after === undefined ? undefined : (after - before) / loaded.count,
  }
}

const rateOf = (turns: Turn[]) => median(turns.map(({ perSecond }) => perSecond))

/** What a request costs whoever else uses the machine: the rates only compare while nobody does. */
export function workOf(turns: Turn[]): string {
  const each = turns.flatMap(({ processor }) => processor ?? [])
  return each.length === 0 ? '' : `, ${figure(median(each), 'ms')} of processor each`
}
