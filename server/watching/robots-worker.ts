import { parentPort, workerData } from 'node:worker_threads'
import robotsParser from 'robots-parser'

/** What is asked of a robots.txt: its own address and text, and the address that somebody wants to ask for. */
export type RobotsQuestion = { robots: string; text: string; url: string; agent: string }
export type RobotsAnswer = { isAllowed: boolean; delaySeconds: number }

// The package is CommonJS that exports the function itself; its types describe it as a default export.
const parse = robotsParser as unknown as typeof robotsParser.default

// What watching/robots.ts sends.
const { robots, text, url, agent } = workerData as RobotsQuestion
const rules = parse(robots, text)
parentPort?.postMessage({
  isAllowed: rules.isAllowed(url, agent) ?? true,
  delaySeconds: rules.getCrawlDelay(agent) ?? 0,
} satisfies RobotsAnswer)
