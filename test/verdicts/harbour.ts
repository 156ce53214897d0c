import type { Db } from '../../db/open.ts'
import { settings, type Deciding } from '../../db/schema/index.ts'
import { write } from '../../db/write.ts'
import type { Person } from '../../server/accounts/permissions.ts'
import { type Finding, addVerdict } from '../../server/verdicts/verdict.ts'

/** Ids of the five-step scale. */
export const rated = { true: 1, halfTrue: 3, false: 5, unproven: 8 }

/** What is typed into the form of a first verdict, on a claim that may miss what the rules ask for. */
export const typedVerdict = {
  rating: rated.false,
  rationale: 'The log shows ships all day.',
  explanation: '',
  override: 'The log lies on the quay and cannot be copied.',
  version: 1,
  after: 0,
}

/** A verdict given in the domain, past all forms. */
export const aVerdict = (db: Db, person: Person, claimId: number, finding: Partial<Finding> = {}) =>
  write(db, (tx) =>
    addVerdict(tx, person, claimId, {
      ratingId: rated.false,
      rationale: 'Ships all day.',
      explanation: null,
      override: 'The log lies on the quay and cannot be copied.',
      ...finding,
    }),
  )

/** Sets who decides when a verdict is given. */
export const letDecide = (db: Db, deciding: Deciding) => write(db, (tx) => tx.update(settings).set({ deciding }))
