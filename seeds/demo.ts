import { parseArgs } from 'node:util'
import { BadSettings, StartRefused } from '../server/errors.ts'
import { makeDemo } from './demo/make.ts'

// npm run demo [-- --claims 100000]: fills DEMO_DIR (./demo-data) with a newsroom that does not exist.

try {
  const dir = process.env.DEMO_DIR || 'demo-data'
  await makeDemo({ dir, claims: readClaims(), now: new Date(), say: console.log })
} catch (error) {
  if (!(error instanceof StartRefused)) throw error
  console.error(error.message)
  process.exitCode = error.exitCode
}

function readClaims(): number | undefined {
  const usage = 'Use it as: npm run demo, or for volume: npm run demo -- --claims 100000'
  try {
    const { claims } = parseArgs({ options: { claims: { type: 'string' } } }).values
    if (claims === undefined) return undefined
    if (/^[1-9]\d{0,6}$/.test(claims)) return Number(claims)
  } catch {
    // An unknown option: told like a bad number.
  }
  throw new BadSettings(`The number of claims is a whole number up to 9999999. ${usage}`)
}
