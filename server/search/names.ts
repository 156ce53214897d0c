import type { Conn } from '../../db/conn.ts'
import type { Person } from '../accounts/permissions.ts'
import { listPeople } from '../accounts/person.ts'
import { searchable } from '../text/search-words.ts'
import type { FieldAsked } from './condition-store.ts'
import type { Clause, Query, Term } from './query.ts'
import { type SearchRating, allRatings } from './rating-store.ts'

/** What names in a search stand for, and every rating there is. */
export type Names = { ratings: SearchRating[]; asked: (clause: Clause) => FieldAsked & { not: boolean } }

/** Looks up the ratings and people that a search names; `me` is the viewer. */
export async function namesIn(conn: Conn, viewer: Person, { clauses }: Query): Promise<Names> {
  const ratings = await allRatings(conn)
  const people = clauses.some(({ field }) => field === 'by') ? await listPeople(conn) : []
  const peopleOf = (terms: Term[]) =>
    terms.flatMap(({ text }) =>
      text === 'me' ? [viewer.id] : people.filter(({ name }) => isNamed(name, text)).map(({ id }) => id),
    )
  return {
    ratings,
    // No row has the id 0: a name that nobody has finds nothing.
    asked: ({ field, not, any }) => ({
      field: field ?? 'article',
      not,
      any,
      ratings: [0, ...ratingsOf(ratings, any).map(({ id }) => id)],
      people: [0, ...peopleOf(any)],
    }),
  }
}

// “True” is not “Half true”; but where no rating is called just that, a part of the name will do.
function ratingsOf(ratings: SearchRating[], terms: Term[]): SearchRating[] {
  return terms.flatMap(({ text }) => {
    const said = searchable(text)
    const exact = ratings.filter(({ key, label }) => key === said || searchable(label) === said)
    return exact.length > 0 ? exact : ratings.filter(({ label }) => isNamed(label, text))
  })
}

/** Whether every word typed begins a word of the name. */
function isNamed(name: string, typed: string): boolean {
  const words = searchable(name).split(/[\s-]+/)
  return searchable(typed)
    .split(/[\s-]+/)
    .every((part) => words.some((word) => word.startsWith(part)))
}
