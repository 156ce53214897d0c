import type { Conn } from '../../db/conn.ts'
import type { ClaimantKind } from '../../db/schema/index.ts'
import type { ShownRating } from '../../views/parts/rating-badge.ts'
import { missing } from '../errors.ts'
import type { Claimant } from './claimant.ts'
import { findClaim, findClaims, marksOf } from './store.ts'
import type { ClaimKind, ClaimState, Priority, Standing } from './words.ts'

export type { Claimant } from './claimant.ts'

/** Offsets are UTF-16 code units of the frozen text of the version. */
export type ClaimRecord = {
  id: number
  articleId: number
  articleTitle: string
  language: string
  outlet: string | null
  publishedOn: string | null
  number: number
  versionId: number
  /** Which version of the article that is, counted from 1. */
  versionNumber: number
  /** Whether the words stand in the newest version. */
  standing: Standing
  statement: string
  quote: string
  quoteStart: number
  quoteEnd: number
  prefix: string
  suffix: string
  claimant: Claimant | null
  reportedBy: Claimant | null
  claimedOn: string | null
  claimedPlace: string | null
  kind: ClaimKind
  tags: string[]
  priority: Priority
  assignee: { id: number; name: string } | null
  dueOn: string | null
  state: ClaimState
  setAsideReason: string | null
  stateBefore: ClaimState | null
  decisionId: number | null
  /** Whether it came out of a file that tells of a verdict. */
  imported: boolean
  /** Whether two checkers judge it independently; null: as its article says. */
  independent: boolean | null
  articleIndependent: boolean
  publishedAt: string | null
  correctionCount: number
  rating: (ShownRating & { id: number; key: string }) | null
  createdAt: string
  changedAt: string
  version: number
}

/** Throws NotFound. */
export async function readClaim(conn: Conn, id: number): Promise<ClaimRecord> {
  return (await findClaim(conn, id)) ?? missing('claim')
}

/** Those of the claims that there are, in the order of their ids as given. */
export async function readClaims(conn: Conn, ids: readonly number[]): Promise<ClaimRecord[]> {
  const found = new Map((await findClaims(conn, ids)).map((claim) => [claim.id, claim]))
  return ids.flatMap((id) => found.get(id) ?? [])
}

/** A claim as the reading view marks it. */
export type ClaimMark = {
  id: number
  number: number
  statement: string
  quoteStart: number
  quoteEnd: number
  quote: string
  standing: Standing
  state: ClaimState
  rating: ShownRating | null
}

/** The claims of an article in the order of its text, those set aside included, and those whose words are not in the newest one. */
export const claimsOfArticle = (conn: Conn, articleId: number): Promise<ClaimMark[]> => marksOf(conn, articleId)

/** What is known about a claim besides its place in the text. */
export type ClaimDetails = {
  statement: string
  claimant: string | null
  claimantRole: string | null
  /** As far as somebody says it here. */
  claimantKind?: ClaimantKind | null
  reportedBy: string | null
  claimedOn: string | null
  claimedPlace: string | null
  kind: ClaimKind
  tags: string[]
  priority: Priority
  assigneeId: number | null
  dueOn: string | null
}
