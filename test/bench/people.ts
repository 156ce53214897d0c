import type { Db } from '../../db/open.ts'
import { people } from '../../db/schema/index.ts'
import type { Person } from '../../server/accounts/permissions.ts'

/** One of the people that volume comes with, by the first part of the email. */
export async function personNamed(db: Db, name: string): Promise<Person> {
  const rows = await db.reader.select().from(people)
  const found = rows.find(({ email }) => email.startsWith(`${name}@`))
  if (!found) throw new Error(`Nobody is called ${name}`)
  return found
}
