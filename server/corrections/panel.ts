import type { Conn } from '../../db/conn.ts'
import type { ShownRating } from '../../views/parts/rating-badge.ts'
import type { Person } from '../accounts/permissions.ts'
import type { ClaimRecord } from '../claims/claim.ts'
import { type Citations, citationsOf } from './citation.ts'
import { type CorrectionItem, type Said, correctionsOf } from './correction.ts'
import { type FlagItem, flagsOf } from './flag.ts'
import { findProposal, proposalRows } from './store.ts'
import type { CorrectionKind } from './words.ts'
import { missing } from '../errors.ts'
import { errorsOfClaim } from '../reported/error-report.ts'
import { publicPathOf } from '../reports/place.ts'

/** A change of a published decision that somebody asked for. `after` is null for a withdrawal. */
export type ProposalItem = {
  id: number
  claimId: number
  kind: CorrectionKind
  note: string
  createdAt: string
  author: { id: number; name: string }
  outcome: 'approved' | 'returned' | null
  answeredBy: string | null
  reason: string | null
  before: Said
  after: (Omit<Said, 'number'> & { number: null }) | null
}

/** What the claim page tells about publication, corrections and what else may be touched by one. */
export type CorrectionFacts = {
  corrections: CorrectionItem[]
  /** The one that waits for an answer. */
  open: ProposalItem | undefined
  returned: ProposalItem[]
  flags: FlagItem[]
  /** Where readers find it, if they do. */
  publicPath: string | null
  /** How many errors that readers reported of it wait for an answer, for those who may look at them. */
  reported: number
  citations: Citations
}

/** Reads it for one claim, as the viewer may see it. */
export async function correctionFacts(
  conn: Conn,
  viewer: Person,
  { id, correctionCount, state }: Pick<ClaimRecord, 'id' | 'correctionCount' | 'state'>,
): Promise<CorrectionFacts> {
  const wasPublished = state === 'published' || correctionCount > 0
  const proposals = wasPublished ? (await proposalRows(conn, id)).map(itemOf) : []
  return {
    corrections: correctionCount > 0 ? await correctionsOf(conn, id) : [],
    open: proposals.find(({ outcome }) => outcome === null),
    returned: proposals.filter(({ outcome }) => outcome === 'returned'),
    publicPath: wasPublished ? await publicPathOf(conn, id) : null,
    reported: wasPublished ? await errorsOfClaim(conn, viewer, id) : 0,
    flags: await flagsOf(conn, viewer, id),
    citations: await citationsOf(conn, id),
  }
}

/** One proposal, answered or not. Throws NotFound. */
export async function readProposal(conn: Conn, id: number): Promise<ProposalItem> {
  return itemOf((await findProposal(conn, id)) ?? missing('proposal'))
}

type Row = NonNullable<Awaited<ReturnType<typeof findProposal>>>

function itemOf({ rating, rationale, explanation, before, beforeRating, ...row }: Row): ProposalItem {
  const after = rating && rationale !== null ? { number: null, rating, rationale, explanation } : null
  const { id, claimId, kind, note, createdAt, author, outcome, answeredBy, reason } = row
  const told = { id, claimId, kind, note, createdAt, author, outcome, answeredBy, reason }
  return { ...told, before: { ...before, rating: beforeRating satisfies ShownRating }, after }
}
