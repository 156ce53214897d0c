import type { Conn } from '../../db/conn.ts'
import { AttemptsPanel } from '../../views/attempts/attempts-panel.ts'
import type { Html } from '../../views/html.ts'
import { fresh } from '../../views/parts/typed.ts'
import type { Person } from '../accounts/permissions.ts'
import type { ClaimRecord } from '../claims/claim.ts'
import { attemptsOf } from './attempt.ts'
import { attemptStart } from './start.ts'

/** Whom we asked about a claim and what came back, with the form to note more; `now` says what is overdue. */
export async function attemptsPanelOf(conn: Conn, viewer: Person, claim: ClaimRecord, now: Date): Promise<Html> {
  const attempts = await attemptsOf(conn, claim.id)
  const typed = { ...fresh(attemptStart(claim, 'reply', now)), scope: 'attempt' }
  return AttemptsPanel({ claim, attempts, person: viewer, today: now.toISOString().slice(0, 10), typed })
}
