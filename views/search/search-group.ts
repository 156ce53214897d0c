import { claimNumber, stateWords } from '../../server/claims/words.ts'
import { type SearchFilter, filterQuery, lastPage } from '../../server/search/filter.ts'
import type { Group, Hit, Piece, SearchRating } from '../../server/search/search.ts'
import { columnWords, countedKind, kindHeadings } from '../../server/search/words.ts'
import { snapshotAddress } from '../../server/snapshots/words.ts'
import { sourceKindWords } from '../../server/sources/words.ts'
import { counted } from '../../server/values/count.ts'
import { partialDateWords } from '../../server/values/partial-date.ts'
import { type Html, html } from '../html.ts'
import { Icon } from '../parts/icon.ts'
import { RatingBadge } from '../parts/rating-badge.ts'
import { Day } from '../parts/when.ts'

type Around = { filter: SearchFilter; ratings: SearchRating[] }

/** What was found of one kind, and the way to the rest of it. */
export const SearchGroup = ({ group, ...around }: Around & { group: Group }): Html => html`
  <section class="found-group" id="${group.kind}" aria-labelledby="${group.kind}-heading">
    <h2 id="${group.kind}-heading">${kindHeadings[group.kind]} <span class="number">${group.total.count.toLocaleString('en')}${group.total.more && '+'}</span></h2>
    <ol class="hits">${group.hits.map((hit) => html`<li>${HitLine(hit, around)}</li>`)}</ol>
    ${around.filter.kind === undefined ? More(group, around.filter) : Pages(group, around.filter)}
  </section>`

const More = ({ kind, total, hits }: Group, filter: SearchFilter) =>
  (total.count > hits.length || total.more) &&
  html`<p><a class="more" href="/search${filterQuery({ ...filter, kind, page: 1 })}">All ${countedKind(total, kind)}</a></p>`

const pageSize = 20

const Pages = ({ total }: Group, filter: SearchFilter) => {
  const hasNext = total.count > filter.page * pageSize && filter.page < lastPage
  const address = (page: number) => `/search${filterQuery({ ...filter, page })}`
  return (
    (filter.page > 1 || hasNext) &&
    html`<nav class="links pages no-print" aria-label="Pages">
      ${filter.page > 1 && html`<a href="${address(filter.page - 1)}" rel="prev">${Icon('arrow-left')} Better matches</a>`}
      ${hasNext && html`<a href="${address(filter.page + 1)}" rel="next">More ${Icon('arrow-right')}</a>`}
    </nav>`
  )
}

const HitLine = (hit: Hit, around: Around): Html => {
  switch (hit.kind) {
    case 'claims':
      return Line({ hit, href: `/claims/${hit.row.id}`, title: Marked(hit.title), facts: ClaimFacts(hit.row, around) })
    case 'articles':
      return Line({ hit, href: `/articles/${hit.row.id}`, title: Marked(hit.title), facts: ArticleFacts(hit.row) })
    case 'sources':
      return Line({ hit, href: `/sources/${hit.row.id}`, title: Marked(hit.title), facts: SourceFacts(hit.row) })
    case 'copies':
      return Line({
        hit,
        href: snapshotAddress({ id: hit.row.id, sourceId: hit.row.source.id }, hit.place),
        title: html`${hit.row.source.title}`,
        facts: CopyFacts(hit.row),
      })
    case 'checks':
      return Line({ hit, href: `/checks/${hit.row.id}`, title: Marked(hit.title), facts: CheckFacts(hit.row) })
    case 'comments':
      return Line({
        hit,
        href: `/claims/${hit.row.claim.id}#comment-${hit.row.id}`,
        title: html`${hit.row.author} on: ${hit.row.claim.statement}`,
        facts: CommentFacts(hit.row),
      })
  }
}

type Shown = { hit: Hit; href: string; title: Html | Html[]; facts: Html }

const Line = ({ hit: { excerpt }, href, title, facts }: Shown) => html`
  <a class="hit" href="${href}" dir="auto">${title}</a>
  ${excerpt && html`<p class="excerpt" dir="auto">${columnWords[excerpt.column] && html`<span class="soft">${columnWords[excerpt.column]}:</span> `}${Marked(excerpt.pieces)}</p>`}
  <p class="facts">${facts}</p>`

/** A text with what was searched for in it marked. */
const Marked = (pieces: Piece[]): Html[] =>
  pieces.map(({ text, isMatch }) => (isMatch ? html`<mark>${text}</mark>` : html`${text}`))

type RowOf<K extends Hit['kind']> = Extract<Hit, { kind: K }>['row']

const ClaimFacts = (row: RowOf<'claims'>, { ratings }: Around) => html`
  <span>${claimNumber(row)}</span> <span class="state">${stateWords[row.state]}</span>
  ${row.ratingId !== null && RatingBadge(ratings.find(({ id }) => id === row.ratingId))}
  ${row.claimant && html`<bdi>${row.claimant}</bdi>`} <bdi>${row.articleTitle}</bdi>`

const ArticleFacts = ({ outlet, publishedOn, claimCount }: RowOf<'articles'>) => html`
  ${outlet && html`<bdi>${outlet}</bdi>`} ${publishedOn && partialDateWords(publishedOn)} <span>${counted(claimCount, 'claim')}</span>`

const SourceFacts = ({ kind, publisher, publishedOn, confidential }: RowOf<'sources'>) => html`
  <span>${sourceKindWords[kind]}</span> ${publisher && html`<bdi>${publisher}</bdi>`} ${publishedOn && partialDateWords(publishedOn)}
  ${confidential && html`<span class="tag secret">Confidential</span>`}`

const CopyFacts = ({ capturedAt, source }: RowOf<'copies'>) => html`
  <span>Copied ${Day(capturedAt)}</span> ${source.confidential && html`<span class="tag secret">Confidential</span>`}`

const CheckFacts = ({ publisher, rating, claimant, checkedOn }: RowOf<'checks'>) => html`
  <bdi>${publisher}</bdi> <b dir="auto">${rating}</b> ${claimant && html`<bdi>${claimant}</bdi>`} ${checkedOn && partialDateWords(checkedOn)}`

const CommentFacts = ({ createdAt, claim, source }: RowOf<'comments'>) => html`
  ${Day(createdAt)} <span>Claim ${claimNumber(claim)}</span> ${source && html`<span>on evidence from <bdi>${source}</bdi></span>`}`
