import type { Conn, Tx } from '../../db/conn.ts'
import type { Db } from '../../db/open.ts'
import { write } from '../../db/write.ts'
import { type Person, permit } from '../accounts/permissions.ts'
import { publishIn } from '../claims/publication.ts'
import { BadInput, Conflict, missing } from '../errors.ts'
import { aboutClaim } from '../history/events.ts'
import { record } from '../history/record.ts'
import { fingerprintOf, keepEdition, refuseUnseen, reportFor } from './edition.ts'
import { insertSlug, newestEdition, reportOfArticle, reportWithSlug, updateReport } from './edition-store.ts'
import { freezeClaim } from './freeze.ts'
import { articleToPublish, otherClaims, publishedCount } from './report-store.ts'
import { claimsToReport } from './preview-store.ts'
import { isSlug, reportPath, slugOf } from './slug.ts'

/** What an editor publishes of an article: decided claims by id with the decision that was read, and whether readers learn how many others are marked. */
export type ToReport = {
  slug: string
  others: boolean
  claims: { id: number; decision: number; seen?: string | undefined }[]
}

/**
 * Publishes the report of an article, and the decisions named along with it: all its published decisions stand in it from then on. Throws
 * BadInput for an address that is taken or none, Conflict for what cannot be published or without anything to show.
 */
export function publishReport(
  db: Db,
  person: Person,
  articleId: number,
  { slug, others, claims }: ToReport,
): Promise<void> {
  permit(person, 'report.publish')
  return write(db, async (tx) => {
    const article = (await articleToPublish(tx, articleId)) ?? missing('article')
    for (const { id, ...publishing } of claims) await publishIn(tx, person, id, publishing)
    const shown = await publishedCount(tx, articleId)
    if (shown === 0)
      throw new Conflict('Nothing of this article is published yet. Tick a decision to publish along with the report.')
    const reportId = await reportFor(tx, articleId, article)
    await giveSlug(tx, reportId, slug)
    const count = others ? await otherClaims(tx, articleId) : null
    const state = { publishedAt: tx.now, unpublishedAt: null, publicNote: null, changedAt: tx.now }
    await updateReport(tx, reportId, { ...state, slug, article, otherClaims: count })
    const told = { slug, claims: shown, ...(count !== null && { others: count }) }
    await record(tx, person, 'report.published', { article: articleId }, told)
  })
}

async function giveSlug(tx: Tx, reportId: number, slug: string): Promise<void> {
  if (!isSlug(slug))
    throw new BadInput({ slug: 'Write small letters and digits with hyphens between, such as harbour-report.' })
  const owner = await reportWithSlug(tx, slug)
  if (owner !== undefined && owner !== reportId)
    throw new BadInput({ slug: 'Another report has, or had, this address. Choose another one.' })
  if (owner === undefined) await insertSlug(tx, slug, reportId)
}

/** Takes down the page of an article; the note stands in its place. The pages of its claims stay. Throws Conflict when it is not public. */
export function unpublishReport(db: Db, person: Person, articleId: number, note: string): Promise<void> {
  permit(person, 'report.publish')
  return write(db, async (tx) => {
    const report = await reportOfArticle(tx, articleId)
    if (!report || report.publishedAt === null) throw new Conflict('This report is not public.')
    const gone = { publishedAt: null, unpublishedAt: tx.now, publicNote: note, changedAt: tx.now }
    await updateReport(tx, report.id, gone)
    await record(tx, person, 'report.unpublished', { article: articleId }, { note })
  })
}

/**
 * Brings the public page of a published claim up to date with what the desk knows by now; readers get the note. Throws Conflict when
 * nothing would change, or something else than what was seen.
 */
export function renewClaim(
  db: Db,
  person: Person,
  claimId: number,
  { note, seen }: { note: string; seen: string },
): Promise<void> {
  return write(db, (tx) => renewIn(tx, person, claimId, { note, seen }))
}

/** The same inside a transaction; without `seen` nobody has looked at it before. */
export async function renewIn(
  tx: Tx,
  person: Person,
  claimId: number,
  { note, seen }: { note: string; seen?: string },
): Promise<void> {
  permit(person, 'claim.publish')
  const frozen = await freezeClaim(tx, claimId)
  if (frozen.claim.state !== 'published') throw new Conflict('This claim is not published.')
  if ((await newestEdition(tx, claimId))?.sha256 === fingerprintOf(frozen.content))
    throw new Conflict('Readers see what stands here already.')
  const sha256 = refuseUnseen(frozen, seen)
  const seq = await record(tx, person, 'claim.renewed', aboutClaim(frozen.claim), { sha256, note })
  await keepEdition(tx, person, frozen, { why: 'renewed', seq, note })
}

/** The report of an article as an editor finds it before publishing; `slug` is its address, or the one proposed. */
export type ReportToPublish = {
  slug: string
  path: string | null
  /** Since when it is public, or when it was taken down and what stands there. */
  publishedAt: string | null
  gone: { at: string; note: string } | null
  others: number
  /** Whether readers are told how many. */
  saysOthers: boolean
  claims: Awaited<ReturnType<typeof claimsToReport>>
}

/** Reads it. */
export async function reportToPublish(
  conn: Conn,
  { id, title }: { id: number; title: string },
): Promise<ReportToPublish> {
  const report = await reportOfArticle(conn, id)
  const gone = report?.unpublishedAt ? { at: report.unpublishedAt, note: report.publicNote ?? '' } : null
  return {
    slug: report?.slug ?? (slugOf(title) || 'report'),
    path: report ? reportPath(report.slug) : null,
    publishedAt: report?.publishedAt ?? null,
    gone,
    others: await otherClaims(conn, id),
    saysOthers: report?.otherClaims != null,
    claims: await claimsToReport(conn, id),
  }
}
