import type { z } from 'zod'
import type { Tx } from '../../db/conn.ts'
import type { World } from '../world.ts'

/** One run of a job. `attempt` counts from 1 and makes the run's writes its own. */
export type Run = { id: number; kind: string; attempt: number }

export type JobContext = {
  world: World
  run: Run
  /**
   * Ends the job in the transaction of its effect, so that both happen once or neither does. Throws JobLost, which rolls the
   * effect back, when this run was taken for hung and another has the job. A job that never calls it ends when `run` returns.
   */
  complete: (tx: Tx) => Promise<void>
  /** Writes down how far it is, and keeps it from being taken for hung. */
  progress: (tx: Tx, done: number, total: number) => Promise<void>
}

type Handler<P> = (context: JobContext, payload: P, signal: AbortSignal) => Promise<void>

type Described<P> = {
  /** What it does, as the list of jobs says it: “Look at a watched source”. */
  words: string
  /** What this one is about, with its address. */
  about?: (payload: P) => { text: string; href: string }
  /** How often it is tried in all before it is for an admin; 5 when not said. */
  attempts?: number
  /** How many minutes it may go without moving on before it counts as hung; 10 when not said. */
  minutes?: number
  /** How many may run at a time; 1 when not said. */
  atOnce?: number
  /** Begun again this many minutes after each end. Such a job is made by itself, with an empty payload. */
  everyMinutes?: number
}

/** A kind of job as the runner sees it. */
export type JobKind = Required<Pick<Described<unknown>, 'words' | 'attempts' | 'minutes' | 'atOnce'>> & {
  everyMinutes: number | undefined
  about: (payload: unknown) => { text: string; href: string } | undefined
  run: Handler<unknown>
}

/** Every kind that the server knows, by the name that is stored. */
export type JobKinds = Record<string, JobKind>

/** A kind of job: what it is given, what it is called and what it does. It runs outside any transaction and makes its own. */
export function jobKind<S extends z.ZodType>(
  schema: S,
  { attempts = 5, minutes = 10, atOnce = 1, everyMinutes, about, words }: Described<z.output<S>>,
  run: Handler<z.output<S>>,
): JobKind {
  return {
    words,
    attempts,
    minutes,
    atOnce,
    everyMinutes,
    about: (payload) => {
      const read = schema.safeParse(payload)
      return read.success ? about?.(read.data) : undefined
    },
    run: (context, payload, signal) => run(context, schema.parse(payload), signal),
  }
}
