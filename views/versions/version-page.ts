import type { Article } from '../../server/articles/article.ts'
import { type Mark, type Segment, spanText } from '../../server/articles/spans.ts'
import { standingWords, stateWords } from '../../server/claims/words.ts'
import type { ClaimThen, OldVersion } from '../../server/versions/version.ts'
import { type Html, html } from '../html.ts'
import { type Shell, Layout } from '../layout.ts'
import { Crumb, wayToArticle } from '../parts/crumb.ts'
import { RatingBadge } from '../parts/rating-badge.ts'
import { When } from '../parts/when.ts'
import { directionOf } from '../reading/direction.ts'

type Page = {
  shell: Shell
  article: Article
  version: OldVersion
  /** As they were anchored in it. */
  claims: readonly ClaimThen[]
  /** The number of the newest version. */
  newest: number
}

/** A version as it was frozen, to be read. */
export const VersionPage = ({ shell, article, version, claims, newest }: Page): Html =>
  Layout({
    shell,
    title: `${article.title}, version ${version.number}`,
    main: html`
      ${Crumb(...wayToArticle(article), { href: `/articles/${article.id}/versions`, name: 'Versions' })}
      <h1 lang="${article.language}" dir="${directionOf(article.language)}">${article.title}</h1>
      <p class="message notice">This is version ${version.number} of ${newest}, taken in ${When(version.createdAt)}${version.by && html` by <span dir="auto">${version.by}</span>`}. ${version.number < newest ? html`Work goes on in <a href="/articles/${article.id}">the newest version</a>; <a href="/articles/${article.id}/versions/compare?from=${version.number}&to=${newest}">see what is different there</a>.` : html`It is the newest: <a href="/articles/${article.id}">work on it</a>.`}</p>
      <p class="soft">SHA-256 <code>${version.sha256}</code></p>
      <div class="text old-text" lang="${article.language}" dir="${directionOf(article.language)}">
        ${spanText({ ...version, sentences: [], claims }).map(({ block, runs }) =>
          BlockOf(
            block.kind,
            runs.flatMap(({ segments }) => segments.map(Piece)),
          ),
        )}
      </div>
      ${
        claims.length > 0 &&
        html`<section class="claim-index" aria-labelledby="claims-title">
        <h2 id="claims-title">Claims as they stood in this version</h2>
        <ol>${claims.map((claim) => Entry(claim))}</ol>
      </section>`
      }`,
  })

function BlockOf(kind: OldVersion['blocks'][number]['kind'], content: (string | Html)[]): Html {
  if (kind === 'heading') return html`<h2 class="block">${content}</h2>`
  if (kind === 'quotation') return html`<blockquote class="block">${content}</blockquote>`
  return html`<p class="block ${kind === 'item' && 'item'}">${content}</p>`
}

const Piece = ({ text, marks, opens }: Segment<ClaimThen>): string | Html =>
  marks.reduceRight<string | Html>((inner, mark) => Underlined(mark, opens.includes(mark), inner), text)

const toneOf = ({ rating }: ClaimThen) => rating?.tone ?? 'undecided'

// No space may stand between tags here: the text on screen is the frozen text, unit for unit.
const Underlined = ({ claim, lane }: Mark<ClaimThen>, opens: boolean, inner: string | Html) =>
  html`${opens && html`<a class="${`n tone-${toneOf(claim)}`}" id="m-${claim.id}" lang="en" dir="ltr" href="/claims/${claim.id}" aria-label="Claim ${claim.number}" title="${claim.statement}"><b>${claim.number}</b></a>`}<mark class="${`solid tone-${toneOf(claim)} lane-${Math.min(lane, 3)}`}">${inner}</mark>`

const Entry = (claim: ClaimThen) =>
  html`<li class="tone-${toneOf(claim)}"><a class="number" href="/claims/${claim.id}" aria-label="Claim ${claim.number}">${claim.number}</a><span dir="auto">${claim.statement}</span> <span>${claim.rating ? RatingBadge(claim.rating) : html`<span class="soft">${stateWords[claim.state]}</span>`}${claim.standing !== 'here' && html`<br /><span class="soft">${standingWords[claim.standing]}</span>`}</span></li>`
