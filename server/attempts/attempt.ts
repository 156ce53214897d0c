import type { Conn, Tx } from '../../db/conn.ts'
import type { Db } from '../../db/open.ts'
import { write } from '../../db/write.ts'
import { type Person, permit } from '../accounts/permissions.ts'
import { Conflict, missing } from '../errors.ts'
import { claimOfEvidence } from '../evidence/evidence.ts'
import { aboutClaim } from '../history/events.ts'
import { canonical, record, sha256 } from '../history/record.ts'
import { formValues } from '../values/form-values.ts'
import { refuseContradiction } from './contradiction.ts'
import { attemptsOfClaim, findAttempt, insertAttempt, overdueFor } from './store.ts'
import type { AttemptOutcome, AttemptPurpose, AttemptWay } from './words.ts'

/** What is known of an attempt to reach somebody. Days are whole dates; `public` says that it may be published. */
export type AttemptText = {
  purpose: AttemptPurpose
  whom: string
  way: AttemptWay
  asked: string | null
  askedOn: string
  deadlineOn: string | null
  outcome: AttemptOutcome
  answer: string | null
  answeredOn: string | null
  public: boolean
}

export type Attempt = Awaited<ReturnType<typeof attemptsOfClaim>>[number]

/** The attempts on a claim, newest first, those withdrawn among them. */
export const attemptsOf = (conn: Conn, claimId: number): Promise<Attempt[]> => attemptsOfClaim(conn, claimId)

/** Throws NotFound. */
export async function readAttempt(conn: Conn, id: number): Promise<Attempt> {
  return (await findAttempt(conn, id)) ?? missing('attempt')
}

export type NewAttempt = AttemptText & { claimId: number }

/** Notes an attempt. Throws BadInput for days and outcomes that cannot be, Conflict when the same was noted before. */
export function logAttempt(db: Db, person: Person, input: NewAttempt): Promise<number> {
  permit(person, 'attempt.add')
  // Sixteen bytes, drawn before the transaction, which may wait for nothing else.
  const salt = db.random.bytes(16).toString('base64')
  return write(db, (tx) => addAttempt(tx, person, { ...input, salt }))
}

async function addAttempt(
  tx: Tx,
  actor: { id: number },
  { claimId, salt, ...text }: NewAttempt & { salt: string },
): Promise<number> {
  const claim = await claimOfEvidence(tx, claimId)
  refuseContradiction(text, tx.now)
  const known = await attemptsOfClaim(tx, claimId)
  const said = fingerprint('', text)
  if (known.some((one) => !one.withdrawnAt && one.addedBy.id === actor.id && fingerprint('', one) === said))
    throw new Conflict('You have noted this already.')
  const attempt = await insertAttempt(tx, { ...text, claimId, salt, addedById: actor.id })
  const told = { attempt, purpose: text.purpose, sha256: fingerprint(salt, text) }
  await record(tx, actor, 'attempt.added', aboutClaim(claim), told)
  return attempt
}

/** SHA-256 of the salt and the canonical JSON of the text, in hexadecimal: all that the history keeps of it. */
export function fingerprint(salt: string, attempt: AttemptText): string {
  const { purpose, whom, way, asked, askedOn, deadlineOn, outcome, answer, answeredOn, public: isPublic } = attempt
  const text = { purpose, whom, way, asked, askedOn, deadlineOn, outcome, answer, answeredOn, public: isPublic }
  return sha256(salt + canonical(text)).toString('hex')
}

/** An attempt as the fields of its form hold it, and the version. */
export function attemptValues(attempt: Attempt): Record<string, string> {
  const { purpose, whom, way, asked, askedOn, deadlineOn, outcome, answer, answeredOn, version } = attempt
  const values = { purpose, whom, way, asked, askedOn, deadlineOn, outcome, answer, answeredOn, version }
  return formValues({ ...values, public: attempt.public })
}

/** An attempt whose deadline has passed without an answer. */
export type OverdueAttempt = Awaited<ReturnType<typeof overdueFor>>[number]

/** The attempts that the person waits for in vain, theirs or on their claims: the longest overdue first, at most `limit`. */
export const overdueAttempts = (conn: Conn, personId: number, today: string, limit = 10): Promise<OverdueAttempt[]> =>
  overdueFor(conn, { personId, today, limit })
