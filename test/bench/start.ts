import type { Data } from './data.ts'
import { download } from './exports.ts'
import { median } from './loading.ts'
import { ourServer } from './pages.ts'
import { residentMb, settled } from './process.ts'
import { type Line, figure } from './table.ts'

const rounds = 5

/** Measures from the command to the first answered page, and what the server takes when nobody asks for anything. */
export async function measureStart(data: Data): Promise<Line[]> {
  const times: number[] = []
  let atRest: number | undefined
  for (let round = 0; round < rounds; round++) {
    const began = performance.now()
    const server = await ourServer(data)
    await download(`${server.url}/claims?rating=false`, data.cookie)
    times.push((performance.now() - began) / 1_000)
    if (round === rounds - 1) {
      await settled(server.pid)
      atRest = residentMb(server.pid)
    }
    await server.stop()
  }
  const time = median(times)
  const rest = atRest === undefined ? 'no /proc here' : figure(atRest, 'MB')
  return [
    { work: 'start to the first answered page', ours: figure(time, 's'), target: '≤ 1.0 s', ok: time <= 1 },
    { work: '… memory at rest', ours: rest, target: '< 150 MB', ok: atRest === undefined ? undefined : atRest < 150 },
  ]
}
