import type { Db } from '../../db/open.ts'
import { write } from '../../db/write.ts'
import { BadInput, lostRace, missing } from '../errors.ts'
import { record } from '../history/record.ts'
import { endTokensOf } from '../tokens/token.ts'
import { formValues } from '../values/form-values.ts'
import { replacePasswordLinks } from './password-link-store.ts'
import { hashPassword, isRightPassword, passwordProblem } from './password.ts'
import { findPerson, updatePerson } from './people-store.ts'
import type { Person } from './permissions.ts'
import { endSignIns } from './sign-in.ts'
import { type Throttle, passwordLimits } from './throttle.ts'

/** Changes one's own name, everywhere it is shown. Throws Conflict when the row has changed since `version`. */
export async function rename(db: Db, person: Person, { name, version }: { name: string; version: number }) {
  await write(db, async (tx) => {
    const row = (await findPerson(tx, person.id)) ?? missing('person')
    if (row.version !== version) throw lostRace('your account', formValues({ name: row.name, version: row.version }))
    if (row.name === name) return
    await updatePerson(tx, person.id, { name })
    await record(tx, person, 'person.renamed', { person: person.id }, {})
  })
}

type PasswordChange = { oldPassword: string; password: string; signInId: number | undefined; endTokens: boolean }

/**
 * Changes one's own password and ends all other sign-ins and, if so wished, one's API tokens; returns how many of them. Throws
 * BadInput for a wrong old or a poor new one, TooMany for guessing.
 */
export async function changePassword(
  db: Db,
  throttle: Throttle,
  person: Person,
  change: PasswordChange,
): Promise<number> {
  const row = (await findPerson(db.reader, person.id)) ?? missing('person')
  const limits = passwordLimits(person.id)
  await throttle.begin(limits)
  if (!(await isRightPassword(row.passwordHash, change.oldPassword))) {
    throw new BadInput({ oldPassword: 'This is not your password. Type the one you sign in with now.' })
  }
  await throttle.forgive(limits)
  const problem = passwordProblem(change.password, person)
  if (problem) throw new BadInput({ password: problem })
  const passwordHash = await hashPassword(change.password)
  return write(db, async (tx) => {
    await updatePerson(tx, person.id, { passwordHash })
    await replacePasswordLinks(tx, person.id)
    await record(tx, person, 'person.password_changed', { person: person.id }, {})
    await endSignIns(tx, person, { personId: person.id, except: change.signInId })
    return change.endTokens ? endTokensOf(tx, person, person.id) : 0
  })
}
