import { join } from 'node:path'
import { openDatabase } from '../../db/open.ts'
import { write } from '../../db/write.ts'
import { systemClock, systemRandom } from '../../server/chance.ts'
import { makeCheckpoint } from '../../server/history/checkpoint.ts'
import { openKey } from '../../server/history/new-key.ts'
import { record } from '../../server/history/record.ts'
import { verifyFile } from '../../server/history/verify-file.ts'
import type { Run } from './history.ts'

// node history-run.ts <folder>: signs the history there twice and checks it; prints what that took as JSON.

const [dir = ''] = process.argv.slice(2)
const db = await openDatabase({ dir, clock: systemClock, random: systemRandom, release: 'bench' })
const signing = { db, config: { keyFile: join(dir, 'stet.key') } }
await openKey(signing)
const first = await took(() => makeCheckpoint(signing, 'hourly'))
for (let more = 0; more < 10; more++)
  await write(db, (tx) => record(tx, null, 'claim.set_aside', { claim: more }, { before: 'open', reason: 'Bench.' }))
const next = await took(() => makeCheckpoint(signing, 'hourly'))
db.close()
const said: string[] = []
const before = process.cpuUsage()
const seconds = await took(async () => {
  const code = await verifyFile(join(dir, 'stet.sqlite'), (line) => said.push(line))
  if (code !== 0) throw new Error(said.join('\n'))
})
const { user, system } = process.cpuUsage(before)
const peakMb = process.resourceUsage().maxRSS / 1024
const run: Run = { seconds: seconds / 1_000, busy: (user + system) / 1_000_000, peakMb, first: first / 1_000, next }
console.log(JSON.stringify(run))

async function took(work: () => Promise<unknown>): Promise<number> {
  const began = performance.now()
  await work()
  return performance.now() - began
}
