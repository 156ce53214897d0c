import type { PublicClaim, PublicReport } from '../../server/reports/public.ts'
import { feedPath } from '../../server/feeds/words.ts'
import { FeedLinks, type Topic } from '../feeds/feed-links.ts'
import { html } from '../html.ts'

/** For the head of a claim’s page: the same for programs, and the feeds it stands in. */
export const ClaimLinks = ({ claim, topics }: { claim: PublicClaim; topics: Topic[] }) => html`
    ${claim.finding && html`<link rel="alternate" type="application/ld+json" title="ClaimReview" href="${claim.path}.jsonld" />`}
    ${FeedLinks({ newsroom: claim.newsroom, topics })}`

/** For the head of a report. */
export const ReportLinks = ({ newsroom, path }: PublicReport) => html`
    <link rel="alternate" type="application/ld+json" title="Web annotations of the article" href="${path}/annotations.jsonld" />
    <link rel="alternate" type="application/zip" title="Replication bundle" href="${path}/bundle.zip" />
    ${FeedLinks({ newsroom })}`

/** For whoever wants to go on with a report: everything in one file, for programs, and what to follow. */
export const TakeAlong = ({ path }: Pick<PublicReport, 'path'>) => html`
  <section class="no-print" aria-labelledby="take-along">
    <h2 id="take-along">Go over it yourself</h2>
    <p><a href="${path}/bundle.zip">All of this in one ZIP</a>, with tables, and a program that checks it against our signed history without network. For other programs: <a href="${path}/annotations.jsonld">the claims as web annotations</a>. Follow what we publish and correct: <a href="${feedPath('atom')}">feed</a>.</p>
  </section>`
