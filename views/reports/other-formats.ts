import type { PublicClaim, PublicReport } from '../../server/reports/public.ts'
import { FeedLinks, type Topic } from '../feeds/feed-links.ts'
import { html } from '../html.ts'

/** For the head of a claim’s page: the same for programs, and the feeds it stands in. */
export const ClaimLinks = ({ claim, topics }: { claim: PublicClaim; topics: Topic[] }) => html`
    ${claim.finding && html`<link rel="alternate" type="application/ld+json" title="ClaimReview" href="${claim.path}.jsonld" />`}
    ${FeedLinks({ newsroom: claim.newsroom, topics })}`

/** For the head of a report. */
export const ReportLinks = ({ newsroom, path }: PublicReport) => html`
    <link rel="alternate" type="application/ld+json" title="Web annotations of the article" href="${path}/annotations.jsonld" />
    ${FeedLinks({ newsroom })}`
