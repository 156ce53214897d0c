import type { Conn } from '../../db/conn.ts'
import { type Person, can } from '../accounts/permissions.ts'
import { type OpenFlag, openFlags } from '../corrections/flag.ts'
import { type OpenProposal, proposalsFor } from '../corrections/proposal.ts'
import { type EventLine, historyOf } from '../history/history.ts'
import { type Notice, noticesOf } from '../notifications/notice.ts'
import { type DeskRound, toSettle, verdictsWanted } from './round-store.ts'
import { type ErrorReport, errorsWaiting } from '../reported/error-report.ts'
import {
  type DeskArticle,
  type DeskClaim,
  type DeskVerdict,
  articlesInWork,
  claimsLost,
  claimsOverdue,
  claimsToCheck,
  toReview,
  verdictsReturned,
} from './store.ts'

export type { DeskRound } from './round-store.ts'
export type { DeskArticle, DeskClaim, DeskVerdict } from './store.ts'
export type { ErrorReport } from '../reported/error-report.ts'
export type { OpenFlag } from '../corrections/flag.ts'
export type { OpenProposal } from '../corrections/proposal.ts'

/** The first few of a list, and whether there are more. */
export type Few<T> = { rows: T[]; more: boolean }

/**
 * What waits for a person. `returned` are their own verdicts, `toReview` those of others; `wanted` are claims on which they
 * give an independent verdict; `lost` are claims whose words are not in the newest version; `toSettle` and `toCorrect` are rounds and asked-for corrections that they may answer, `reported` errors that readers reported.
 */
export type Waiting = {
  overdue: Few<DeskClaim>
  lost: Few<DeskClaim>
  returned: Few<DeskVerdict>
  toSettle: Few<DeskRound>
  toCorrect: Few<OpenProposal>
  reported: Few<ErrorReport>
  toReview: Few<DeskVerdict>
  wanted: Few<DeskClaim>
  toCheck: Few<DeskClaim>
  flagged: Few<OpenFlag>
}

/** `notices` are those not read yet. */
export type Desk = {
  waiting: Waiting | undefined
  notices: Few<Notice>
  articles: Few<DeskArticle>
  lines: EventLine[]
}

const few = 10
const fewNotices = 5

/** The desk of a person; `waiting` is undefined for those who only read. `now` says what is overdue. A fixed number of queries. */
export async function readDesk(conn: Conn, person: Person, now: Date): Promise<Desk> {
  return {
    waiting: can(person, 'verdict.give') ? await waitingFor(conn, person, now) : undefined,
    notices: firstOf(await noticesOf(conn, person, { limit: fewNotices + 1, unread: true }), fewNotices),
    articles: firstOf(await articlesInWork(conn, few + 1)),
    lines: await historyOf(conn, person, {}, { limit: few }),
  }
}

/** The first verdict on a person's desk that waits for their review, or undefined. */
export async function nextToReview(conn: Conn, person: Person, now: Date): Promise<number | undefined> {
  const asked = { personId: person.id, today: now.toISOString().slice(0, 10), limit: 1 }
  const [next] = await toReview(conn, asked)
  return next?.verdictId
}

async function waitingFor(conn: Conn, person: Person, now: Date): Promise<Waiting> {
  const asked = { personId: person.id, today: now.toISOString().slice(0, 10), limit: few + 1 }
  const returned = await verdictsReturned(conn, asked)
  const wanted = await verdictsWanted(conn, asked)
  // What stands on the desk for a reason of its own is not listed again among what there is to check.
  const listed = new Set([...returned, ...wanted].map(({ id }) => id))
  const mine = await claimsToCheck(conn, { ...asked, limit: few + 1 + listed.size })
  return {
    overdue: firstOf(await claimsOverdue(conn, asked)),
    lost: firstOf(await claimsLost(conn, asked)),
    returned: firstOf(returned),
    toSettle: firstOf((await toSettle(conn, mostRounds)).filter((round) => maySettle(person, round))),
    toCorrect: firstOf(await proposalsFor(conn, person, few + 1)),
    reported: firstOf(await errorsWaiting(conn, person, few + 1)),
    toReview: firstOf(await toReview(conn, asked)),
    wanted: firstOf(wanted),
    toCheck: firstOf(mine.filter(({ id }) => !listed.has(id))),
    flagged: firstOf(await openFlags(conn, person.id, few + 1)),
  }
}

/** Rounds that are looked through for those that the person may settle. */
const mostRounds = 200

// Two verdicts that say the same are agreed on by anyone who checks; two that differ are settled by an editor who gave neither.
function maySettle(person: Person, { first, second, isSame }: DeskRound): boolean {
  return isSame ? can(person, 'round.agree') : can(person, 'round.adjudicate', { checkers: [first.id, second.id] })
}

const firstOf = <T>(rows: T[], most = few): Few<T> => ({ rows: rows.slice(0, most), more: rows.length > most })
