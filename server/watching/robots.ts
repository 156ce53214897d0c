import { once } from 'node:events'
import { Worker } from 'node:worker_threads'
import { write } from '../../db/write.ts'
import { type Fetched, fetchAddress } from '../fetching/fetch.ts'
import type { Refused } from '../fetching/refusal.ts'
import { later } from '../jobs/pause.ts'
import type { World } from '../world.ts'
import type { RobotsAnswer, RobotsQuestion } from './robots-worker.ts'
import { type Robots, findHost, keepRobots } from './host-store.ts'

/** Whether a site lets programs ask for an address; `delaySeconds` is the pause that it asks for. */
export type Leave =
  { isGiven: true; delaySeconds: number } | { isGiven: false; outcome: 'robots' | 'unreached'; message: string }

const kept = 24 * 3_600_000
/** RFC 9309 has at least so much read; what comes after it is not. */
const mostCharacters = 512_000
const agent = 'Stet'

/**
 * Asks the robots.txt of the site (RFC 9309), which is kept for a day: without one everything may be asked for, and where it
 * cannot be read, nothing.
 */
export async function askLeave(world: World, address: string): Promise<Leave> {
  const { origin } = new URL(address)
  const { robots, robotsText, robotsProblem } = await robotsOf(world, origin)
  if (robots === 'unknown')
    return keepAway(
      `The site’s robots.txt could not be read, so the page was not asked for. ${robotsProblem ?? ''}`.trim(),
    )
  if (robots === 'none') return { isGiven: true, delaySeconds: 0 }
  const answer = await judge({ robots: `${origin}/robots.txt`, text: robotsText ?? '', url: address, agent })
  if (!answer) return keepAway('The site’s robots.txt could not be made sense of, so the page was not asked for.')
  const message = 'The site’s robots.txt asks programs to keep away from this page.'
  return answer.isAllowed
    ? { isGiven: true, delaySeconds: answer.delaySeconds }
    : { isGiven: false, outcome: 'robots', message }
}

const keepAway = (message: string): Leave => ({ isGiven: false, outcome: 'unreached', message })

async function robotsOf({ db, fetching }: World, origin: string): Promise<Robots> {
  const known = await findHost(db.reader, origin)
  const now = db.clock.now().toISOString()
  if (known?.robots && known.robotsAt && later(known.robotsAt, kept) > now) return { ...known, robots: known.robots }
  const read = readRobots(await fetchAddress(fetching, `${origin}/robots.txt`, { accept: 'text/plain,*/*;q=0.5' }))
  await write(db, (tx) => keepRobots(tx, origin, read))
  return read
}

function readRobots(found: Fetched | Refused): Robots {
  if ('bytes' in found)
    return { robots: 'rules', robotsText: found.bytes.toString().slice(0, mostCharacters), robotsProblem: null }
  const { status = 0, message } = found
  const isNone = status >= 400 && status < 500 && status !== 429
  return { robots: isNone ? 'none' : 'unknown', robotsText: null, robotsProblem: isNone ? null : message }
}

// Rules can be written that take seconds to match.
async function judge(question: RobotsQuestion): Promise<RobotsAnswer | undefined> {
  const worker = new Worker(new URL('./robots-worker.ts', import.meta.url), {
    workerData: question,
    resourceLimits: { maxOldGenerationSizeMb: 64, maxYoungGenerationSizeMb: 8 },
  })
  try {
    const [answer] = await once(worker, 'message', { signal: AbortSignal.timeout(5_000) })
    // What robots-worker.ts sends.
    return answer as RobotsAnswer
  } catch {
    return undefined
  } finally {
    await worker.terminate()
  }
}
