import type {
  AttemptPurpose,
  Basis,
  ClaimState,
  CorrectionKind,
  Deciding,
  Difference,
  ErrorOutcome,
  ImportTarget,
  PassageMatch,
  PauseReason,
  PolicyLevel,
  PolicyRule,
  RelationKind,
  Role,
  RoundEnd,
  Scope,
  Side,
  SnapshotOrigin,
  SitePageKey,
  SourceFlagReason,
  Stance,
  WebhookEvent,
} from '../../db/schema/index.ts'
import type { ClaimFile, CsvVariant, Variant } from '../exports/words.ts'

/** The fields that an edit changed, as they were and as they are. */
type Change = { before: Fields; after: Fields }
type Fields = Record<string, string | number | boolean | null | string[]>

/** Why a source is no longer watched. */
export type WatchEnd = 'by_hand' | 'confidential' | 'no_address' | 'merged'

type Nothing = Record<string, never>

/**
 * Every kind of event and what it keeps. People are named by id only, so that a name can be changed or removed; secrets,
 * addresses and the contents of confidential sources stay out.
 */
export type Events = {
  'person.joined': { role: Role; by: 'setup' | 'invitation' | 'sample' }
  'person.renamed': Nothing
  'person.role_changed': { before: Role; after: Role }
  'person.deactivated': Nothing
  'person.reactivated': Nothing
  'person.password_changed': Nothing
  'person.password_link_made': Nothing
  'person.password_chosen': Nothing
  'person.signed_in': Nothing
  'person.signed_out': { devices: number }
  'token.made': { token: number; scopes: Scope[]; until: string }
  'token.revoked': { token: number }
  'invitation.made': { invitation: number; role: Role }
  'invitation.withdrawn': { invitation: number }
  'settings.changed': { before: Fields & { deciding?: Deciding }; after: Fields }
  'article.added': { title: string; version: number; sha256: string; sentences: number }
  'article.edited': Change
  'article.signed_off': { sentences: number; untouched: number; waiver?: string }
  'article.sign_off_ended': { why: 'by_hand' | 'untouched' }
  'article.version_added': {
    version: number
    sha256: string
    sentences: number
    /** Sentences that did not change. */
    kept: number
    /** The claims whose words stand in it unchanged, each with its new place: id, start, end. */
    followed: number[][]
    confirmed: number
    lost: number
  }
  'sentence.set_aside': { sentence: number; start: number; end: number; reason: string }
  'sentence.returned': { sentence: number; start: number; end: number }
  'claim.added': { number: number; statement: string; quote: string; start: number; end: number }
  'claim.edited': Change
  'claim.assigned': { before: number | null; after: number | null }
  'claim.moved': { before: ClaimState; after: ClaimState }
  'claim.anchored': { version: number; before: string; after: string; start: number; end: number }
  'claim.lost': { version: number }
  'claim.gone': { version: number }
  'claim.set_aside': { before: ClaimState; reason: string }
  'finding.accepted': { finding: number; start: number; end: number; sha256: string }
  'finding.set_aside': { finding: number; start: number; end: number; sha256: string; reason: string }
  'finding.taken_back': { finding: number; decision: 'accepted' | 'set_aside' }
  'learning.switched': { on: boolean; decisions: number }
  'learning.reset': { decisions: number }
  'claimant.edited': Change & { claimant: number }
  'source.added': { kind: string; primary: boolean; confidential: boolean }
  'source.edited': { fields: string[] }
  'snapshot.kept': {
    snapshot: number
    origin: SnapshotOrigin
    type: string
    size: number
    sha256: string
    /** SHA-256 of the UTF-8 bytes of the text that was read out of it. */
    text: string
  }
  'source.merged': { merged: number; evidence: number; claims: number; fields: string[] }
  'source.separated': { merged: number; evidence: number; restored: boolean }
  'evidence.added': { evidence: number; stance: Stance; sha256: string; passage?: PassageMatch; snapshot?: number }
  'evidence.edited': {
    evidence: number
    fields: string[]
    sha256: string
    passage?: PassageMatch
    snapshot?: number
  }
  'evidence.looked_up': {
    evidence: number
    snapshot: number
    before: PassageMatch | null
    after: PassageMatch | null
  }
  'evidence.withdrawn': { evidence: number; reason: string }
  'verdict.given': {
    verdict: number
    number: number
    rating: string
    sha256: string
    evidence?: number[]
    override?: string
    departs?: { claim?: number; check?: number; reason: string }
  }
  'verdict.approved': { verdict: number; number: number }
  'verdict.returned': { verdict: number; number: number; reason: string }
  'decision.made': { decision: number; number: number; verdict: number; rating: string; basis: Basis }
  /** `sha256` is of what its public page says from then on; it is missing in events from before there were pages. */
  'claim.published': { decision: number; sha256?: string }
  'claim.renewed': { sha256: string; note: string }
  'report.published': { slug: string; claims: number; others?: number }
  'report.unpublished': { note: string }
  /** Somebody outside reported an error; `sha256` is of a salt and what they sent, so that it can be erased. */
  'error.reported': { report: number; sha256: string }
  'error.answered': { report: number; outcome: ErrorOutcome; sha256?: string }
  'error.erased': { report: number }
  /** A page that the newsroom tells readers of itself; without a hash when it was taken off the site. */
  'site.written': { page: SitePageKey; number: number; sha256?: string }
  'claim.judged_independently': { before: boolean | null; after: boolean | null }
  'round.opened': { round: number; first: number; second: number }
  'round.checkers_changed': { round: number; before: number[]; after: number[] }
  'round.closed': { round: number; ended: RoundEnd; reason?: string }
  'round.adjudicated': { round: number; decision: number; difference: Difference; note: string }
  'policy.changed': { rule: PolicyRule; before: PolicyLevel; after: PolicyLevel }
  'search.recorded': { search: number; side: Side; note: string }
  'search.withdrawn': { search: number; side: Side }
  'attempt.added': { attempt: number; purpose: AttemptPurpose; sha256: string }
  'attempt.edited': { attempt: number; purpose: AttemptPurpose; fields: string[]; sha256: string }
  'attempt.withdrawn': { attempt: number; purpose: AttemptPurpose; sha256: string }
  'attempt.erased': { attempt: number; purpose: AttemptPurpose }
  'comment.added': { comment: number; thread: number; on: 'claim' | 'evidence' | 'verdict'; sha256: string }
  'comment.erased': { comment: number; thread: number }
  'thread.resolved': { thread: number }
  'thread.reopened': { thread: number }
  'proposal.made': { proposal: number; kind: CorrectionKind }
  'proposal.returned': { proposal: number; reason: string }
  'correction.made': {
    correction: number
    number: number
    kind: CorrectionKind
    note: string
    before: number
    after: number | null
    sha256?: string
  }
  'citation.added': { cited: number }
  'citation.removed': { cited: number }
  'relation.added': { relation: number; kind: RelationKind; other: number }
  'relation.withdrawn': { relation: number; kind: RelationKind; other: number }
  'check.added': { check: number; sha256: string }
  'check.withdrawn': { check: number }
  /** What came of each row is a row of the import; `file` is the SHA-256 of its bytes. */
  'import.started': { import: number; target: ImportTarget; file: string; rows: number }
  'import.finished': { import: number; added: number; already: number; leftOut: number }
  'import.undone': { import: number; undone: number; kept: number }
  'flag.raised': { flag: number; correction: number; why: 'same_source' | 'cites' }
  'flag.cleared': { flag: number; note: string }
  'scale.added': { scale: string; name: string; ratings: string[] }
  'scale.edited': { scale: string; before: Fields; after: Fields }
  'scale.retired': { scale: string }
  'rating.added': { scale: string; rating: string }
  'rating.edited': { scale: string; rating: string; before: Fields; after: Fields }
  'rating.retired': { scale: string; rating: string }
  'work.handed_over': { from: number; to: number; claims: number }
  'bulk.started': { bulk: number; claims: number }
  'bulk.finished': { bulk: number; changed: number; left: number }
  'bulk.undone': { bulk: number; restored: number; kept: number }
  'list.shared': { list: number; name: string }
  'list.changed': Change & { list: number }
  'list.withdrawn': { list: number; name: string }
  'history.exported': { events: number }
  'key.made': { key: string; before: string | null }
  'watching.switched': { on: boolean; hours: number }
  'source.watched': Nothing
  'source.watch_ended': { why: WatchEnd }
  'source.archive_asked': Nothing
  'source.archive_kept': { filled: boolean }
  'source.archive_refused': Nothing
  'source.flagged': { flag: number; why: SourceFlagReason }
  'source.flag_cleared': { flag: number; note: string }
  'webhook.added': { webhook: number; events: WebhookEvent[] }
  'webhook.removed': { webhook: number }
  'webhook.tested': { webhook: number }
  'webhook.paused': { webhook: number; why: PauseReason }
  'webhook.resumed': { webhook: number }
  'job.retried': { job: number; kind: string }
  'job.given_up': { job: number; kind: string }
  'sources.exported': { variant: CsvVariant; filter: string }
  'claims.exported': { file: ClaimFile; variant: Variant; filter: string }
  'history.list_exported': { variant: Variant; filter: string }
  'annotations.exported': Nothing
  'bundle.exported': Nothing
}

export type EventType = keyof Events

/** What an event is about: the rows whose history it stands in. */
export type Subject = {
  article?: number
  claim?: number
  source?: number
  person?: number
  /** A round of independent verdicts: until it is closed, only the actor finds the event. */
  round?: number
}

/** What an event about a claim is about: the histories of the claim and of its article show it. */
export const aboutClaim = (claim: { id: number; articleId: number }): Subject => ({
  article: claim.articleId,
  claim: claim.id,
})
