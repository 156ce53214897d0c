import type { Basis, ClaimState, Deciding, Role, Stance } from '../../db/schema/index.ts'

/** The fields that an edit changed, as they were and as they are. */
type Change = { before: Fields; after: Fields }
type Fields = Record<string, string | number | boolean | null | string[]>

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
  'person.signed_in': Nothing
  'person.signed_out': { devices: number }
  'invitation.made': { invitation: number; role: Role }
  'invitation.withdrawn': { invitation: number }
  'settings.changed': { before: Fields & { deciding?: Deciding }; after: Fields }
  'article.added': { title: string; version: number; sha256: string; sentences: number }
  'article.edited': Change
  'sentence.set_aside': { sentence: number; start: number; end: number; reason: string }
  'sentence.returned': { sentence: number; start: number; end: number }
  'claim.added': { number: number; statement: string; quote: string; start: number; end: number }
  'claim.edited': Change
  'claim.assigned': { before: number | null; after: number | null }
  'claim.moved': { before: ClaimState; after: ClaimState }
  'claim.set_aside': { before: ClaimState; reason: string }
  'claimant.edited': Change & { claimant: number }
  'source.added': { kind: string; primary: boolean; confidential: boolean }
  'source.edited': { fields: string[] }
  'evidence.added': { evidence: number; stance: Stance; sha256: string }
  'evidence.edited': { evidence: number; fields: string[]; sha256: string }
  'evidence.withdrawn': { evidence: number; reason: string }
  'verdict.given': { verdict: number; number: number; rating: string; sha256: string }
  'verdict.approved': { verdict: number; number: number }
  'verdict.returned': { verdict: number; number: number; reason: string }
  'decision.made': { decision: number; number: number; verdict: number; rating: string; basis: Basis }
  'claims.exported': { file: 'claims' | 'evidence'; variant: 'spreadsheet' | 'raw'; filter: string }
}

export type EventType = keyof Events

/** What an event is about: the rows whose history it stands in. */
export type Subject = { article?: number; claim?: number; source?: number; person?: number }

/** What an event about a claim is about: the histories of the claim and of its article show it. */
export const aboutClaim = (claim: { id: number; articleId: number }): Subject => ({
  article: claim.articleId,
  claim: claim.id,
})
