import type { ProblemKind } from './api/problems.ts'

/** What a person typed cannot be taken: `problems` holds one message a field, '' for the form as a whole. */
export class BadInput extends Error {
  readonly problems: Record<string, string>
  constructor(problems: Record<string, string>) {
    super(Object.values(problems).join(' '))
    this.problems = problems
  }
}

/** Someone else was first. `theirs` holds what is stored now, by field, to be shown beside what was typed. */
export class Conflict extends Error {
  readonly theirs: Record<string, string>
  constructor(message: string, theirs: Record<string, string> = {}) {
    super(message)
    this.theirs = theirs
  }
}

/** A colleague changed `what` since its form was filled; `theirs` is what its fields hold now, the version among them. */
export const lostRace = (what: string, theirs: Record<string, string>): Conflict =>
  new Conflict(
    `A colleague changed ${what} while you were writing. What you typed is still here, and what they saved stands below each field that differs. Take over what you want, then save: yours replaces theirs.`,
    theirs,
  )

/** There is no such thing, or the person may not know of it. */
export class NotFound extends Error {
  readonly noun: string
  constructor(noun: string) {
    super(`There is no such ${noun}.`)
    this.noun = noun
  }
}

/** The permission table says no; `rule` is the line of it. */
export class Forbidden extends Error {
  readonly rule: string
  constructor(rule: string, message: string) {
    super(message)
    this.rule = rule
  }
}

/** Too many tries: wait `seconds`. */
export class TooMany extends Error {
  readonly seconds: number
  constructor(seconds: number, message: string) {
    super(message)
    this.seconds = seconds
  }
}

/** The request itself is wrong (its form, not its content): answered with the status and the message. */
export class BadRequest extends Error {
  readonly status: number
  constructor(status: number, message: string) {
    super(message)
    this.status = status
  }
}

/** A program asked for something in a way that the API does not take; the answer is that problem, with `more` in it. */
export class ApiRefusal extends Error {
  readonly kind: ProblemKind
  readonly more: Record<string, unknown>
  constructor(kind: ProblemKind, message: string, more: Record<string, unknown> = {}) {
    super(message)
    this.kind = kind
    this.more = more
  }
}

/** Another process holds the database file. */
export class StorageBusy extends Error {
  constructor() {
    super('The database is busy. Nothing was saved; please try again.')
  }
}

/** Whether SQLite found no room to write. */
export const isDiskFull = (error: unknown): boolean =>
  error instanceof Error && 'code' in error && error.code === 'SQLITE_FULL'

/**
 * A job could not be done; the message is for people. It is tried again, after `waitSeconds` at the earliest when that is
 * given, unless it is `final`.
 */
export class JobFailed extends Error {
  readonly final: boolean
  readonly waitSeconds: number
  constructor(message: string, { final = false, waitSeconds = 0 }: { final?: boolean; waitSeconds?: number } = {}) {
    super(message)
    this.final = final
    this.waitSeconds = waitSeconds
  }
}

/** Another run has the job, or somebody gave it up: nothing of this run may be kept. */
export class JobLost extends Error {
  constructor() {
    super('Another run of this job has taken over.')
  }
}

/** Ends the program with one sentence and an exit code. */
export class StartRefused extends Error {
  readonly exitCode: number
  constructor(exitCode: number, message: string) {
    super(message)
    this.exitCode = exitCode
  }
}

/** The environment, or what was typed after a command, cannot be used. */
export class BadSettings extends StartRefused {
  constructor(message: string) {
    super(2, message)
  }
}

/** Another Stet has the data folder. */
export class AlreadyRunning extends StartRefused {
  constructor(message: string) {
    super(3, message)
  }
}

/** The database is not one to be opened: lost, damaged, a stranger’s, or from a newer release. */
export class DatabaseRefused extends StartRefused {
  constructor(message: string) {
    super(4, message)
  }
}

/** The data folder cannot be made or written to. */
export class FolderUnusable extends StartRefused {
  constructor(message: string) {
    super(5, message)
  }
}

/** The server cannot listen where it was told to. */
export class PortTaken extends StartRefused {
  constructor(message: string) {
    super(6, message)
  }
}

/** Throws NotFound: the end of `row ?? missing('claim')`. */
export function missing(noun: string): never {
  throw new NotFound(noun)
}
