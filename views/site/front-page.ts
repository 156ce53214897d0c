import { frontAddress } from '../../server/site/filter.ts'
import type { Front } from '../../server/site/front.ts'
import type { SiteLinks } from '../../server/site/links.ts'
import type { PublicFacet } from '../../server/reports/public-facets.ts'
import type { PublicClaimLine } from '../../server/reports/public.ts'
import { FeedLinks } from '../feeds/feed-links.ts'
import { type Html, html } from '../html.ts'
import { RatingBadge } from '../parts/rating-badge.ts'
import { Day } from '../parts/when.ts'
import { Named } from '../reports/facts.ts'
import { PublicLayout } from '../reports/public-layout.ts'

type Page = { front: Front; site: SiteLinks; origin: string }

/** What visitors find at the front: the published checks, the newest first. */
export const FrontPage = ({ front, site, origin }: Page): Html =>
  PublicLayout({
    newsroom: front.newsroom,
    title: 'Fact-checks',
    description: `What ${front.newsroom} has checked.`,
    origin,
    path: '/',
    site,
    head: FeedLinks({ newsroom: front.newsroom, topics: topicsOf(front) }),
    main: html`<div class="front">
      <h1>Fact-checks</h1>
      ${Search(front)}
      <section aria-labelledby="checks">
        ${isNarrowed(front) ? html`<h2 id="checks">What was found</h2><p class="links"><a href="/">Show all checks</a></p>` : html`<h2 id="checks" class="unseen">All checks</h2>`}
        ${front.claims.length === 0 ? Nothing(front) : html`<ol class="checks">${front.claims.map(Check)}</ol>`}
        ${Pages(front)}
      </section>
    </div>`,
  })

// What is narrowed to one claimant can be followed.
const topicsOf = ({ filter, claimants }: Front) =>
  claimants
    .filter(({ key }) => key === filter.claimant)
    .map(({ key, label }) => ({ of: 'claimants' as const, key, name: label }))

const isNarrowed = ({ filter: { q, claimant, rating } }: Front) => `${q}${claimant}${rating}` !== ''

const Search = ({ filter, claimants, ratings }: Front) => html`
  <form class="search" method="get" action="/" role="search">
    <div class="field"><label for="q">Words</label><input id="q" name="q" type="search" value="${filter.q}" maxlength="200" dir="auto" /></div>
    ${Facet({ name: 'claimant', label: 'Said by', none: 'Anybody', facets: claimants, chosen: filter.claimant })}
    ${Facet({ name: 'rating', label: 'Finding', none: 'Any', facets: ratings, chosen: filter.rating })}
    <button>Search</button>
  </form>`

type Narrowing = { name: string; label: string; none: string; facets: PublicFacet[]; chosen: string }

const Facet = ({ name, label, none, facets, chosen }: Narrowing) =>
  facets.length > 0 &&
  html`<div class="field"><label for="${name}">${label}</label><select id="${name}" name="${name}">
    <option value="">${none}</option>
    ${facets.map((facet) => html`<option value="${facet.key}" ${facet.key === chosen && html`selected`}>${facet.label} (${facet.claims})</option>`)}
  </select></div>`

const Check = ({ path, statement, claimant, rating, rationale, article, publishedAt }: PublicClaimLine) => html`
  <li>
    <p class="verdict">${RatingBadge(rating)}</p>
    <h3><a href="${path}" lang="${article.language}" dir="auto">${statement}</a></h3>
    ${claimant && html`<p class="aside">${Named(claimant)}</p>`}
    ${rationale && html`<p dir="auto">${rationale}</p>`}
    <p class="aside">${Day(publishedAt)} · <cite lang="${article.language}" dir="auto">${article.title}</cite></p>
  </li>`

const Nothing = (front: Front) =>
  isNarrowed(front)
    ? html`<p>No published check holds all of that. Take something out, or <a href="/">look at all of them</a>.</p>`
    : front.filter.after
      ? html`<p>There are no older checks. <a href="/">Go to the newest</a>.</p>`
      : html`<p>Nothing is published yet.</p>`

const Pages = ({ filter, next }: Front) =>
  (filter.after !== '' || next !== '') &&
  html`<nav class="pages" aria-label="Pages">
    ${filter.after !== '' && html`<a href="${frontAddress({ ...filter, after: '' })}">Newest</a>`}
    ${next !== '' && html`<a href="${frontAddress({ ...filter, after: next })}" rel="next">Older</a>`}
  </nav>`
