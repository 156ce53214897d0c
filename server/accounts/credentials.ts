import type { Db } from '../../db/open.ts'
import { BadInput } from '../errors.ts'
import { isRightPassword } from './password.ts'
import { findByEmail } from './people-store.ts'
import { normalEmail } from './person.ts'
import type { Person } from './permissions.ts'
import { tokenHash } from './sign-in.ts'
import { isKnownDevice } from './sign-in-store.ts'
import { type Throttle, limitsOf } from './throttle.ts'

type Try = { email: string; password: string; network: string; deviceSecret: string | undefined }

/**
 * Whose email and password these are. An unknown email, a wrong password and a deactivated account get the same answer after
 * the same work: BadInput. Throws TooMany while the account or the network has to wait.
 */
export async function personBehind(db: Db, throttle: Throttle, attempt: Try): Promise<Person> {
  const email = normalEmail(attempt.email)
  const found = await findByEmail(db.reader, email)
  const deviceHash = tokenHash(attempt.deviceSecret ?? '')
  const isKnown = await isKnownDevice(db.reader, found?.id ?? 0, deviceHash)
  const limits = limitsOf({ email, network: attempt.network, knownDevice: isKnown ? deviceHash : undefined })
  await throttle.begin(limits)
  const isRight = await isRightPassword(found?.passwordHash, attempt.password)
  if (!isRight || !found || found.deactivatedAt) {
    throw new BadInput({ '': 'This email address and password do not belong together. Check both and try again.' })
  }
  await throttle.forgive(limits)
  return { id: found.id, name: found.name, email: found.email, role: found.role }
}
