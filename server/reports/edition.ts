import type { Tx } from '../../db/conn.ts'
import type { EditionReason, PublicArticle } from '../../db/schema/index.ts'
import { comparable } from '../claims/comparable.ts'
import { Conflict } from '../errors.ts'
import { canonical, sha256 } from '../history/record.ts'
import type { ClaimContent } from './content.ts'
import {
  findPublicClaim,
  insertEdition,
  insertPublicClaim,
  insertReport,
  insertSlug,
  lastPublicNumber,
  newestEdition,
  replaceFacets,
  reportOfArticle,
  reportWithSlug,
  updatePublicClaim,
} from './edition-store.ts'
import { announce } from '../webhooks/announce.ts'
import type { Frozen } from './freeze.ts'
import { slugOf } from './slug.ts'

/**
 * SHA-256 of what readers can see of an edition, in hexadecimal: the history keeps it, and public pages show it. The ids of evidence are not
 * in it, since who tries one after the other would learn how much evidence the desk holds.
 */
export const fingerprintOf = (content: ClaimContent): string => sha256(readable(content)).toString('hex')

/** What the fingerprint is of: JSON, as RFC 8785 writes it. */
export function readable(content: ClaimContent): string {
  const evidence = content.evidence.map(({ id: _id, ...shown }) => shown)
  return canonical({ ...content, evidence })
}

/** Returns the fingerprint of what is about to become public. Throws Conflict when it is not what was seen; undefined: nothing was shown before. */
export function refuseUnseen({ content }: Frozen, seen: string | undefined): string {
  const sha256 = fingerprintOf(content)
  if (seen !== undefined && seen !== sha256)
    throw new Conflict(
      'Something that readers would see was changed meanwhile. Read it again below; publish it if it is right.',
    )
  return sha256
}

type Making = {
  why: EditionReason
  /** The event that tells of it. */
  seq: number
  correctionId?: number
  /** What readers are told of it, where no correction does. */
  note?: string
}

/**
 * Makes what was frozen the public page of a claim, and has webhooks told, in the transaction and after the event of the change. The first time gives the claim its
 * address, and its article too.
 */
export async function keepEdition(tx: Tx, actor: { id: number }, frozen: Frozen, making: Making): Promise<void> {
  const { claim, content, decisionId } = frozen
  const { why, seq, correctionId = null, note = null } = making
  const number = ((await newestEdition(tx, claim.id))?.number ?? 0) + 1
  const row = { claimId: claim.id, number, why, note, decisionId, correctionId, eventSeq: seq, createdById: actor.id }
  const text = { content: canonical(content), sha256: fingerprintOf(content) }
  const editionId = await insertEdition(tx, { ...row, ...text, createdAt: tx.now })
  await announce(tx, why === 'published' ? 'published' : 'corrected', editionId)
  await show(tx, frozen, { editionId, state: why === 'withdrawn' ? 'withdrawn' : 'published' })
  await replaceFacets(tx, claim.id, facetsOf(content))
}

type Shown = { editionId: number; state: 'published' | 'withdrawn' }

async function show(tx: Tx, { claim, content }: Frozen, shown: Shown): Promise<void> {
  const now = { ...shown, place: content.quote.start, changedAt: tx.now }
  if (await findPublicClaim(tx, claim.id)) return updatePublicClaim(tx, claim.id, now)
  const reportId = await reportFor(tx, claim.articleId, content.article)
  const number = (await lastPublicNumber(tx, reportId)) + 1
  const slug = [number, slugOf(content.statement)].filter(Boolean).join('-')
  await insertPublicClaim(tx, { claimId: claim.id, reportId, number, slug, publishedAt: tx.now, ...now })
}

/** The id of an article's report, made with an address of its title when it has none yet. */
export async function reportFor(tx: Tx, articleId: number, article: PublicArticle): Promise<number> {
  const known = await reportOfArticle(tx, articleId)
  if (known) return known.id
  const slug = await freeSlug(tx, slugOf(article.title) || 'report')
  const id = await insertReport(tx, { articleId, slug, article, changedAt: tx.now })
  await insertSlug(tx, slug, id)
  return id
}

async function freeSlug(tx: Tx, wanted: string): Promise<string> {
  for (let number = 1; ; number++) {
    const slug = number === 1 ? wanted : `${wanted}-${number}`
    if ((await reportWithSlug(tx, slug)) === undefined) return slug
  }
}

function facetsOf({ claimant, finding, tags }: ClaimContent) {
  return [
    ...(claimant ? [{ facet: 'claimant' as const, value: facetKey(claimant.name) }] : []),
    ...(finding ? [{ facet: 'rating' as const, value: finding.rating.key }] : []),
    ...[...new Set(tags.map(facetKey))].map((value) => ({ facet: 'tag' as const, value })),
  ]
}

/** What a claimant or a tag is found by, in addresses too. */
export const facetKey = (name: string): string => slugOf(name) || comparable(name)

/** Whether a claim is or was public. */
export const wasPublic = async (tx: Tx, claimId: number): Promise<boolean> =>
  (await findPublicClaim(tx, claimId)) !== undefined
