import { and, asc, desc, eq, inArray, isNull, or, sql } from 'drizzle-orm'
import { alias } from 'drizzle-orm/sqlite-core'
import { type Conn, prepared } from '../../db/conn.ts'
import {
  attempts,
  corrections,
  decisions,
  editions,
  events,
  evidence,
  people,
  publicClaims,
  publicStamp,
  ratings,
  reportSlugs,
  reports,
  settings,
  snapshots,
  sources,
} from '../../db/schema/index.ts'

const slug = sql.placeholder('slug')
const claimId = sql.placeholder('claimId')
const reviewers = alias(people, 'reviewers')

export const lineColumns = {
  claimId: publicClaims.claimId,
  number: publicClaims.number,
  slug: publicClaims.slug,
  state: publicClaims.state,
  publishedAt: publicClaims.publishedAt,
  changedAt: publicClaims.changedAt,
  reportId: publicClaims.reportId,
  reportSlug: reports.slug,
  content: editions.content,
}

/** A number that changes whenever anything changes that public pages are made of. */
export async function stampNow(conn: Conn): Promise<number> {
  const query = prepared(conn, 'public.stamp', (c) => c.select({ n: publicStamp.n }).from(publicStamp).prepare())
  return (await query.execute())[0]?.n ?? 0
}

/** What tells one state of all public checks from another, and nothing else does. */
export async function publicState(conn: Conn) {
  const made = sql<string>`(select count(*) || ' ' || max(created_at) from editions)`
  const moved = sql<string>`(select count(*) from report_slugs) || ' ' || (select max(changed_at) from reports)`
  const [row] = await conn.select({ newsroom: settings.newsroom, made, moved }).from(settings)
  return row
}

/** What the newsroom has set for its public pages. */
export async function publicSettings(conn: Conn) {
  const { newsroom, showNames, method } = settings
  const query = prepared(conn, 'public.settings', (c) =>
    c.select({ newsroom, showNames, method }).from(settings).where(eq(settings.id, 1)).prepare(),
  )
  const [row] = await query.execute()
  if (!row) throw new Error('The settings row is missing')
  return row
}

/** The report that has, or had, the address; undefined when none ever did. */
export async function reportAt(conn: Conn, reportSlug: string) {
  const query = prepared(conn, 'public.report', (c) =>
    c
      .select({
        id: reports.id,
        slug: reports.slug,
        article: reports.article,
        publishedAt: reports.publishedAt,
        changedAt: reports.changedAt,
        unpublishedAt: reports.unpublishedAt,
        publicNote: reports.publicNote,
        otherClaims: reports.otherClaims,
      })
      .from(reportSlugs)
      .innerJoin(reports, eq(reports.id, reportSlugs.reportId))
      .where(eq(reportSlugs.slug, slug))
      .prepare(),
  )
  return (await query.execute({ slug: reportSlug }))[0]
}

export type ReportAt = NonNullable<Awaited<ReturnType<typeof reportAt>>>

/** Every claim of a report that is or was public, in the order of the text. */
export async function claimsOfReport(conn: Conn, id: number) {
  const query = prepared(conn, 'public.claims', (c) =>
    c
      .select(lineColumns)
      .from(publicClaims)
      .innerJoin(reports, eq(reports.id, publicClaims.reportId))
      .innerJoin(editions, eq(editions.id, publicClaims.editionId))
      .where(eq(publicClaims.reportId, sql.placeholder('id')))
      .orderBy(asc(publicClaims.place), asc(publicClaims.number))
      .prepare(),
  )
  return query.execute({ id })
}

export type LineRow = Awaited<ReturnType<typeof claimsOfReport>>[number]

/** The edition that each claim of a report shows, with the event that made it, by number. */
export async function editionsShown(conn: Conn, id: number) {
  return conn
    .select({
      claimId: publicClaims.claimId,
      number: publicClaims.number,
      content: editions.content,
      seq: events.seq,
      body: events.body,
    })
    .from(publicClaims)
    .innerJoin(editions, eq(editions.id, publicClaims.editionId))
    .innerJoin(events, eq(events.seq, editions.eventSeq))
    .where(eq(publicClaims.reportId, id))
    .orderBy(asc(publicClaims.number))
}

/** One public claim of a report by its number, with the people of its decision and the event that made its page; or undefined. */
export async function claimOfReport(conn: Conn, reportId: number, number: number) {
  const query = prepared(conn, 'public.claim', (c) =>
    c
      .select({
        ...lineColumns,
        reportPublishedAt: reports.publishedAt,
        editionAt: editions.createdAt,
        sha256: editions.sha256,
        eventHash: events.hash,
        checker: people.name,
        reviewer: reviewers.name,
      })
      .from(publicClaims)
      .innerJoin(reports, eq(reports.id, publicClaims.reportId))
      .innerJoin(editions, eq(editions.id, publicClaims.editionId))
      .innerJoin(events, eq(events.seq, editions.eventSeq))
      .leftJoin(decisions, eq(decisions.id, editions.decisionId))
      .leftJoin(people, eq(people.id, decisions.checkerId))
      .leftJoin(reviewers, eq(reviewers.id, decisions.reviewerId))
      .where(
        and(eq(publicClaims.reportId, sql.placeholder('reportId')), eq(publicClaims.number, sql.placeholder('number'))),
      )
      .prepare(),
  )
  return (await query.execute({ reportId, number }))[0]
}

/** The ids of evidence on a claim that readers may not know of by now: its source, or the source of its copy, became confidential. */
export async function hiddenEvidence(conn: Conn, id: number): Promise<Set<number>> {
  const copies = alias(sources, 'copies')
  const query = prepared(conn, 'public.hidden', (c) =>
    c
      .select({ id: evidence.id })
      .from(evidence)
      .innerJoin(sources, eq(sources.id, evidence.sourceId))
      .leftJoin(snapshots, eq(snapshots.id, evidence.snapshotId))
      .leftJoin(copies, eq(copies.id, snapshots.sourceId))
      .where(and(eq(evidence.claimId, claimId), or(eq(sources.confidential, true), eq(copies.confidential, true))))
      .prepare(),
  )
  return new Set((await query.execute({ claimId: id })).map((row) => row.id))
}

/** The attempts to reach somebody about a claim that are marked as public, the earliest first. */
export async function publicAttempts(conn: Conn, id: number) {
  const { purpose, whom, way, asked, askedOn, deadlineOn, outcome, answer, answeredOn } = attempts
  const query = prepared(conn, 'public.attempts', (c) =>
    c
      .select({ purpose, whom, way, asked, askedOn, deadlineOn, outcome, answer, answeredOn })
      .from(attempts)
      .where(
        and(
          eq(attempts.claimId, claimId),
          eq(attempts.public, true),
          isNull(attempts.withdrawnAt),
          isNull(attempts.erasedAt),
        ),
      )
      .orderBy(asc(attempts.askedOn), asc(attempts.id))
      .prepare(),
  )
  return query.execute({ claimId: id })
}

const before = alias(decisions, 'before_decision')
const beforeRating = alias(ratings, 'before_rating')
const after = alias(decisions, 'after_decision')
const afterRating = alias(ratings, 'after_rating')
const badge = <L, T, S>({ label, tone, shape }: { label: L; tone: T; shape: S }) => ({ label, tone, shape })

/** The corrections of some claims, the newest first. */
export async function correctionsOfClaims(conn: Conn, claimIds: number[]) {
  return conn
    .select({
      claimId: corrections.claimId,
      number: corrections.number,
      kind: corrections.kind,
      note: corrections.note,
      at: corrections.createdAt,
      beforeRationale: before.rationale,
      beforeRating: badge(beforeRating),
      afterRationale: after.rationale,
      afterRating: badge(afterRating),
    })
    .from(corrections)
    .innerJoin(before, eq(before.id, corrections.beforeId))
    .innerJoin(beforeRating, eq(beforeRating.id, before.ratingId))
    .leftJoin(after, eq(after.id, corrections.afterId))
    .leftJoin(afterRating, eq(afterRating.id, after.ratingId))
    .where(inArray(corrections.claimId, claimIds))
    .orderBy(desc(corrections.createdAt), asc(corrections.claimId), desc(corrections.number))
}

export type CorrectionRow = Awaited<ReturnType<typeof correctionsOfClaims>>[number]

/** What readers were told each time that the page of a claim was brought up to date, the newest first. */
export async function renewalsOf(conn: Conn, id: number): Promise<{ at: string; note: string }[]> {
  const query = prepared(conn, 'public.renewals', (c) =>
    c
      .select({ at: editions.createdAt, note: editions.note })
      .from(editions)
      .where(and(eq(editions.claimId, claimId), eq(editions.why, 'renewed')))
      .orderBy(desc(editions.number))
      .prepare(),
  )
  return (await query.execute({ claimId: id })).map(({ at, note }) => ({ at, note: note ?? '' }))
}
