import type {
  AttemptOutcome,
  AttemptPurpose,
  AttemptWay,
  CorrectionKind,
  EditionReason,
  PublicArticle,
} from '../../db/schema/index.ts'
import type { ShownRating } from '../../views/parts/rating-badge.ts'
import type { ClaimContent, PublicEvidence, PublicFinding } from './content.ts'

/** What there is at a public address: something, a way to where it is now, or a note in the place of what was there. */
export type Lookup<T> = { here: T } | { movedTo: string } | { gone: Gone } | undefined

/** A report that was taken down. Times are instants (ISO 8601, UTC). */
type Gone = { newsroom: string; title: string; at: string; note: string }

/** A public claim in a list. */
export type PublicClaimLine = {
  /** Never changes, and counts only what was published: `r2.3`. */
  key: string
  /** The address, from the root of this server. */
  path: string
  number: number
  state: 'published' | 'withdrawn'
  article: PublicArticle
  statement: string
  quote: string
  /** Where the quote is in the frozen text of the article. */
  place: Omit<ClaimContent['quote'], 'exact' | 'before' | 'after'>
  claimant: ClaimContent['claimant']
  /** ISO 8601, as much as is known of it. */
  claimedOn: string | null
  tags: string[]
  rating: PublicFinding['rating'] | null
  rationale: string | null
  publishedAt: string
  updatedAt: string
}

type PublicReply = {
  purpose: AttemptPurpose
  whom: string
  way: AttemptWay
  asked: string | null
  askedOn: string
  deadlineOn: string | null
  outcome: AttemptOutcome
  answer: string | null
  answeredOn: string | null
}

/** A change of what was published. A withdrawal has nothing after it, and repeats nothing of what was withdrawn but its rating. */
export type PublicCorrection = {
  number: number
  kind: CorrectionKind
  note: string
  at: string
  before: { rating: ShownRating; rationale: string | null }
  after: { rating: ShownRating; rationale: string | null } | null
}

/** All that is public of one claim. `checkedBy` and `reviewedBy` are null where the newsroom names nobody, or nobody reviewed. */
export type PublicClaim = Omit<ClaimContent, 'v' | 'evidence' | 'finding'> & {
  key: string
  path: string
  number: number
  newsroom: string
  /** How the newsroom checks, in Markdown. */
  method: string | null
  state: 'published' | 'withdrawn'
  /** The page of the whole article, where it is public. */
  reportPath: string | null
  finding: (PublicFinding & { checkedBy: string | null; reviewedBy: string | null }) | null
  evidence: PublicEvidence[]
  replies: PublicReply[]
  /** The newest first. */
  corrections: PublicCorrection[]
  /** What was told each time that the page was brought up to date, the newest first. */
  renewals: { at: string; note: string }[]
  publishedAt: string
  updatedAt: string
  /** The event of the signed history that made this page, by its hash, and the SHA-256 of the page's content that it holds. */
  history: { hash: string; content: string; at: string }
}

/** All that is public of an article. */
export type PublicReport = {
  /** Never changes, and counts only what was published: `r2`. */
  key: string
  slug: string
  path: string
  newsroom: string
  method: string | null
  article: PublicArticle
  publishedAt: string
  updatedAt: string
  /** How many other claims are marked in the article and not published; null where the newsroom does not say. */
  otherClaims: number | null
  /** In the order of the text, withdrawn ones among them. */
  claims: PublicClaimLine[]
  /** Of all its claims, the newest first. */
  corrections: (PublicCorrection & { claim: string })[]
}

/** A change of the public page of a claim, with the claim as it is now. */
export type PublicChange = {
  /** Never changes: `r2.3/1`. */
  key: string
  why: EditionReason
  /** What kind of correction it was, null for what was none, and what readers were told. */
  kind: CorrectionKind | null
  note: string | null
  at: string
  claim: PublicClaimLine
}
