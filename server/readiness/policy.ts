import type { Conn } from '../../db/conn.ts'
import type { Db } from '../../db/open.ts'
import { write } from '../../db/write.ts'
import { type Person, permit } from '../accounts/permissions.ts'
import { lostRace } from '../errors.ts'
import { record } from '../history/record.ts'
import type { Levels } from './rules.ts'
import { findLevels, updateLevel } from './store.ts'
import { policyRules } from './words.ts'

export type { Levels } from './rules.ts'

/** How strictly the newsroom keeps each rule. */
export const readLevels = (conn: Conn): Promise<Levels> => findLevels(conn)

/** All levels as one word, by which a form knows whether they have changed since it was filled. */
export const stampOf = (levels: Levels): string => policyRules.map((rule) => levels[rule]).join('.')

/** Sets the rules, for verdicts from now on. Throws Conflict when they have changed since the form with this `stamp` was filled. */
export function changeLevels(db: Db, person: Person, { stamp, ...after }: Levels & { stamp: string }): Promise<void> {
  permit(person, 'policy.edit')
  return write(db, async (tx) => {
    const before = await findLevels(tx)
    if (stampOf(before) !== stamp) throw lostRace('the rules', { ...before, stamp: stampOf(before) })
    for (const rule of policyRules) {
      if (before[rule] === after[rule]) continue
      await updateLevel(tx, rule, after[rule])
      await record(tx, person, 'policy.changed', {}, { rule, before: before[rule], after: after[rule] })
    }
  })
}
