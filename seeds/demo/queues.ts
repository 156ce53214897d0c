import { changeInBulk } from '../../server/bulk/bulk.ts'
import { readClaim } from '../../server/claims/claim.ts'
import { handOver, inHand } from '../../server/claims/hand-over.ts'
import { type Stage, personOf } from './newsroom.ts'
import type { Who } from './people.ts'
import type { Told } from './take-in.ts'

/** On Friday the editor gives away, at one stroke, what nobody has taken: some of it for a day that has passed by now. */
export async function giveAway(stage: Stage, told: readonly Told[]): Promise<void> {
  const { db, clock } = stage
  const editor = personOf(stage, 'ansel')
  clock.goTo(4, '15:30')
  const free = []
  for (const { id } of told) {
    const { state, assignee, version } = await readClaim(db.reader, id)
    if (state === 'open' && !assignee) free.push({ id, version, state })
  }
  clock.pass()
  const junias = { assignee: personOf(stage, 'junia').id, dueOn: clock.dateOf(6) }
  const list = 'state=open&assignee=none'
  await changeInBulk(db, editor, { chosen: free.slice(0, 2), change: junias, list })
  clock.pass()
  const perrins = { assignee: personOf(stage, 'perrin').id }
  await changeInBulk(db, editor, { chosen: free.slice(2, 4), change: perrins, list })
}

/** Whoever leaves hands over what is not done. */
export async function handOverAll(stage: Stage, { from, to }: { from: Who; to: Who }): Promise<void> {
  const [leaving, taking] = [personOf(stage, from), personOf(stage, to)]
  const { claims } = await inHand(stage.db.reader, leaving.id)
  stage.clock.pass()
  await handOver(stage.db, personOf(stage, 'ansel'), { from: leaving.id, to: taking.id, claims })
}
