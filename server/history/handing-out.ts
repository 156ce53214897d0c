import type { Conn } from '../../db/conn.ts'
import type { Person } from '../accounts/permissions.ts'
import { type About, type EventLine, historyOf } from './history.ts'

// Somebody who may read what everybody in the newsroom may, and who has done nothing.
const outsider: Person = { id: 0, name: '', email: '', role: 'reader' }

const pageLength = 200

/**
 * The history as it may leave the newsroom, newest first, in pages: without sign-ins, confidential sources and independent
 * verdicts that are not in yet, whoever asks.
 */
export async function* linesToHandOut(conn: Conn, about: About): AsyncGenerator<EventLine[]> {
  for (let before: number | undefined; ;) {
    const lines = await historyOf(conn, outsider, about, { before, limit: pageLength })
    yield lines
    before = lines.at(-1)?.seq
    if (lines.length < pageLength) return
  }
}
