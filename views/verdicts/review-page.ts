import type { ClaimRecord } from '../../server/claims/claim.ts'
import { claimNumber } from '../../server/claims/words.ts'
import type { Context } from '../../server/claims/context.ts'
import type { EvidenceItem } from '../../server/evidence/evidence.ts'
import type { VerdictItem } from '../../server/verdicts/verdict.ts'
import { QuoteInContext } from '../claims/quote-in-context.ts'
import { type Html, html } from '../html.ts'
import { Layout, type Shell } from '../layout.ts'
import { Crumb, wayToClaim } from '../parts/crumb.ts'
import { FormMessage } from '../parts/field.ts'
import type { Typed } from '../parts/typed.ts'
import { ReviewForms } from './review-forms.ts'
import { RestsOn } from './rests-on.ts'
import { By, Fate, Finding } from './verdict-block.ts'

export type Reviewed = {
  claim: ClaimRecord
  verdict: VerdictItem
  mayReview: boolean
  /** What the claim misses by the newsroom's rules, for those who may know. */
  readiness: Html | false
  ledger: Html
  /** Where the claim stands in its text, and the evidence on it. */
  context: Context
  items: EvidenceItem[]
  typed: Typed
}

/** One verdict with the claim and its evidence, to be approved or returned. */
export const ReviewPage = ({ shell, ...reviewed }: Reviewed & { shell: Shell }) =>
  Layout({
    shell,
    title: `Review of claim ${claimNumber(reviewed.claim)}`,
    main: html`${Crumb(...wayToClaim(reviewed.claim))}
      <h1>Review a verdict</h1>
      ${Body(reviewed)} ${reviewed.readiness} ${reviewed.ledger}`,
  })

/** The same as a piece beside a text. */
export const ReviewPiece = (reviewed: Reviewed): Html => html`
  <section id="claim-${reviewed.claim.id}" aria-labelledby="review-title-${reviewed.verdict.id}">
    <h2 id="review-title-${reviewed.verdict.id}">Review a verdict on claim ${claimNumber(reviewed.claim)}</h2>
    ${Body(reviewed, `#claim-${reviewed.claim.id}`)} ${reviewed.readiness}
    <p><a href="/claims/${reviewed.claim.id}">The whole claim</a></p>
  </section>`

const Body = ({ claim, context, items, verdict, mayReview, typed }: Reviewed, into?: string) => html`
  <p class="judged-statement" dir="auto">${claim.statement}</p>
  ${QuoteInContext({ context, language: claim.language })}
  <div class="open-verdict">
    ${Finding({ verdict })}
    <p class="soft">${By(verdict)}.${Fate(verdict)}</p>
    ${RestsOn({ verdict, items })}
    ${mayReview ? ReviewForms({ verdictId: verdict.id, typed, into }) : FormMessage({ typed })}
  </div>`
