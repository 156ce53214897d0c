import { setImmediate } from 'node:timers/promises'
import type { Conn } from '../../db/conn.ts'
import { annotationCollection } from '../annotations/annotation.ts'
import { publicAnnotations } from '../annotations/article.ts'
import type { Inclusion } from '../history/inclusion.ts'
import { proofsOf } from '../history/proofs.ts'
import { claimReviewOfPage } from '../reports/claim-review.ts'
import type { PublicClaim, PublicReport } from '../reports/public.ts'
import { type PublicPage, publishedClaim, publishedPages } from '../reports/published.ts'
import { jsonFile, manifestOf, sorted, textFile } from './file.ts'
import { programs } from './programs.ts'
import { publicTables } from './public-tables.ts'
import { publicReadme } from './readme.ts'
import { type BundleFile, zipPieces } from './zip.ts'

type Asked = { report: PublicReport; origin: string; inclusion: Inclusion }

const takenBack = 'something in it may not be shown any more, so it is not here to be compared'

/**
 * All that is public of an article in one ZIP, with what proves it; `report` is what is published at its address. It holds no whole text of
 * the article and no copies of sources: those are other people’s works.
 */
export async function publicBundle(conn: Conn, { report, origin, inclusion }: Asked): Promise<AsyncGenerator<Buffer>> {
  const claims = await claimsOf(conn, report)
  const files = sorted([
    ...programs,
    ...publicTables(claims, origin),
    ...(await pageFiles(conn, { report, inclusion })),
    textFile('README.md', publicReadme(report, origin)),
    jsonFile('report.json', { url: origin + report.path, ...report, claims }),
    jsonFile(
      'claimreview.json',
      claims.flatMap((claim) => claimReviewOfPage(claim, { origin }) ?? []),
    ),
    jsonFile('annotations.jsonld', annotationCollection(publicAnnotations(report, origin))),
  ])
  const manifest = manifestOf({ of: 'report', url: origin + report.path, updated_at: report.updatedAt })
  return zipPieces({ files, manifest, day: report.updatedAt.slice(0, 10) })
}

async function claimsOf(conn: Conn, { slug, claims }: PublicReport): Promise<PublicClaim[]> {
  const found: PublicClaim[] = []
  for (const { path } of claims) {
    const claim = await publishedClaim(conn, slug, decodeURIComponent(path.slice(path.lastIndexOf('/') + 1)))
    if (claim && 'here' in claim) found.push(claim.here)
    await setImmediate()
  }
  return found
}

async function pageFiles(conn: Conn, { report, inclusion }: Omit<Asked, 'origin'>): Promise<BundleFile[]> {
  const pages = await publishedPages(conn, report.slug)
  const { checkpoints, events } = await proofsOf(
    conn,
    inclusion,
    pages.map(({ event }) => event),
  )
  const proofs = events.map((event, at) => ({
    page: pathOf(pages[at]),
    held: pages[at]?.content === null ? takenBack : null,
    ...event,
  }))
  return [
    jsonFile('proofs.json', { stet: 'proofs', v: 1, checkpoints, events: proofs }),
    ...pages.flatMap((page) => (page.content === null ? [] : [textFile(pathOf(page), page.content)])),
  ]
}

const pathOf = (page: PublicPage | undefined) => `pages/${page?.number}.json`
