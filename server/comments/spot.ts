import type { Conn } from '../../db/conn.ts'
import { type Person, can } from '../accounts/permissions.ts'
import { missing } from '../errors.ts'
import { type Subject, aboutClaim } from '../history/events.ts'
import { type FoundSpot, type Spot, findSpot } from './spot-store.ts'
import type { On } from './words.ts'

export type { Spot } from './spot-store.ts'

/** The claim, and perhaps the one piece of its evidence or the one verdict on it, that a thread is about. */
export type Place = { claimId: number; evidenceId?: number; verdictId?: number }

type Viewer = Pick<Person, 'id' | 'role'>

/** The place of a discussion, as the viewer may see it. Throws NotFound, also for what they may not know of. */
export async function readSpot(conn: Conn, viewer: Person, place: Place): Promise<FoundSpot> {
  const spot = (await findSpot(conn, place)) ?? missing('claim')
  if (place.evidenceId !== undefined && !spot.evidence) missing('evidence')
  if (place.verdictId !== undefined && !spot.verdict) missing('verdict')
  return isSeenBy(viewer, spot) ? spot : missing(onOf(spot))
}

/** Whether somebody may see what is discussed there: a verdict of an open round is its author's only, a confidential source a checker's. */
export function isSeenBy({ id, role }: Viewer, { source, verdict, round }: Spot): boolean {
  if (source?.confidential && !can({ id, role, name: '', email: '' }, 'source.seeConfidential')) return false
  return !round || round.closedAt !== null || verdict?.authorId === id
}

/** Whether the viewer is one of two who judge the claim independently now, and must not learn of each other's view. */
export const isApart = ({ id }: { id: number }, { pair }: FoundSpot): boolean =>
  pair !== null && (pair.firstId === id || pair.secondId === id)

/** What the events of a discussion are about, so that the history hides them from whom the discussion is hidden. */
export const subjectOf = ({ claim, source, round }: Spot): Subject => ({
  ...aboutClaim(claim),
  ...(source && { source: source.id }),
  ...(round && { round: round.id }),
})

/** What kind of thing is discussed there. */
export const onOf = ({ evidence, verdict }: Spot): On => (evidence ? 'evidence' : verdict ? 'verdict' : 'claim')

/** Whose work is discussed there: they hear of a new thread. */
export const ownersOf = ({ claim, evidence, verdict }: Spot): number[] =>
  [evidence ? evidence.addedById : verdict ? verdict.authorId : claim.assigneeId].filter((id) => id !== null)
