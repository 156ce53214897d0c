import type { Conn, Tx } from '../../db/conn.ts'
import { type Person, can } from '../accounts/permissions.ts'
import { Conflict, missing } from '../errors.ts'
import { aboutClaim } from '../history/events.ts'
import { record } from '../history/record.ts'
import { notify } from '../notifications/notification.ts'
import { type RoundRow, endRound, findOpenRound, findRound, roundsOf, whoIsIn } from './store.ts'
import type { Difference, RoundEnd } from './words.ts'

type Named = { id: number; name: string }

/** Two checkers who judge a claim without seeing the other's verdict. */
export type Round = {
  id: number
  claimId: number
  first: Named
  second: Named
  openedBy: Named | null
  createdAt: string
  closedAt: string | null
  ended: RoundEnd | null
  adjudication: Adjudication | null
}

// How two verdicts that differed were settled; `verdictId` is the verdict that stands.
type Adjudication = {
  by: Named
  difference: Difference
  note: string
  createdAt: string
  verdictId: number
}

/** An open round as the viewer may know of it. */
export type OpenRound = Round & {
  /** Whether the viewer is one of the two, and has given their verdict. */
  mine: boolean
  mineIsIn: boolean
  /** Whether one of the two verdicts is in; undefined for all but editors who give neither. */
  oneIsIn: boolean | undefined
}

/**
 * How a claim is judged: `own` is what is said on the claim itself, `open` the round now, `closed` the newest one in which
 * both verdicts came in, `rounds` all, newest first.
 */
export type Judging = {
  independent: boolean
  own: boolean | null
  byArticle: boolean
  open: OpenRound | null
  closed: Round | null
  rounds: Round[]
}

/** What a claim and its article say of how it is judged. */
export type JudgedClaim = { id: number; independent: boolean | null; articleIndependent: boolean }

/** How a claim is judged, as the viewer may know of it. */
export async function judgingOf(conn: Conn, viewer: Person, claim: JudgedClaim): Promise<Judging> {
  const { independent: own, articleIndependent: byArticle } = claim
  const rounds = (await roundsOf(conn, claim.id)).map(named)
  const open = rounds.find(({ closedAt }) => closedAt === null)
  return {
    independent: own ?? byArticle,
    own,
    byArticle,
    open: open ? await seenBy(conn, viewer, open) : null,
    closed: rounds.find(({ ended }) => ended === 'both_in') ?? null,
    rounds,
  }
}

/** A round on that claim. Throws NotFound. */
export async function readRound(conn: Conn, claimId: number, id: number): Promise<Round> {
  const row = await findRound(conn, id)
  return row?.claimId === claimId ? named(row) : missing('round')
}

/** The ids of the two checkers. */
export const checkersOf = (round: Pick<Round, 'first' | 'second'>): number[] => [round.first.id, round.second.id]

/**
 * The round in which somebody gives a verdict on the claim; null where one checker judges it. Throws Conflict for those who
 * are not in the round, and where no checkers are named yet.
 */
export async function seatOf(tx: Tx, actor: { id: number }, claim: JudgedClaim): Promise<number | null> {
  const round = await findOpenRound(tx, claim.id)
  if (round) {
    if (actor.id === round.firstId || actor.id === round.secondId) return round.id
    throw new Conflict(onlyTheTwo)
  }
  if (claim.independent ?? claim.articleIndependent) throw new Conflict(noneNamed)
  return null
}

/** Why the viewer can give no verdict on a claim that is judged like that, or undefined. */
export function noSeatReason({ open, independent }: Pick<Judging, 'open' | 'independent'>): string | undefined {
  if (open) return open.mine ? undefined : onlyTheTwo
  return independent ? noneNamed : undefined
}

const onlyTheTwo =
  'Two checkers judge this claim independently, and you are not one of them. Only they can give a verdict on it.'

const noneNamed =
  'Two checkers judge this claim independently. An editor names them first; then those two can give their verdicts.'

/** Closes the round when both verdicts are in, with its event: then they are seen by all. Returns whether it did. */
export async function closeWhenBothIn(
  tx: Tx,
  actor: { id: number },
  claim: { id: number; articleId: number },
  roundId: number,
): Promise<boolean> {
  const round = (await findOpenRound(tx, claim.id)) ?? missing('round')
  const isIn = await whoIsIn(tx, roundId)
  const two = [round.firstId, round.secondId]
  if (!two.every((id) => isIn.includes(id))) return false
  await endRound(tx, roundId, 'both_in')
  const seq = await record(tx, actor, 'round.closed', aboutClaim(claim), { round: roundId, ended: 'both_in' })
  const told = [...two, ...(round.openedById === null ? [] : [round.openedById])]
  await notify(tx, told, 'to_settle', { seq, claimId: claim.id }, actor)
  return true
}

async function seenBy(conn: Conn, viewer: Person, round: Round): Promise<OpenRound> {
  const isIn = await whoIsIn(conn, round.id)
  const mine = checkersOf(round).includes(viewer.id)
  const mayKnow = can(viewer, 'round.change', { checkers: checkersOf(round) })
  return { ...round, mine, mineIsIn: mine && isIn.includes(viewer.id), oneIsIn: mayKnow ? isIn.length > 0 : undefined }
}

function named({ adjudication, adjudicator, standing, ...row }: RoundRow): Round {
  const settled = adjudication && adjudicator && standing !== null
  return { ...row, adjudication: settled ? { ...adjudication, by: adjudicator, verdictId: standing } : null }
}
