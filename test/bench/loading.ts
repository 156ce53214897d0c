import { answerOf } from './process.ts'

export type Post = { path: string; form: string }
/** With `posts`, each is sent once, and `seconds` does not matter. */
export type Load = { url: string; cookie: string; connections: number; seconds: number; posts?: Post[] }
export type Loaded = { perSecond: number; p50: number; p99: number; average: number; count: number; failed: number }

/** Sends requests from a third process. Throws when any was not answered as it should. */
export async function load(wanted: Load): Promise<Loaded> {
  const loaded = await answerOf<Loaded>('test/bench/load.ts', [], JSON.stringify(wanted))
  if (loaded.failed > 0) throw new Error(`${loaded.failed} requests to ${wanted.url} failed`)
  return loaded
}

export function median(values: number[]): number {
  const sorted = values.toSorted((a, b) => a - b)
  const middle = sorted.length >> 1
  return sorted.length % 2 === 1 ? (sorted[middle] ?? NaN) : ((sorted[middle - 1] ?? NaN) + (sorted[middle] ?? NaN)) / 2
}
