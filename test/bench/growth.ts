import type { Data } from './data.ts'
import { load, median } from './loading.ts'
import { type Turn, measured, ourServer, workOf } from './pages.ts'
import { type Listening, settled } from './process.ts'
import { type Line, figure } from './table.ts'

const rounds = 5
const seconds = 2

const paths = ({ heavyClaim }: Data): Record<string, string> => ({
  'claims list': '/claims',
  'list by rating': '/claims?rating=false',
  'list by state': '/claims?state=open',
  'list by kind and state': '/claims?kind=numerical&state=decided',
  'list by claimant': '/claims?claimant=7&state=all',
  'list by due date': '/claims?due=overdue',
  'list without evidence': '/claims?evidence=none',
  'list by verdict': '/claims?sort=rating',
  'list by claimant, in order': '/claims?sort=claimant',
  'list by decision': '/claims?sort=decided',
  'list by statement': '/claims?sort=statement',
  'list by who has them': '/claims?sort=assignee',
  'claim page': `/claims/${heavyClaim}`,
})

/** Measures how much slower pages are on the big database than on the small one, one request at a time, turn by turn. */
export async function measureGrowth(small: Data, big: Data): Promise<Line[]> {
  const [few, many] = [await ourServer(small), await ourServer(big)]
  await settled(few.pid)
  await settled(many.pid)
  const lines: Line[] = []
  for (const name of Object.keys(paths(small))) {
    const [fewPath, manyPath] = [paths(small)[name] ?? '/', paths(big)[name] ?? '/']
    const turns: { few: Turn[]; many: Turn[] } = { few: [], many: [] }
    for (let round = 0; round <= rounds; round++) {
      const [first, second] = [await turn(few, small, fewPath), await turn(many, big, manyPath)]
      if (round === 0) continue
      turns.few.push(first)
      turns.many.push(second)
    }
    lines.push(line(name, turns))
  }
  await few.stop()
  await many.stop()
  return lines

  function line(name: string, turns: { few: Turn[]; many: Turn[] }): Line {
    const [before, after] = [timeOf(turns.few), timeOf(turns.many)]
    const ratio = after / before
    const sizes = `${small.claims.toLocaleString('en')} → ${big.claims.toLocaleString('en')}`
    return {
      work: `${name}, ${sizes} claims`,
      ours: figure(after, 'ms') + workOf(turns.many),
      limit: figure(before, 'ms') + workOf(turns.few),
      ratio: `${figure(ratio)} ×`,
      target: '≤ 1.3 ×',
      ok: ratio <= 1.3,
    }
  }
}

// By requests a second rather than by latency, which autocannon counts in whole milliseconds.
const timeOf = (turns: Turn[]) => median(turns.map(({ perSecond }) => 1_000 / perSecond))

const turn = ({ url, pid }: Listening, { cookie }: Data, path: string) =>
  measured(pid, () => load({ url: url + path, cookie, connections: 1, seconds }))
