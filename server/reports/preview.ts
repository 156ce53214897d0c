import type { Conn } from '../../db/conn.ts'
import { type Person, permit } from '../accounts/permissions.ts'
import { newestEdition } from './edition-store.ts'
import { fingerprintOf } from './edition.ts'
import { freezeClaim } from './freeze.ts'
import { type MarkupAdvice, markupAdvice } from './markup-advice.ts'
import { deciders, keptBack, publicPlace } from './preview-store.ts'
import type { PublicClaim } from './public.ts'
import { correctionsOfClaims, publicAttempts, publicSettings, renewalsOf } from './public-store.ts'
import { correctionOf } from './published.ts'
import { claimPath, reportPath } from './slug.ts'
import { warningsOf } from './warnings.ts'

/** What readers would see, without the event that would make it. */
export type ClaimPreview = Omit<PublicClaim, 'history'> & { history?: PublicClaim['history'] }

/** A claim before it is published, or its page before it is brought up to date. */
export type Preview = {
  page: ClaimPreview
  /** What can be done: nothing while there is no decision, or when readers see this already. */
  step: 'publish' | 'renew' | 'nothing' | 'undecided'
  decision: number | null
  /** SHA-256 of what would become public. */
  seen: string
  /** Where readers find it now, if they do. */
  path: string | null
  warnings: string[]
  markup: MarkupAdvice[]
  /** How much stays in the newsroom. */
  kept: Awaited<ReturnType<typeof keptBack>>
  showNames: boolean
}

/** What an editor reads before publishing, as if it were done now. Throws NotFound, and Forbidden for others. */
export async function previewOf(conn: Conn, person: Person, claimId: number, now: Date): Promise<Preview> {
  permit(person, 'claim.publish')
  const { claim, content, decisionId } = await freezeClaim(conn, claimId)
  const seen = fingerprintOf(content)
  const place = await publicPlace(conn, claimId)
  const { newsroom, method, showNames } = await publicSettings(conn)
  const replies = await publicAttempts(conn, claimId)
  const kept = await keptBack(conn, claimId)
  const { v: _, finding, evidence, ...told } = content
  const named = showNames && decisionId !== null ? await deciders(conn, decisionId) : undefined
  const names = named ?? { checkedBy: null, reviewedBy: null }
  const path = place ? claimPath(place.reportSlug, place.slug) : null
  const log = await correctionsOfClaims(conn, [claimId])
  const page = {
    ...told,
    finding: finding && { ...finding, ...names },
    evidence,
    key: '',
    path: path ?? '',
    number: place?.number ?? 0,
    newsroom,
    method,
    state: 'published' as const,
    reportPath: place?.reportPublishedAt ? reportPath(place.reportSlug) : null,
    replies,
    corrections: log.map((row) => correctionOf(row, 'published')),
    renewals: await renewalsOf(conn, claimId),
    publishedAt: place?.publishedAt ?? now.toISOString(),
    updatedAt: now.toISOString(),
  }
  const isShown = claim.state === 'published' && (await newestEdition(conn, claimId))?.sha256 === seen
  const warnings = warningsOf({
    content,
    asked: kept.asked,
    publicReplies: replies.length,
    confidential: kept.confidential,
  })
  return {
    page,
    step: decisionId === null ? 'undecided' : stepOf(claim.state, isShown),
    decision: decisionId,
    seen,
    path,
    warnings,
    markup: markupAdvice(page),
    kept,
    showNames,
  }
}

function stepOf(state: string, isShown: boolean): Preview['step'] {
  if (state === 'decided') return 'publish'
  if (state !== 'published') return 'undecided'
  return isShown ? 'nothing' : 'renew'
}
