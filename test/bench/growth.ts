import type { Data } from './data.ts'
import { load, median } from './loading.ts'
import { ourServer } from './pages.ts'
import type { Listening } from './process.ts'
import { type Line, figure } from './table.ts'

const rounds = 5
const seconds = 1

const paths = ({ heavyClaim }: Data): Record<string, string> => ({
  'claims list': '/claims',
  'list by rating': '/claims?rating=false',
  'list by state': '/claims?state=open',
  'list by kind and state': '/claims?kind=numerical&state=decided',
  'list by claimant': '/claims?claimant=7&state=all',
  'list by due date': '/claims?due=overdue',
  'list without evidence': '/claims?evidence=none',
  'claim page': `/claims/${heavyClaim}`,
})

/** Measures how much slower pages are on the big database than on the small one, one request at a time, turn by turn. */
export async function measureGrowth(small: Data, big: Data): Promise<Line[]> {
  const [few, many] = [await ourServer(small), await ourServer(big)]
  const lines: Line[] = []
  for (const name of Object.keys(paths(small))) {
    const [fewPath, manyPath] = [paths(small)[name] ?? '/', paths(big)[name] ?? '/']
    const times: [number[], number[]] = [[], []]
    for (let round = 0; round <= rounds; round++) {
      const pair = [await milliseconds(few, small, fewPath), await milliseconds(many, big, manyPath)] as const
      if (round > 0) times.forEach((list, side) => list.push(pair[side] ?? NaN))
    }
    lines.push(line(name, median(times[0]), median(times[1])))
  }
  await few.stop()
  await many.stop()
  return lines

  function line(name: string, before: number, after: number): Line {
    const ratio = after / before
    const sizes = `${small.claims.toLocaleString('en')} → ${big.claims.toLocaleString('en')}`
    return {
      work: `${name}, ${sizes} claims`,
      ours: figure(after, 'ms'),
      limit: figure(before, 'ms'),
      ratio: `${figure(ratio)} ×`,
      target: '≤ 1.3 ×',
      ok: ratio <= 1.3,
    }
  }
}

// By requests a second rather than by latency, which autocannon counts in whole milliseconds.
async function milliseconds({ url }: Listening, { cookie }: Data, path: string): Promise<number> {
  return 1_000 / (await load({ url: url + path, cookie, connections: 1, seconds })).perSecond
}
