import type { Conn } from '../../db/conn.ts'
import type { Db } from '../../db/open.ts'
import { write } from '../../db/write.ts'
import { type Person, permit } from '../accounts/permissions.ts'
import { Conflict } from '../errors.ts'
import { addJob, goOnWith, newestJob } from '../jobs/job.ts'
import { type Import, readImport } from './import.ts'

/** Why an import does not go on: a sentence, and when it is tried again by itself; null for never. */
export type Stopped = { problem: string; nextTry: string | null }

const kindOf = ({ state }: Pick<Import, 'state'>): string | undefined =>
  state === 'running' ? 'imports.take_in' : state === 'undoing' ? 'imports.undo' : undefined

/** Why an import that should be moving does not; undefined when it moves, or has ended. */
export async function stoppedBy(conn: Conn, found: Pick<Import, 'id' | 'state'>): Promise<Stopped | undefined> {
  const kind = kindOf(found)
  if (kind === undefined) return undefined
  const job = await newestJob(conn, kind, String(found.id))
  if (job?.state === 'running' || (job?.state === 'waiting' && (job.problem === null || job.attempts === 0)))
    return undefined
  const problem = job?.problem ?? 'The job that did this is not there any more.'
  return { problem, nextTry: job?.state === 'waiting' ? job.runAt : null }
}

/** Has an import that stopped go on from where it is. Throws Conflict when it has not stopped. */
export function goOn(db: Db, person: Person, id: number): Promise<void> {
  permit(person, 'import.run')
  return write(db, async (tx) => {
    const found = await readImport(tx, id)
    const kind = kindOf(found)
    const stopped = await stoppedBy(tx, found)
    if (!kind || !stopped) throw new Conflict('It has not stopped. Load the page again to see how far it is.')
    const state = (await newestJob(tx, kind, String(id)))?.state
    if (state === 'waiting' || state === 'failed') await goOnWith(tx, person, kind, String(id))
    else await addJob(tx, { kind, payload: { import: id }, key: String(id) })
  })
}
