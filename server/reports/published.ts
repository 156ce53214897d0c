import type { Conn } from '../../db/conn.ts'
import { sha256 } from '../history/record.ts'
import { type ClaimContent, type PublicEvidence, contentOf } from './content.ts'
import type { Lookup, PublicChange, PublicClaim, PublicClaimLine, PublicCorrection, PublicReport } from './public.ts'
import { changeRows, newestPublic } from './public-list-store.ts'
import {
  type CorrectionRow,
  type LineRow,
  type ReportAt,
  claimOfReport,
  claimsOfReport,
  correctionsOfClaims,
  editionsShown,
  hiddenEvidence,
  publicAttempts,
  publicSettings,
  renewalsOf,
  reportAt,
  publicState,
} from './public-store.ts'
import { wantedIn } from './public-search.ts'
import { readable } from './edition.ts'
import { claimNumberIn, claimPath, reportPath } from './slug.ts'

/** The report of an article at that address. */
export async function publishedArticle(conn: Conn, slug: string): Promise<Lookup<PublicReport>> {
  const report = await reportAt(conn, slug)
  if (!report) return undefined
  const { newsroom, method } = await publicSettings(conn)
  if (report.publishedAt === null) return goneOf(report, newsroom)
  const path = reportPath(report.slug)
  if (report.slug !== slug) return { movedTo: path }
  const rows = await claimsOfReport(conn, report.id)
  const log = await correctionsOfClaims(
    conn,
    rows.map((row) => row.claimId),
  )
  const keys = new Map(rows.map((row) => [row.claimId, row]))
  const { article, publishedAt, otherClaims } = report
  const told = { key: `r${report.id}`, slug, path, newsroom, method, article, publishedAt, otherClaims }
  const updatedAt = rows.map(({ changedAt }) => changedAt).reduce(later, report.changedAt)
  const corrections = log.flatMap((row) => {
    const claim = keys.get(row.claimId)
    return claim ? { ...correctionOf(row, claim.state), claim: keyOf(claim) } : []
  })
  return { here: { ...told, updatedAt, claims: rows.map(lineOf), corrections } }
}

/** What the newsroom is called. */
export const newsroomName = async (conn: Conn): Promise<string> => (await publicSettings(conn)).newsroom

/** A public page as the history holds it, and the event that made it, which is text. */
export type PublicPage = {
  number: number
  /** JSON, byte for byte what the event has the SHA-256 of; null when something in it may not be shown any more. */
  content: string | null
  event: { seq: number; body: string }
}

/** The pages of a report’s claims by number; none where there is no report. */
export async function publishedPages(conn: Conn, slug: string): Promise<PublicPage[]> {
  const report = await reportAt(conn, slug)
  const rows = report ? await editionsShown(conn, report.id) : []
  const pages: PublicPage[] = []
  for (const { claimId, number, seq, body, ...row } of rows) {
    const content = contentOf(row)
    const hidden = await hiddenEvidence(conn, claimId)
    const isWhole = content.evidence.every(({ id }) => !hidden.has(id))
    pages.push({ number, content: isWhole ? readable(content) : null, event: { seq, body: body.toString() } })
  }
  return pages
}

/**
 * A weak tag of the checks that are public as they are now, for what is sent in pieces. It is made of what is public: a number that other
 * work moves too would tell readers that somebody is at it.
 */
export const checksTag = async (conn: Conn): Promise<string> =>
  `W/"${sha256(JSON.stringify(await publicState(conn))).toString('base64url')}"`

/** One claim at that address. */
export async function publishedClaim(conn: Conn, slug: string, claimSlug: string): Promise<Lookup<PublicClaim>> {
  const report = await reportAt(conn, slug)
  const number = claimNumberIn(claimSlug)
  const row = report && number !== undefined ? await claimOfReport(conn, report.id, number) : undefined
  if (!row) return undefined
  const path = claimPath(row.reportSlug, row.slug)
  if (row.reportSlug !== slug || row.slug !== claimSlug) return { movedTo: path }
  const { newsroom, method, showNames } = await publicSettings(conn)
  const { v: _, evidence, finding, ...told } = contentOf(row)
  const hidden = await hiddenEvidence(conn, row.claimId)
  const named = { checkedBy: showNames ? row.checker : null, reviewedBy: showNames ? row.reviewer : null }
  const log = await correctionsOfClaims(conn, [row.claimId])
  return {
    here: {
      ...told,
      key: keyOf(row),
      path,
      number: row.number,
      newsroom,
      method,
      state: row.state,
      reportPath: row.reportPublishedAt === null ? null : reportPath(row.reportSlug),
      finding: finding && { ...finding, ...named },
      evidence: shown(evidence, hidden),
      replies: row.state === 'published' ? await publicAttempts(conn, row.claimId) : [],
      corrections: log.map((correction) => correctionOf(correction, row.state)),
      renewals: await renewalsOf(conn, row.claimId),
      publishedAt: row.publishedAt,
      updatedAt: row.changedAt,
      history: { hash: row.eventHash.toString('hex'), content: row.sha256, at: row.editionAt },
    },
  }
}

/** What lists of public claims are filtered by; claimant and tag as `facetKey` gives them, a rating by its key. */
type PublicFilter = { claimant?: string | undefined; rating?: string | undefined; tag?: string | undefined }

type Paged = PublicFilter & {
  /** What readers look for in what is published. */
  text?: string | undefined
  /** Whether those that were withdrawn are among them; not unless said. */
  withdrawn?: boolean
  /** The line that the page before ended with. */
  after?: Pick<PublicClaimLine, 'key' | 'publishedAt'> | undefined
  limit: number
}

/** Public claims, the newest publication first. */
export async function listPublished(
  conn: Conn,
  { withdrawn = false, text = '', after, limit, ...filter }: Paged,
): Promise<PublicClaimLine[]> {
  const place = after && placeOf(after)
  const asked = { facets: facetsIn(filter), withdrawn, wanted: wantedIn(text), after: place, limit }
  return (await newestPublic(conn, asked)).map(lineOf)
}

type Changes = PublicFilter & { since?: string; limit: number }

/** Publications, corrections and withdrawals, the newest first. */
export async function publishedChanges(conn: Conn, { since, limit, ...filter }: Changes): Promise<PublicChange[]> {
  const rows = await changeRows(conn, { ...(since !== undefined && { since }), limit, facets: facetsIn(filter) })
  return rows.map(changeOf)
}

/** The change that made an edition. */
export async function publishedChange(conn: Conn, editionId: number): Promise<PublicChange | undefined> {
  const [row] = await changeRows(conn, { editionId, limit: 1, facets: [] })
  return row && changeOf(row)
}

type ChangeRow = Awaited<ReturnType<typeof changeRows>>[number]

const changeOf = ({ edition, why, at, kind, note, renewal, ...row }: ChangeRow): PublicChange => ({
  key: `${keyOf(row)}/${edition}`,
  why,
  kind,
  note: note ?? renewal,
  at,
  claim: lineOf(row),
})

function goneOf({ unpublishedAt, publicNote, article }: ReportAt, newsroom: string): Lookup<never> {
  if (unpublishedAt === null) return undefined
  return { gone: { newsroom, title: article.title, at: unpublishedAt, note: publicNote ?? '' } }
}

function lineOf(row: LineRow): PublicClaimLine {
  const { article, statement, quote, claimant, claimedOn, tags, finding } = contentOf(row)
  const { exact, before: _before, after: _after, ...place } = quote
  return {
    key: keyOf(row),
    path: claimPath(row.reportSlug, row.slug),
    number: row.number,
    state: row.state,
    article,
    statement,
    quote: exact,
    place,
    claimant,
    claimedOn,
    tags,
    rating: finding?.rating ?? null,
    rationale: finding?.rationale ?? null,
    publishedAt: row.publishedAt,
    updatedAt: row.changedAt,
  }
}

const keyOf = ({ reportId, number }: { reportId: number; number: number }) => `r${reportId}.${number}`

function placeOf({ key, publishedAt }: { key: string; publishedAt: string }) {
  const [, report = 0, number = 0] = /^r(\d+)\.(\d+)$/.exec(key) ?? []
  return { at: publishedAt, report: Number(report), number: Number(number) }
}

function facetsIn({ claimant, rating, tag }: PublicFilter) {
  const given = { claimant, rating, tag }
  const names = ['claimant', 'rating', 'tag'] as const
  return names.flatMap((facet) => {
    const value = given[facet]
    return value === undefined ? [] : { facet, value }
  })
}

// Numbered as they are shown, so that nobody sees that one was taken out; named field by field, so that no id gets out.
const shown = (evidence: ClaimContent['evidence'], hidden: Set<number>): PublicEvidence[] =>
  evidence
    .filter(({ id }) => !hidden.has(id))
    .map(({ stance, passage, locator, passageUrl, copy, addedAt, source }, at) => {
      const where = { passage, locator, passageUrl, copy }
      return { number: at + 1, stance, ...where, addedAt, source }
    })

/** A correction as readers see it on a claim in that state. */
export function correctionOf(row: CorrectionRow, state: 'published' | 'withdrawn'): PublicCorrection {
  const { number, kind, note, at, beforeRating, beforeRationale, afterRating, afterRationale } = row
  const isOff = state === 'withdrawn' || kind === 'withdrawal'
  const before = { rating: beforeRating, rationale: isOff ? null : beforeRationale }
  const after = afterRating && { rating: afterRating, rationale: isOff ? null : afterRationale }
  return { number, kind, note, at, before, after }
}

const later = (a: string, b: string) => (a > b ? a : b)
