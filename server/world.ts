import type { Logger } from 'pino'
import type { Db } from '../db/open.ts'
import type { Config } from './config.ts'
import type { Fetching } from './fetching/fetching.ts'

/** What the program runs in: given to every router, so that nothing is global. */
export type World = {
  db: Db
  config: Config
  log: Logger
  /** The way out to the internet. */
  fetching: Fetching
  /** The one-time code of the setup link, while there is no account. */
  setupCode: string
}
