import type { Db } from '../../db/open.ts'
import { write } from '../../db/write.ts'
import { hashPassword } from '../../server/accounts/password.ts'
import type { Person } from '../../server/accounts/permissions.ts'
import { addPerson } from '../../server/accounts/person.ts'
import { listRatings } from '../../server/verdicts/rating.ts'
import { addSource } from '../../server/sources/source.ts'
import type { StoryClock } from './clock.ts'
import { type Who, cast, emailOf, password } from './people.ts'
import { type SourceKey, sourceOf } from './sources.ts'

/** Where a story is told: the database, its time, and what is there by name so far. */
export type Stage = {
  db: Db
  clock: StoryClock
  passwordHash: string
  ratings: Map<string, number>
  people: Map<Who, Person>
  sources: Map<SourceKey, number>
}

/** A stage that nobody has entered. `db` must run on `clock`. */
export async function emptyStage(db: Db, clock: StoryClock): Promise<Stage> {
  const ratings = new Map((await listRatings(db.reader, 'five-step')).map(({ key, id }) => [key, id]))
  return { db, clock, passwordHash: await hashPassword(password), ratings, people: new Map(), sources: new Map() }
}

/** The first person comes by the setup link, the others by invitation. */
export async function join({ db, clock, passwordHash, people }: Stage, who: Who): Promise<void> {
  clock.pass()
  const account = { ...cast[who], email: emailOf(who) }
  const by = people.size === 0 ? 'setup' : 'invitation'
  const id = await write(db, (tx) => addPerson(tx, null, { ...account, passwordHash, by }))
  people.set(who, { id, ...account })
}

/** Throws for somebody who has not joined yet. */
export function personOf({ people }: Stage, who: Who): Person {
  const person = people.get(who)
  if (!person) throw new Error(`${who} has not joined yet`)
  return person
}

/** The source of that name, added by the person when nobody has used it before. */
export async function sourceFor({ db, clock, sources }: Stage, person: Person, key: SourceKey): Promise<number> {
  const known = sources.get(key)
  if (known !== undefined) return known
  clock.pass()
  const id = await write(db, (tx) => addSource(tx, person, sourceOf(key)))
  sources.set(key, id)
  return id
}
