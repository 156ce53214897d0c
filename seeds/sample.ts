import type { Db } from '../db/open.ts'

/** Takes the sample article and its claims into a new database. */
export async function takeInSample(_db: Db): Promise<void> {}
