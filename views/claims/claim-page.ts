import type { Person } from '../../server/accounts/permissions.ts'
import type { ClaimRecord } from '../../server/claims/claim.ts'
import type { Context } from '../../server/claims/context.ts'
import type { EarlierPlace } from '../../server/claims/place.ts'
import { claimNumber } from '../../server/claims/words.ts'
import type { EventLine } from '../../server/history/history.ts'
import { partialDateWords } from '../../server/values/partial-date.ts'
import { Timeline } from '../history/timeline.ts'
import { type Html, html } from '../html.ts'
import { Layout, type Shell } from '../layout.ts'
import { Crumb } from '../parts/crumb.ts'
import { FormMessage } from '../parts/field.ts'
import { Icon } from '../parts/icon.ts'
import type { Typed } from '../parts/typed.ts'
import { EarlierPlaces, StandingNote } from '../versions/standing.ts'
import { ClaimActions } from './claim-actions.ts'
import { SaidFacts, WorkFacts } from './claim-facts.ts'
import { ClaimLine, SetAside } from './claim-head.ts'
import { QuoteInContext } from './quote-in-context.ts'

type Page = {
  shell: Shell
  person: Person
  claim: ClaimRecord
  context: Context
  /** Where it stood before, the newest first. */
  earlier: readonly EarlierPlace[]
  /** What the program had said when it proposed the claim. */
  proposed: Html | false
  /** What to look at again because something else was corrected. */
  flags: Html | false
  readiness: Html | false
  /** The nearest earlier checks, and what the claim is to others. */
  precedents: Html | false
  relations: Html | false
  ledger: Html
  verdict: Html
  corrections: Html
  /** Whom we asked for their side, or to correct, and what came back. */
  replies: Html
  discussion: Html
  lines: readonly EventLine[]
  /** The last of `lines` is only there to tell that there are more. */
  shownLines: number
  people: readonly { id: number; name: string }[]
  typed: Typed
}

/** The record of a claim: everything known about it on one page, also on paper. */
export const ClaimPage = (page: Page): Html => {
  const { shell, claim, context, ledger, verdict } = page
  const article =
    claim.standing === 'here'
      ? `/articles/${claim.articleId}?claim=${claim.id}#m-${claim.id}`
      : `/articles/${claim.articleId}/versions/${claim.versionNumber}#m-${claim.id}`
  const main = html`<article class="claim-record" id="claim-${claim.id}">
    <header>
      ${Crumb({ href: '/claims', name: 'Claims' }, { href: `/articles/${claim.articleId}`, name: claim.articleTitle })}
      ${ClaimLine(claim)}
      <h1 dir="auto">${claim.statement}</h1>
      ${SetAside(claim)} ${StandingNote(claim, page.person)} ${FormMessage(page)}
    </header>
    ${page.flags}
    <div class="claim-about">
      <section class="claim-quote" aria-labelledby="quote-title">
        <h2 id="quote-title">${claim.standing === 'here' ? 'In the article' : `In version ${claim.versionNumber} of the article`}</h2>
        ${QuoteInContext({ context, language: claim.language })}
        <p class="from">${Icon('quote')} <a href="${article}" dir="auto">${claim.articleTitle}</a>${claim.outlet && html`, <span dir="auto">${claim.outlet}</span>`}${claim.publishedOn && html`, <time datetime="${claim.publishedOn}">${partialDateWords(claim.publishedOn)}</time>`}</p>
        ${EarlierPlaces(claim.articleId, claim.id, page.earlier)} ${page.proposed}
      </section>
      <div class="claim-side">
        <dl class="facts">${SaidFacts(claim)} ${WorkFacts(claim)}</dl>
        ${ClaimActions(page)}
      </div>
    </div>
    ${page.precedents} ${page.readiness} ${ledger} ${verdict} ${page.corrections} ${page.relations} ${page.replies} ${page.discussion} ${History(page)}
  </article>`
  return Layout({ shell, title: `Claim ${claimNumber(claim)}`, main })
}

const History = ({ claim, lines, shownLines }: Page) => html`
  <section class="claim-history" aria-labelledby="history-title">
    <h2 id="history-title">History</h2>
    ${Timeline({ lines: lines.slice(0, shownLines) })}
    <p class="no-print"><a href="/claims/${claim.id}/history">${lines.length > shownLines ? 'Older lines, and the history on a page of its own' : 'The history on a page of its own'}</a></p>
  </section>`
