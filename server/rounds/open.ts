import type { Tx } from '../../db/conn.ts'
import type { Db } from '../../db/open.ts'
import { write } from '../../db/write.ts'
import { type Person, permit } from '../accounts/permissions.ts'
import { assignable } from '../accounts/person.ts'
import { type ClaimRecord, readClaim } from '../claims/claim.ts'
import { moveClaim } from '../claims/move.ts'
import { BadInput, Conflict } from '../errors.ts'
import { aboutClaim } from '../history/events.ts'
import { record } from '../history/record.ts'
import { notify } from '../notifications/notification.ts'
import { checkersOf, readRound } from './round.ts'
import { endRound, findOpenRound, insertRound, setIndependent, updateCheckers, whoIsIn } from './store.ts'
import { noRoundReason } from './words.ts'

/** The ids of two people. */
export type Two = { firstId: number; secondId: number }

/**
 * Names two checkers who judge the claim without seeing the other's verdict; it is being checked from then on, unless it is
 * decided. Throws BadInput for people who cannot check, Conflict where a round is open or the claim cannot be judged so.
 */
export function openRound(db: Db, person: Person, claimId: number, two: Two): Promise<number> {
  permit(person, 'round.open')
  return write(db, async (tx) => {
    const claim = await readClaim(tx, claimId)
    await refuseRound(tx, claim)
    await refuseCheckers(tx, two)
    const id = await insertRound(tx, { claimId, ...two, openedById: person.id, createdAt: tx.now })
    const told = { round: id, first: two.firstId, second: two.secondId }
    const seq = await record(tx, person, 'round.opened', aboutClaim(claim), told)
    await notify(tx, [two.firstId, two.secondId], 'assigned', { seq, claimId }, person)
    if (claim.state !== 'decided') await moveClaim(tx, person, claim, 'checking')
    return id
  })
}

type Place = { claimId: number; roundId: number }

/** Names other checkers. Throws Forbidden for one of the two, Conflict when somebody would go whose verdict is in. */
export function changeCheckers(db: Db, person: Person, at: Place, two: Two): Promise<void> {
  return write(db, async (tx) => {
    const { claim, round } = await openRoundAt(tx, person, at)
    const [before, after] = [checkersOf(round), [two.firstId, two.secondId]]
    if (before.join() === after.join()) return
    await refuseCheckers(tx, two)
    if ((await whoIsIn(tx, round.id)).some((id) => !after.includes(id)))
      throw new Conflict('The verdict of one of them is in already. Only the other can be changed.')
    await updateCheckers(tx, round.id, two)
    const seq = await record(tx, person, 'round.checkers_changed', aboutClaim(claim), {
      round: round.id,
      before,
      after,
    })
    const newcomers = after.filter((id) => !before.includes(id))
    await notify(tx, newcomers, 'assigned', { seq, claimId: claim.id }, person)
  })
}

/** Ends the round before both verdicts are in; one that is in is seen by all from then on. Throws as `changeCheckers` does. */
export function callOff(db: Db, person: Person, at: Place, reason: string): Promise<void> {
  return write(db, async (tx) => {
    const { claim, round } = await openRoundAt(tx, person, at)
    await endRound(tx, round.id, 'called_off')
    const told = { round: round.id, ended: 'called_off' as const, reason }
    const seq = await record(tx, person, 'round.closed', aboutClaim(claim), told)
    await notify(tx, checkersOf(round), 'settled', { seq, claimId: claim.id }, person)
  })
}

/** Says whether two checkers judge the claim independently; null: as its article says. Nothing happens when it is so. */
export function judgeIndependently(db: Db, person: Person, claimId: number, after: boolean | null): Promise<void> {
  permit(person, 'round.open')
  return write(db, async (tx) => {
    const claim = await readClaim(tx, claimId)
    const { independent: before } = claim
    if (before === after) return
    await setIndependent(tx, claimId, after)
    await record(tx, person, 'claim.judged_independently', aboutClaim(claim), { before, after })
  })
}

async function openRoundAt(tx: Tx, person: Person, { claimId, roundId }: Place) {
  const round = await readRound(tx, claimId, roundId)
  permit(person, 'round.change', { checkers: checkersOf(round) })
  if (round.closedAt !== null) throw new Conflict('These independent verdicts are closed already. Look at them below.')
  return { round, claim: await readClaim(tx, claimId) }
}

async function refuseRound(tx: Tx, claim: ClaimRecord): Promise<void> {
  const refusal = noRoundReason(claim.state)
  if (refusal) throw new Conflict(refusal)
  if (!(claim.independent ?? claim.articleIndependent))
    throw new Conflict('One checker judges this claim. Say first that two judge it independently.')
  if (await findOpenRound(tx, claim.id)) throw new Conflict('Two checkers are named for this claim already.')
}

async function refuseCheckers(tx: Tx, { firstId, secondId }: Two): Promise<void> {
  const ids = new Set((await assignable(tx)).map(({ id }) => id))
  const cannot = 'This person cannot check claims. Choose somebody else.'
  if (!ids.has(firstId)) throw new BadInput({ first: cannot })
  if (!ids.has(secondId)) throw new BadInput({ second: cannot })
  if (firstId === secondId) throw new BadInput({ second: 'Choose two different people.' })
}
