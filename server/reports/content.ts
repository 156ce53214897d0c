import type {
  Basis,
  ClaimKind,
  ClaimantKind,
  PassageMatch,
  PublicArticle,
  SourceKind,
  Stance,
  Tone,
} from '../../db/schema/index.ts'

/** Somebody who said or reported something; `sameAs` is an address that stands for exactly them. */
export type PublicClaimant = { name: string; role: string; kind: ClaimantKind | null; sameAs: string | null }

/** A rating with what it means; `value` is 5 (true) to 1 (false), null beside that axis. */
type PublicRating = {
  scale: string
  key: string
  label: string
  definition: string
  value: number | null
  tone: Tone
  shape: string
}

/** The words of the article, and what stands around them. Offsets are UTF-16 code units of the frozen text with that SHA-256 (of its UTF-8 bytes). */
type PublicQuote = {
  exact: string
  /** What stands right before and after, for finding the words again. */
  prefix: string
  suffix: string
  start: number
  end: number
  /** The same place counted in Unicode code points, as other programs count. */
  codePoints: { start: number; end: number }
  textSha256: string
  /** The rest of the sentences, for reading. */
  before: string
  after: string
}

/** One piece of evidence from a source that is not confidential. */
export type PublicEvidence = {
  /** Counted from 1 within the claim's page. */
  number: number
  stance: Stance
  passage: string | null
  locator: string | null
  /** The address of the source with a text fragment that leads to the passage; null without either. */
  passageUrl: string | null
  /** The copy of the source that the newsroom keeps, and whether the passage stands in it. */
  copy: { sha256: string; capturedAt: string; match: PassageMatch | null } | null
  addedAt: string
  source: {
    title: string
    publisher: string | null
    author: string | null
    publishedOn: string | null
    language: string | null
    kind: SourceKind
    primary: boolean
    interest: string | null
    url: string | null
    archivedUrl: string | null
    doi: string | null
    isbn: string | null
  }
}

/** What was found, and how the newsroom came to it. */
export type PublicFinding = {
  rating: PublicRating
  rationale: string
  /** Markdown. */
  explanation: string | null
  basis: Basis
  decidedAt: string
  /** Whether a second person looked at it. */
  reviewed: boolean
}

/** What an edition holds: all that readers are told of a claim but for what must be able to vanish, which is known here by id. */
export type ClaimContent = {
  v: 1
  article: PublicArticle
  statement: string
  quote: PublicQuote
  claimant: PublicClaimant | null
  reportedBy: PublicClaimant | null
  /** ISO 8601, as much as is known of it. */
  claimedOn: string | null
  claimedPlace: string | null
  kind: ClaimKind
  tags: string[]
  /** Null once the decision is withdrawn. */
  finding: PublicFinding | null
  evidence: (PublicEvidence & { id: number })[]
}

/** Reads the content of an edition back. */
export function contentOf(edition: { content: string }): ClaimContent {
  // Editions are written by `keepEdition` alone, and a trigger keeps them from changing.
  return JSON.parse(edition.content) as ClaimContent
}
