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

type Kept<T> = Map<number, T>

/** What the claims of one file have in common, kept from page to page while it is written. All of it is of one snapshot. */
export type Shared = {
  versions: Kept<VersionRow>
  claimants: Kept<ClaimantRow>
  ratings: Kept<RatingRow>
  people: Kept<PersonRow>
  /** Whether anything in the database came out of a file; undefined until that was asked. */
  imported?: boolean
}

/** The most that is kept of each kind beyond the page that is read. */
const mostKept = 2_000

/** With nothing read yet: one for each file, so that it never outlives its snapshot. */
export const newShared = (): Shared => ({
  versions: new Map(),
  claimants: new Map(),
  ratings: new Map(),
  people: new Map(),
})

/** The ids that a page has of each kind. */
export type SharedIds = Record<Exclude<keyof Shared, 'imported'>, Set<number>>

/** Reads what of that page is not there yet. */
export async function readShared(conn: Conn, shared: Shared, wanted: SharedIds): Promise<void> {
  await readInto(shared.versions, wanted.versions, (ids) => versionsById(conn, ids))
  await readInto(shared.claimants, wanted.claimants, (ids) => claimantsById(conn, ids))
  await readInto(shared.ratings, wanted.ratings, (ids) => ratingsById(conn, ids))
  await readInto(shared.people, wanted.people, (ids) => peopleById(conn, ids))
}

async function readInto<T extends { id: number }>(
  kept: Kept<T>,
  wanted: Set<number>,
  read: (ids: number[]) => Promise<T[]>,
): Promise<void> {
  if (kept.size > mostKept) kept.clear()
  const missing: number[] = []
  for (const id of wanted) if (!kept.has(id)) missing.push(id)
  if (missing.length === 0) return
  for (const row of await read(missing)) kept.set(row.id, row)
}
