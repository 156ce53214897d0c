import type { Conn } from '../../db/conn.ts'
import { missing } from '../errors.ts'
import { pageOf } from '../values/paging.ts'
import type { BulkChange, Chosen } from './change.ts'
import type { Facts } from './outcome.ts'
import {
  type BulkRow,
  type OutcomeRow,
  bulksBefore,
  chosenOf,
  findBulk,
  keptOf,
  leftOf,
  outcomesAfter,
} from './store.ts'

// Changes, facts and who was chosen are kept as JSON that this program wrote: the types below are what it wrote.

/** A change of many claims as it is kept, without the claims. */
export type Bulk = Omit<BulkRow, 'change'> & { change: BulkChange }

/** Throws NotFound. */
export async function readBulk(conn: Conn, id: number): Promise<Bulk> {
  return ((await findBulk(conn, id)) ?? missing('change')) as Bulk
}

/** The claims that a change was meant for, in its order. */
export async function readChosen(conn: Conn, id: number): Promise<Chosen[]> {
  return ((await chosenOf(conn, id)) ?? missing('change')) as Chosen[]
}

const pageSize = 50

/** A page of the changes, newest first. */
export async function listBulks(conn: Conn, before: number | undefined): Promise<{ bulks: Bulk[]; next?: number }> {
  const { rows, last } = pageOf(await bulksBefore(conn, before, pageSize + 1), pageSize)
  return { bulks: rows as Bulk[], ...(last && { next: last.id }) }
}

/** What became of one claim; `kept`: why it could not be put back. */
export type Became = Omit<OutcomeRow, 'before' | 'after'> & {
  before: Partial<Facts> | null
  after: Partial<Facts> | null
}

export type Account = { outcomes: Became[]; next: number | undefined; left: Became[]; kept: Became[] }

const mostNamed = 200

/** What became of the claims: a page of all after that place, and those that were left alone or could not be put back. */
export async function accountOf(conn: Conn, id: number, after: number): Promise<Account> {
  const { rows, last } = pageOf(await outcomesAfter(conn, id, after, pageSize + 1), pageSize)
  const [left, kept] = [await leftOf(conn, id, mostNamed), await keptOf(conn, id, mostNamed)]
  return { outcomes: rows as Became[], next: last?.place, left: left as Became[], kept: kept as Became[] }
}
