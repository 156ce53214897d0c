import { timingSafeEqual } from 'node:crypto'
import type { Db } from '../../db/open.ts'
import { write } from '../../db/write.ts'
import { BadInput, Conflict } from '../errors.ts'
import { sha256 } from '../history/record.ts'
import { hashPassword, passwordProblem } from './password.ts'
import { countPeople } from './people-store.ts'
import type { Person } from './permissions.ts'
import { addPerson, normalEmail } from './person.ts'
import { type Device, openSignIn } from './sign-in.ts'

/** Whether nobody has an account yet. */
export async function isUnclaimed(db: Pick<Db, 'reader'>): Promise<boolean> {
  return (await countPeople(db.reader)) === 0
}

/** Compares in the same time whatever is given, and false for nothing. */
export function isSetupCode(expected: string, given: string | undefined): boolean {
  return timingSafeEqual(sha256(given ?? ''), sha256(expected)) && given !== undefined
}

export type Newcomer = { name: string; email: string; password: string }
export type Arrived = { person: Person; token: string }

/** Makes the first account, an admin, and signs it in. Throws Conflict when somebody was first, BadInput for a poor password. */
export async function setUp(db: Db, input: Newcomer, device: Device): Promise<Arrived> {
  const passwordHash = await hashedPassword(input)
  return write(db, async (tx) => {
    if ((await countPeople(tx)) > 0) throw new Conflict('The first account exists already. Sign in with it instead.')
    const account = { name: input.name, email: normalEmail(input.email), role: 'admin' as const }
    const id = await addPerson(tx, null, { ...account, passwordHash, by: 'setup' })
    return { person: { id, ...account }, token: await openSignIn(tx, db, { id }, device) }
  })
}

/** The hash of a password that this person may have. Throws BadInput for one that others would guess. */
export async function hashedPassword({ password, name, email }: Newcomer): Promise<string> {
  const problem = passwordProblem(password, { name, email })
  if (problem) throw new BadInput({ password: problem })
  return hashPassword(password)
}
