import type { Config } from './config.ts'

export type Say = (line: string) => void

/** Where a command is run: what it has to tell, what is in the way, and all that stands on standard input. */
export type Terminal = { say: Say; complain: Say; read: () => Promise<string> }

/** A command answers with its exit code. */
export type Command = {
  takes: string
  does: string
  run: (config: Config, words: string[], terminal: Terminal) => Promise<number> | number
}
