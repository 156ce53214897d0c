import type { ClaimPreview } from '../../server/reports/preview.ts'
import type { PublicClaim } from '../../server/reports/public.ts'
import type { SiteLinks } from '../../server/site/links.ts'
import { directionOf } from '../reading/direction.ts'
import { type Hole, type Html, html } from '../html.ts'
import { Markdown, plainText } from '../markdown.ts'
import { RatingBadge } from '../parts/rating-badge.ts'
import { Day } from '../parts/when.ts'
import { DataBlock } from './data-block.ts'
import { EvidenceList } from './evidence-list.ts'
import { QuoteInArticle, SaidBy, Since } from './facts.ts'
import { CorrectionLog } from './log.ts'
import { Method } from './method.ts'
import { PublicLayout } from './public-layout.ts'
import { Replies } from './replies.ts'

type Page = {
  claim: PublicClaim
  origin: string
  site?: SiteLinks
  picture: string | undefined
  /** What programs read: its ClaimReview, while it has one. */
  data: object | undefined
  head?: Hole
}

/** The public page of one claim. */
export const ClaimReportPage = ({ claim, origin, site, picture, data, head }: Page): Html =>
  PublicLayout({
    newsroom: claim.newsroom,
    title: claim.finding ? `${claim.finding.rating.label}: ${claim.statement}` : `Withdrawn: ${claim.statement}`,
    description: claim.finding?.rationale ?? 'The newsroom has withdrawn its check of this claim.',
    origin,
    path: claim.path,
    picture,
    site,
    head: html`${head} ${data && DataBlock(data)}`,
    main: html`${Way(claim)} ${ClaimReport({ claim })}`,
  })

const Way = ({ reportPath, article }: PublicClaim) =>
  reportPath &&
  html`<p class="way"><a href="${reportPath}">All checks of <cite dir="auto">${plainText(article.title, 80)}</cite></a></p>`

/** All that readers are told of one claim. */
export const ClaimReport = ({ claim }: { claim: ClaimPreview }): Html => html`
  <article class="report">
    <header>
      <p class="label">${claim.state === 'withdrawn' ? 'Fact-check, withdrawn' : 'Fact-check'} · ${Since(claim)}</p>
      <h1 lang="${claim.article.language}" dir="${directionOf(claim.article.language)}">${claim.statement}</h1>
      ${SaidBy(claim)}
    </header>
    ${claim.finding ? Finding(claim.finding) : Withdrawn(claim)}
    <section aria-labelledby="article">
      <h2 id="article">In the article</h2>
      ${QuoteInArticle(claim)}
    </section>
    ${claim.finding?.explanation && html`<section class="explanation" aria-labelledby="explanation"><h2 id="explanation">How we came to it</h2>${Markdown(claim.finding.explanation)}</section>`}
    ${claim.finding && EvidenceList(claim)} ${Replies(claim)} ${CorrectionLog(claim)} ${Method({ ...claim, of: claim.finding })}
    ${claim.history && Proof(claim.history)}
  </article>`

const Finding = ({ rating, rationale }: NonNullable<PublicClaim['finding']>) => html`
  <section class="finding-block tone-${rating.tone}" aria-labelledby="finding">
    <h2 id="finding" class="label">Our finding</h2>
    <p class="verdict">${RatingBadge(rating)}</p>
    <p class="definition">${rating.definition}</p>
    <p class="rationale" dir="auto">${rationale}</p>
  </section>`

const Withdrawn = ({ corrections }: ClaimPreview) => html`
  <section class="finding-block tone-undecided" aria-labelledby="finding">
    <h2 id="finding" class="label">Withdrawn</h2>
    <p class="rationale">We no longer stand by what we published on this claim.</p>
    ${corrections[0] && html`<p dir="auto">${corrections[0].note}</p>`}
  </section>`

const Proof = ({ hash, content, at }: PublicClaim['history']) => html`
  <section class="proof" aria-labelledby="proof">
    <h2 id="proof">How to see that nothing was changed unseen</h2>
    <p>Every step of this newsroom’s work stands in a history in which each entry holds the hash of the one before, and which is signed. The page you read was made by the entry with this hash, of ${Day(at)}:</p>
    <p><code class="long">${hash}</code></p>
    <p>That entry holds the SHA-256 of what this page says, <code class="long">${content}</code>. If either is ever another one, the newsroom has to say why: ask it for its history, and check that with the verifier that comes with it.</p>
  </section>`
