import type { PublicClaimLine, PublicReport } from '../../server/reports/public.ts'
import type { SiteLinks } from '../../server/site/links.ts'
import { counted } from '../../server/values/count.ts'
import { type Hole, type Html, html } from '../html.ts'
import { RatingBadge } from '../parts/rating-badge.ts'
import { directionOf } from '../reading/direction.ts'
import { ArticleFacts, Named, Since } from './facts.ts'
import { Correction } from './log.ts'
import { Method } from './method.ts'
import { TakeAlong } from './other-formats.ts'
import { PublicLayout } from './public-layout.ts'
import { RatingsChart } from './ratings-chart.ts'

type Page = { report: PublicReport; origin: string; site?: SiteLinks; picture?: string | undefined; head?: Hole }

/** The public page of an article: its claims with what was found. */
export const ArticleReportPage = ({ report, origin, site, picture, head }: Page): Html => {
  const { article, newsroom, path, claims } = report
  const standing = claims.filter(({ state }) => state === 'published')
  return PublicLayout({
    newsroom,
    title: `Fact-check: ${article.title}`,
    description: `${counted(standing.length, 'claim')} checked${article.outlet ? ` in an article of ${article.outlet}` : ''}.`,
    origin,
    path,
    picture,
    head,
    site,
    main: html`<article class="report">
      <header>
        <p class="label">Fact-check of ${kinds[article.kind]} · ${Since(report)}</p>
        <h1 lang="${article.language}" dir="${directionOf(article.language)}">${article.title}</h1>
        <p class="lead">${ArticleFacts(article)}</p>
      </header>
      ${RatingsChart({ claims })} ${Others(report)}
      <section aria-labelledby="claims">
        <h2 id="claims">The claims</h2>
        <ol class="claim-lines">${claims.map((claim) => Line(claim, article.language))}</ol>
      </section>
      ${Corrections(report)} ${Method({ ...report, of: null })} ${TakeAlong(report)}
    </article>`,
  })
}

const kinds = { article: 'an article', speech: 'a speech', transcript: 'a transcript', post: 'a post' }

const Others = ({ otherClaims }: PublicReport) =>
  otherClaims !== null &&
  otherClaims > 0 &&
  html`<p class="aside">${counted(otherClaims, 'more claim')} of it ${otherClaims === 1 ? 'is' : 'are'} on our list and not published.</p>`

const Line = ({ path, statement, claimant, rating, rationale, state }: PublicClaimLine, language: string) => html`
  <li>
    <p class="verdict">${state === 'withdrawn' ? html`<span class="withdrawn">Withdrawn</span>` : RatingBadge(rating)}</p>
    <h3><a href="${path}" lang="${language}" dir="auto">${statement}</a></h3>
    ${claimant && html`<p class="aside">${Named(claimant)}</p>`}
    ${rationale && html`<p class="rationale" dir="auto">${rationale}</p>`}
  </li>`

const Corrections = ({ corrections, claims }: PublicReport) => html`
  <section class="log" aria-labelledby="corrections">
    <h2 id="corrections">Corrections</h2>
    ${corrections.length === 0 ? html`<p>Nothing was corrected since this was published.</p>` : html`<ul>${corrections.map((one) => html`<li>${About(claims.find(({ key }) => key === one.claim))} ${Correction(one)}</li>`)}</ul>`}
  </section>`

const About = (claim: PublicClaimLine | undefined) =>
  claim && html`<p class="about"><a href="${claim.path}" dir="auto">${claim.statement}</a></p>`
