import type { Db } from '../../db/open.ts'
import { write } from '../../db/write.ts'
import { type Person, permit } from '../accounts/permissions.ts'
import { claimOfEvidence } from '../evidence/evidence.ts'
import { Conflict, lostRace } from '../errors.ts'
import { aboutClaim } from '../history/events.ts'
import { changes, record, sha256 } from '../history/record.ts'
import { type Attempt, type AttemptText, attemptValues, fingerprint, readAttempt } from './attempt.ts'
import { refuseContradiction } from './contradiction.ts'
import { eraseTexts, findSalt, updateAttempt } from './store.ts'

type Edit = AttemptText & { id: number; version: number }

/** Throws BadInput like `logAttempt`, and Conflict when somebody saved or withdrew it since `version`. */
export function editAttempt(db: Db, person: Person, { id, version, ...text }: Edit): Promise<void> {
  permit(person, 'attempt.edit')
  return write(db, async (tx) => {
    const attempt = await readAttempt(tx, id)
    refuseWithdrawn(attempt)
    if (attempt.version !== version) throw lostRace('this entry', attemptValues(attempt))
    refuseContradiction(text, tx.now)
    const changed = changes<AttemptText>(attempt, text)
    if (!changed) return
    await updateAttempt(tx, id, { ...text, version: version + 1 })
    const digest = fingerprint(await findSalt(tx, id), text)
    const told = { attempt: id, purpose: text.purpose, fields: Object.keys(changed.after), sha256: digest }
    await record(tx, person, 'attempt.edited', aboutClaim(await claimOfEvidence(tx, attempt.claimId)), told)
  })
}

/** It no longer counts, but stays readable with the reason. Throws Conflict when it was withdrawn before. */
export function withdrawAttempt(db: Db, person: Person, { id, reason }: { id: number; reason: string }): Promise<void> {
  permit(person, 'attempt.edit')
  return write(db, async (tx) => {
    const attempt = await readAttempt(tx, id)
    refuseWithdrawn(attempt)
    await updateAttempt(tx, id, { version: attempt.version + 1, withdrawnAt: tx.now, withdrawnReason: reason })
    const about = aboutClaim(await claimOfEvidence(tx, attempt.claimId))
    // A reason may name people as well: it can be erased like the rest.
    const digest = sha256((await findSalt(tx, id)) + reason).toString('hex')
    await record(tx, person, 'attempt.withdrawn', about, { attempt: id, purpose: attempt.purpose, sha256: digest })
  })
}

/**
 * Takes the texts of an entry away for good, withdrawn or not: that somebody was asked, how and when stays. Throws
 * Forbidden for who neither noted it nor is an admin.
 */
export function eraseAttempt(db: Db, person: Person, id: number): Promise<void> {
  return write(db, async (tx) => {
    const { addedBy, erasedAt, version, claimId, purpose } = await readAttempt(tx, id)
    permit(person, 'attempt.erase', { authorId: addedBy.id })
    if (erasedAt !== null) return
    await eraseTexts(tx, id, { version: version + 1, byId: person.id })
    const about = aboutClaim(await claimOfEvidence(tx, claimId))
    await record(tx, person, 'attempt.erased', about, { attempt: id, purpose })
  })
}

function refuseWithdrawn({ withdrawnAt, erasedAt }: Attempt): void {
  if (erasedAt) throw new Conflict('The text of this entry was erased. Note a new one if you asked again.')
  if (withdrawnAt) throw new Conflict('This entry was withdrawn. Note it again if it should count after all.')
}
