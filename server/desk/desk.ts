import type { Conn } from '../../db/conn.ts'
import { type Person, can } from '../accounts/permissions.ts'
import { type EventLine, historyOf } from '../history/history.ts'
import {
  type DeskArticle,
  type DeskClaim,
  type DeskVerdict,
  articlesInWork,
  claimsToCheck,
  toReview,
  verdictsReturned,
} from './store.ts'

export type { DeskArticle, DeskClaim, DeskVerdict } from './store.ts'

/** The first few of a list, and whether there are more. */
export type Few<T> = { rows: T[]; more: boolean }

/** What waits for a person. `returned` are their own verdicts, `toReview` those of others. */
export type Waiting = { toCheck: Few<DeskClaim>; toReview: Few<DeskVerdict>; returned: Few<DeskVerdict> }

export type Desk = { waiting: Waiting | undefined; articles: Few<DeskArticle>; lines: EventLine[] }

const few = 10

/** The desk of a person; `waiting` is undefined for those who only read. A fixed number of queries. */
export async function readDesk(conn: Conn, person: Person): Promise<Desk> {
  return {
    waiting: can(person, 'verdict.give') ? await waitingFor(conn, person) : undefined,
    articles: firstOf(await articlesInWork(conn, few + 1)),
    lines: await historyOf(conn, person, {}, { limit: few }),
  }
}

async function waitingFor(conn: Conn, { id }: Person): Promise<Waiting> {
  return {
    returned: firstOf(await verdictsReturned(conn, id, few + 1)),
    toReview: firstOf(await toReview(conn, id, few + 1)),
    toCheck: firstOf(await claimsToCheck(conn, id, few + 1)),
  }
}

const firstOf = <T>(rows: T[]): Few<T> => ({ rows: rows.slice(0, few), more: rows.length > few })
