import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import Database from 'better-sqlite3'
import { type Data, copyOf } from './data.ts'
import { type Post, load, median } from './loading.ts'
import { type Recorded, ourServer } from './pages.ts'
import { answerOf, settled } from './process.ts'
import { type Line, figure } from './table.ts'

const rounds = 5
const each = 1_500

/** Measures giving verdicts by the form against the same statements in raw transactions, turn by turn. */
export async function measureVerdicts(data: Data): Promise<Line[]> {
  const claims = claimsToJudge(data, rounds * each + each + 1)
  const raw = copyOf(data.dir, 'raw')
  const [first = 0, ...others] = claims
  const post = postOf(first)
  const recorded = await answerOf<Recorded[]>('test/bench/record.ts', [raw, data.cookie, `${post.path} ${post.form}`])
  const [answer] = recorded
  if (answer?.status !== 303) throw new Error(`${post.path} answers ${answer?.status}`)
  const recording = join(raw, 'recorded.json')
  writeFileSync(recording, JSON.stringify({ ...answer, claim: first }))
  const ours = await ourServer(data)
  await settled(ours.pid)
  const rates: Record<'ours' | 'raw', number[]> = { ours: [], raw: [] }
  for (let round = 0; round <= rounds; round++) {
    const some = others.slice(round * each, (round + 1) * each)
    const warm = round > 0
    const load16 = { url: ours.url, cookie: data.cookie, connections: 16, seconds: 0, posts: some.map(postOf) }
    const ourRate = (await load(load16)).perSecond
    const rawRate = await answerOf<number>('test/bench/raw-writes.ts', [
      recording,
      join(raw, 'stet.sqlite'),
      some.join(),
    ])
    if (warm) rates.ours.push(ourRate)
    if (warm) rates.raw.push(rawRate)
  }
  await ours.stop()
  return lines(median(rates.ours), median(rates.raw), answer.calls.filter(({ writes }) => writes).length)
}

function lines(ours: number, raw: number, statements: number): Line[] {
  const ratio = ours / raw
  return [
    {
      work: `verdict given by the form, durable (${statements} statements in the transaction)`,
      ours: figure(ours, 'verdicts/s'),
      limit: figure(raw, 'transactions/s'),
      ratio: figure(ratio),
      target: '≥ 0.5',
      ok: ratio >= 0.5,
    },
    { work: '… a second', ours: figure(ours, 'verdicts/s'), target: '≥ 300/s', ok: ours >= 300 },
  ]
}

// Claims that nobody gave a verdict on: all are judged by the same statements.
function claimsToJudge({ file, heavyClaim }: Data, count: number): number[] {
  const database = new Database(file, { readonly: true })
  const open = `SELECT id FROM claims WHERE state = 'checking' AND version = 1 AND id <> ? ORDER BY id LIMIT ?`
  const ids = database.prepare<[number, number], number>(open).pluck().all(heavyClaim, count)
  database.close()
  if (ids.length < count) throw new Error(`Only ${ids.length} claims to judge; ${count} are needed`)
  return ids
}

function postOf(claim: number): Post {
  const rationale = 'The register for the same time shows another number, and nothing speaks against it.'
  const form = new URLSearchParams({
    rating: '5',
    rationale,
    explanation: '',
    override: 'No page of it may be copied.',
    version: '1',
    after: '0',
  })
  return { path: `/claims/${claim}/verdicts`, form: form.toString() }
}
