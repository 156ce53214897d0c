import { write } from '../../db/write.ts'
import type { World } from '../world.ts'
import type { JobKinds } from './kind.ts'
import { resumeJobs } from './resume.ts'
import { begin, carryOut, hung, putOff, serverEnds } from './run.ts'
import { dueKinds, runningJobs } from './store.ts'

/** What does the jobs while the server runs: one of each kind at a time, or as many as the kind says. */
export type Runner = {
  /** Takes up what the last server left, and looks for due jobs every second from then on. */
  start: () => Promise<void>
  /** Begins what is due. */
  look: () => Promise<void>
  /** Breaks off what runs and puts it back; waits for that, two seconds at most. */
  stop: () => Promise<void>
}

type Going = { kind: string; controller: AbortController; id: number | undefined; ended: Promise<void> }

/** A runner that has not begun yet. */
export function newRunner(world: World, kinds: JobKinds): Runner {
  const going = new Set<Going>()
  let timer: NodeJS.Timeout | undefined
  let isStopped = false

  const look = async () => {
    try {
      await stopHung(world, kinds, [...going])
      for (const kind of await dueKinds(world.db.reader, world.db.clock.now().toISOString())) {
        if (!isStopped && hasRoom(kind)) launch(kind)
      }
    } catch (error) {
      if (!isStopped) world.log.error({ err: error }, 'the due jobs could not be looked for')
    }
  }

  const hasRoom = (kind: string) => [...going].filter((one) => one.kind === kind).length < (kinds[kind]?.atOnce ?? 0)

  const launch = (kind: string) => {
    const one: Going = { kind, controller: new AbortController(), id: undefined, ended: Promise.resolve() }
    going.add(one)
    one.ended = run(kind, one)
      .catch(
        (error: unknown) => isStopped || world.log.error({ err: error, kind }, 'how a job ended was not written down'),
      )
      .then((isMore) => {
        going.delete(one)
        if (isMore === true && !isStopped) void look()
      })
  }

  const run = async (kind: string, one: Going): Promise<boolean> => {
    const begun = await begin(world, kinds, kind)
    if (!begun) return false
    one.id = begun.job.id
    if (hasRoom(kind)) void look()
    await carryOut(world, begun, one.controller.signal)
    return true
  }

  return {
    look,
    start: async () => {
      if (isStopped) return
      await resumeJobs(world, kinds)
      timer = setInterval(() => void look(), 1_000).unref()
      await look()
    },
    stop: async () => {
      isStopped = true
      clearInterval(timer)
      const ended = [...going].map((one) => one.ended)
      for (const { controller } of going) controller.abort(serverEnds)
      const patience = new Promise((resolve) => setTimeout(resolve, 2_000).unref())
      await Promise.race([Promise.all(ended), patience])
    },
  }
}

/** Does one after the other all that is due, until nothing is; returns how many runs that were. For tests and commands. */
export async function runDueJobs(world: World, kinds: JobKinds): Promise<number> {
  const { db } = world
  await stopHung(world, kinds, [])
  for (let runs = 0; ;) {
    const before = runs
    for (const kind of await dueKinds(db.reader, db.clock.now().toISOString())) {
      const begun = await begin(world, kinds, kind)
      if (!begun) continue
      await carryOut(world, begun, new AbortController().signal)
      runs++
    }
    if (runs === before) return runs
  }
}

// A run without a lease is broken off; where nobody has it in hand any more, it is put off here.
async function stopHung(world: World, kinds: JobKinds, going: Going[]): Promise<void> {
  const over = await runningJobs(world.db.reader, world.db.clock.now().toISOString())
  for (const job of over) {
    const inHand = going.find(({ id }) => id === job.id)
    const kind = kinds[job.kind]
    if (inHand) inHand.controller.abort(hung)
    else if (kind) {
      const run = { id: job.id, kind: job.kind, attempt: job.attempts }
      await write(world.db, (tx) => putOff(world, tx, { job, run, kind }, hung))
    }
  }
}
