import type { SourceUse } from '../../server/evidence/uses.ts'
import { claimNumber, stateWords } from '../../server/claims/words.ts'
import { stanceWords } from '../../server/evidence/words.ts'
import { type Html, html } from '../html.ts'
import { type Neighbours, Pages } from '../parts/pages.ts'
import { RatingBadge } from '../parts/rating-badge.ts'
import { StanceMark } from '../evidence/stance-mark.ts'

type Shown = { uses: SourceUse[]; pages: Neighbours }

/** Where a source is used: each claim with what the source says about it. */
export const SourceUses = ({ uses, pages }: Shown): Html => html`
  <h2 id="used">Where it is used</h2>
  ${uses.length === 0 ? html`<div class="empty"><p>On no claim yet. Open a claim and add evidence: this source can be chosen there.</p></div>` : html`<ul class="uses">${uses.map(Use)}</ul>`}
  ${Pages(pages)}`

const Use = (use: SourceUse) => html`
  <li class="use">
    <p>${use.withdrawnAt ? html`<strong>Withdrawn</strong> <span class="soft">(was: ${stanceWords[use.stance]})</span>` : StanceMark(use.stance)}</p>
    <div>
      <p class="use-claim"><a href="/claims/${use.claim.id}#evidence-${use.id}" dir="auto">${use.claim.statement}</a></p>
      <p class="soft">Claim ${claimNumber({ articleId: use.article.id, number: use.claim.number })} in <a href="/articles/${use.article.id}" dir="auto">${use.article.title}</a> · ${stateWords[use.claim.state]} ${use.rating && RatingBadge(use.rating)}</p>
      ${use.isGround === 1 && html`<p>Decision ${use.decision} rests on it${use.corrections > 0 && `, corrected ${use.corrections === 1 ? 'once' : `${use.corrections} times`} so far`}.</p>`}
      ${use.isGround === 0 && use.corrections > 0 && html`<p class="soft">The claim’s decision was corrected; it does not rest on this.</p>`}
      ${use.passage && html`<blockquote class="passage" dir="auto">${use.passage}</blockquote>`}
      ${use.locator && html`<p class="locator"><span class="soft">Where:</span> <span dir="auto">${use.locator}</span></p>`}
      ${use.note && html`<p class="note" dir="auto">${use.note}</p>`}
      ${use.withdrawnReason && html`<p class="soft">Withdrawn because: <span dir="auto">${use.withdrawnReason}</span></p>`}
    </div>
  </li>`
