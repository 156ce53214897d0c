import type { Conn } from '../../db/conn.ts'
import type { Db } from '../../db/open.ts'
import { write } from '../../db/write.ts'
import { type Person, can, permit } from '../accounts/permissions.ts'
import { Conflict, TooMany, missing } from '../errors.ts'
import type { Subject } from '../history/events.ts'
import { canonical, record, sha256 } from '../history/record.ts'
import { pageOf } from '../values/paging.ts'
import {
  type ErrorRow,
  countOpen,
  countSince,
  errorsBefore,
  findError,
  insertError,
  mostCounted,
  openErrors,
  updateError,
} from './store.ts'
import type { ErrorOutcome } from './words.ts'

/** A reported error as the viewer may see it: `email` is null for who may not, `hasEmail` says that there is one. */
export type ErrorReport = Omit<ErrorRow, 'salt'> & { hasEmail: boolean }

/** What somebody outside sends; the claim and the article are those of the public page that it is about. */
export type Sent = {
  claimId: number | null
  articleId: number | null
  what: string
  link: string | null
  email: string | null
}

const day = 86_400_000

/** Keeps what somebody reported. Throws TooMany when there were too many within a day from everybody together. */
export function reportError(db: Db, sent: Sent): Promise<void> {
  // Sixteen bytes, drawn before the transaction, which may wait for nothing else.
  const salt = db.random.bytes(16).toString('base64')
  return write(db, async (tx) => {
    const since = new Date(Date.parse(tx.now) - day).toISOString()
    if ((await countSince(tx, since)) >= mostCounted) throw new TooMany(3_600, tooMany)
    const report = await insertError(tx, { ...sent, salt, createdAt: tx.now })
    const { what, link, email } = sent
    const digest = sha256(salt + canonical({ what, link, email })).toString('hex')
    await record(tx, null, 'error.reported', subjectOf(sent), { report, sha256: digest })
  })
}

const tooMany =
  'So many errors were reported today that the newsroom takes no more for now. Keep your text, and try again tomorrow.'

/** Those that wait for the person, the oldest first; none for who cannot answer them. */
export const errorsWaiting = async (conn: Conn, person: Person, limit: number): Promise<ErrorReport[]> =>
  can(person, 'error.answer') ? (await openErrors(conn, limit)).map((row) => seenBy(person, row)) : []

/** How many errors reported of a claim wait for an answer, for those who may look at them. */
export const errorsOfClaim = async (conn: Conn, person: Person, claimId: number): Promise<number> =>
  can(person, 'error.see') ? countOpen(conn, claimId) : 0

type Listed = { open: boolean; claim: number | undefined; before: number | undefined }
type ErrorList = { reports: ErrorReport[]; next: number | undefined }

const pageSize = 30

/** A page of reported errors, the newest first: those that wait, those that were answered, or all of one claim. `next` goes on after it. */
export async function listErrors(conn: Conn, person: Person, listed: Listed): Promise<ErrorList> {
  permit(person, 'error.see')
  const { rows, last } = pageOf(await errorsBefore(conn, { ...listed, limit: pageSize + 1 }), pageSize)
  return { reports: rows.map((row) => seenBy(person, row)), next: last?.id }
}

/** One reported error. Throws NotFound. */
export async function readError(conn: Conn, person: Person, id: number): Promise<ErrorReport> {
  permit(person, 'error.see')
  return seenBy(person, (await findError(conn, id)) ?? missing('reported error'))
}

type Answer = { id: number; outcome: ErrorOutcome; reason: string }

/** Says what came of it. Throws Conflict when somebody has. */
export function answerError(db: Db, person: Person, { id, outcome, reason }: Answer): Promise<void> {
  permit(person, 'error.answer')
  return write(db, async (tx) => {
    const found = (await findError(tx, id)) ?? missing('reported error')
    if (found.outcome) throw new Conflict('A colleague has answered this already. What they wrote stands below.')
    await updateError(tx, id, { outcome, reason, answeredAt: tx.now, answeredById: person.id })
    // What is written about people outside is not for everybody who reads the history. Once erased, a report has no salt.
    const digest = sha256(found.salt + canonical({ reason })).toString('hex')
    const told = { report: id, outcome, ...(found.salt !== '' && { sha256: digest }) }
    await record(tx, person, 'error.answered', subjectOf(found), told)
  })
}

/** Takes away for good what was sent; that there was something stays, with the answer. Throws Conflict when it is gone. */
export function eraseError(db: Db, person: Person, id: number): Promise<void> {
  permit(person, 'error.answer')
  return write(db, async (tx) => {
    const found = await readError(tx, person, id)
    if (found.erasedAt) throw new Conflict('This is erased already.')
    const gone = { what: '', link: null, email: null, salt: '' }
    await updateError(tx, id, { ...gone, erasedAt: tx.now, erasedById: person.id })
    await record(tx, person, 'error.erased', subjectOf(found), { report: id })
  })
}

const seenBy = (person: Person, { salt: _salt, ...row }: ErrorRow): ErrorReport => ({
  ...row,
  hasEmail: row.email !== null,
  email: can(person, 'error.answer') ? row.email : null,
})

const subjectOf = ({ claimId, articleId }: { claimId: number | null; articleId: number | null }): Subject => ({
  ...(articleId !== null && { article: articleId }),
  ...(claimId !== null && { claim: claimId }),
})
