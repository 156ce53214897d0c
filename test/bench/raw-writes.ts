import { readFileSync } from 'node:fs'
import Database from 'better-sqlite3'
import type { Recorded } from './pages.ts'
import type { Call } from './recording.ts'

// node raw-writes.ts <recorded.json> <database> <claims>: runs the statements of one verdict for each claim, the writing ones
// in one immediate transaction with synchronous=FULL, as better-sqlite3 alone would; prints how many a second.

const [recordedFile = '', databaseFile = '', list = ''] = process.argv.slice(2)
// What verdicts.ts wrote.
const recorded = JSON.parse(readFileSync(recordedFile, 'utf8'), revive) as Recorded & { claim: number }
const database = new Database(databaseFile)
database.pragma('journal_mode = WAL')
database.pragma('synchronous = FULL')
database.pragma('foreign_keys = ON')
database.pragma('recursive_triggers = ON')

const steps = recorded.calls.map(prepare)
const seqs = newSeqs(recorded.calls)
let lastSeq = Number(database.prepare('SELECT max(seq) FROM events').pluck().get())
const claims = list.split(',').map(Number)

const began = performance.now()
for (const claim of claims) runOnce(claim)
console.log(JSON.stringify((1_000 * claims.length) / (performance.now() - began)))

type Step = Call & { statement: Database.Statement }

function prepare(call: Call): Step {
  return { ...call, statement: database.prepare(call.sql) }
}

function runOnce(claim: number): void {
  const values = valuesFor(claim)
  const run = ({ statement, how, params }: Step) => statement[how](...params.map((value) => values.get(value) ?? value))
  for (const step of steps) if (!step.writes) run(step)
  const transact = database.transaction(() => {
    for (const step of steps) if (step.writes) run(step)
  })
  transact.immediate()
}

// The numbers that have to be new each time: the claim, and the places in the history.
function valuesFor(claim: number): Map<unknown, unknown> {
  const pairs = seqs.map((seq): [number, number] => [seq, ++lastSeq])
  return new Map<unknown, unknown>([[recorded.claim, claim], ...pairs])
}

function newSeqs(calls: Call[]): number[] {
  const appends = calls.filter(({ sql }) => sql.startsWith('insert into "events"'))
  return appends.map(({ params }) => Number(params[0]))
}

function revive(_key: string, value: unknown): unknown {
  const isBytes =
    typeof value === 'object' && value !== null && 'type' in value && value.type === 'Buffer' && 'data' in value
  return isBytes && Array.isArray(value.data) ? Buffer.from(value.data) : value
}
