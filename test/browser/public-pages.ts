import { and, desc, eq, gt, isNotNull, ne } from 'drizzle-orm'
import { claims, reports } from '../../db/schema/index.ts'
import { answerProposal, proposeCorrection } from '../../server/corrections/proposal.ts'
import { errorFormAddress } from '../../server/reported/words.ts'
import { publicPathOf } from '../../server/reports/place.ts'
import { unpublishReport } from '../../server/reports/report.ts'
import { reportPath } from '../../server/reports/slug.ts'
import { sitePageKeys, sitePageWords } from '../../server/site/words.ts'
import type { Newsroom } from '../support/newsroom.ts'

/** Every kind of page that visitors of the demo newsroom find. A check is withdrawn for it, and a report taken down. */
export async function publicPages(news: Newsroom): Promise<string[]> {
  const { reader } = news.db
  const [check] = await reader.select().from(claims).where(gt(claims.correctionCount, 0)).limit(1)
  const about = (await publicPathOf(reader, check?.id ?? 0)) ?? ''
  const [report] = await reader
    .select()
    .from(reports)
    .where(eq(reports.articleId, check?.articleId ?? 0))
  return [
    '/',
    '/?q=tunnel&rating=true',
    about,
    reportPath(report?.slug ?? ''),
    await withdrawnCheck(news),
    await reportTakenDown(news, report?.id ?? 0),
    ...sitePageKeys.map((key) => sitePageWords[key].path),
    errorFormAddress(about),
    '/reports/nothing',
    '/sign-in',
  ]
}

async function withdrawnCheck({ db, cleo, edith }: Newsroom): Promise<string> {
  const newest = desc(claims.id)
  const [claim] = await db.reader.select().from(claims).where(eq(claims.state, 'published')).orderBy(newest).limit(1)
  const { id = 0, decisionId } = claim ?? {}
  const nothing = { ratingId: null, rationale: null, explanation: null }
  const asked = { kind: 'withdrawal' as const, note: 'The table was of another year.', ...nothing }
  const { proposalId } = await proposeCorrection(db, cleo, id, { ...asked, decision: decisionId ?? 0 })
  await answerProposal(db, edith, proposalId, { outcome: 'approved', reason: null })
  return (await publicPathOf(db.reader, id)) ?? ''
}

async function reportTakenDown({ db, edith }: Newsroom, standing: number): Promise<string> {
  const others = and(isNotNull(reports.publishedAt), ne(reports.id, standing))
  const [report] = await db.reader.select().from(reports).where(others).limit(1)
  await unpublishReport(db, edith, report?.articleId ?? 0, 'We are looking at its figures again.')
  return reportPath(report?.slug ?? '')
}
