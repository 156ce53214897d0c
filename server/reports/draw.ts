import { once } from 'node:events'
import { Worker } from 'node:worker_threads'
import { sha256 } from '../history/record.ts'
import { newPageCache } from './page-cache.ts'

// What was drawn once is drawn the same again: a memory of a pure function, by the hash of what it was given.
const drawn = newPageCache(16_000_000)
let last: Promise<unknown> = Promise.resolve()

/**
 * An SVG as a PNG, drawn in a thread of its own, one at a time; undefined where it cannot be drawn: the program for it is not there for
 * every system.
 */
export async function drawPng(svg: string): Promise<Buffer | undefined> {
  const name = sha256(svg).toString('base64url')
  const known = drawn.find(name, 0)
  if (known) return known.body
  const drawing = last.then(() => drawn.find(name, 0)?.body ?? inThread(svg))
  last = drawing
  const body = await drawing
  return body && drawn.keep(name, 0, { type: 'image/png', body, etag: name }).body
}

let able: Promise<boolean> | undefined

/** Whether pictures can be drawn on this system: found out once. */
export const canDraw = (): Promise<boolean> =>
  (able ??= drawPng('<svg xmlns="http://www.w3.org/2000/svg" width="1" height="1"/>').then((png) => png !== undefined))

async function inThread(svg: string): Promise<Buffer | undefined> {
  const worker = new Worker(new URL('./draw-worker.ts', import.meta.url), {
    workerData: svg,
    env: {},
    execArgv: [],
    resourceLimits: { maxOldGenerationSizeMb: 64, maxYoungGenerationSizeMb: 8 },
  })
  try {
    const [png] = await once(worker, 'message', { signal: AbortSignal.timeout(20_000) })
    // What draw-worker.ts sends.
    return Buffer.from(png as Uint8Array)
  } catch {
    return undefined
  } finally {
    await worker.terminate()
  }
}
