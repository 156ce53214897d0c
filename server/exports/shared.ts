import type { Conn } from '../../db/conn.ts'
import {
  type ClaimantRow,
  type PersonRow,
  type RatingRow,
  type VersionRow,
  claimantsById,
  peopleById,
  ratingsById,
  versionsById,
} from './shared-store.ts'

/**
 * Rows by their id. The first ones stay for the whole file; those beyond go with their page, because what is kept for a while and then
 * given up is what the heap is slowest to tidy up.
 */
class Kept<T extends { id: number }> {
  readonly #lasting = new Map<number, T>()
  #passing = new Map<number, T>()

  of(id: number): T | undefined {
    return this.#lasting.get(id) ?? this.#passing.get(id)
  }

  /** Reads what of a page is not there yet. */
  async fill(wanted: Iterable<number>, read: (ids: number[]) => Promise<T[]>): Promise<void> {
    const missing = [...wanted].filter((id) => !this.#lasting.has(id))
    this.#passing = new Map()
    if (missing.length === 0) return
    for (const row of await read(missing)) {
      const into = this.#lasting.size < mostLasting ? this.#lasting : this.#passing
      into.set(row.id, row)
    }
  }
}

const mostLasting = 2_000

/** What the claims of one file have in common, kept from page to page while it is written. All of it is of one snapshot. */
export type Shared = {
  versions: Kept<VersionRow>
  claimants: Kept<ClaimantRow>
  ratings: Kept<RatingRow>
  people: Kept<PersonRow>
  /** Whether anything in the database came out of a file; undefined until that was asked. */
  imported?: boolean
}

/** With nothing read yet: one for each file, so that it never outlives its snapshot. */
export const newShared = (): Shared => ({
  versions: new Kept(),
  claimants: new Kept(),
  ratings: new Kept(),
  people: new Kept(),
})

/** The ids that a page has of each kind. */
export type SharedIds = Record<Exclude<keyof Shared, 'imported'>, Set<number>>

/** Reads what of that page is not there yet. */
export async function readShared(conn: Conn, shared: Shared, wanted: SharedIds): Promise<void> {
  await shared.versions.fill(wanted.versions, (ids) => versionsById(conn, ids))
  await shared.claimants.fill(wanted.claimants, (ids) => claimantsById(conn, ids))
  await shared.ratings.fill(wanted.ratings, (ids) => ratingsById(conn, ids))
  await shared.people.fill(wanted.people, (ids) => peopleById(conn, ids))
}
