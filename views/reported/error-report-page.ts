import type { ErrorReport } from '../../server/reported/error-report.ts'
import { errorOutcomeMeanings, errorOutcomeWords, errorOutcomes } from '../../server/reported/words.ts'
import { html } from '../html.ts'
import { Layout, type Shell } from '../layout.ts'
import { Crumb } from '../parts/crumb.ts'
import { Area, FormMessage } from '../parts/field.ts'
import { type Typed, valueOf } from '../parts/typed.ts'
import { When } from '../parts/when.ts'
import { OutLink } from '../sources/out-link.ts'
import { About } from './error-list.ts'

type Page = { shell: Shell; report: ErrorReport; mayAnswer: boolean; typed: Typed }

/** One error that a reader reported, and what came of it. */
export const ErrorReportPage = ({ shell, report, mayAnswer, typed }: Page) =>
  Layout({
    shell,
    title: 'Reported error',
    main: html`${Crumb({ href: '/reported', name: 'Reported errors' })}
      <h1>Reported error</h1>
      <p class="soft">${When(report.createdAt)} · ${About(report)}</p>
      ${Ways(report)}
      ${report.erasedAt ? html`<p>What was sent was erased on ${When(report.erasedAt)}.</p>` : What(report, mayAnswer)}
      ${report.outcome ? Answered(report) : mayAnswer ? Form(report, typed) : html`<p class="soft">It waits for an editor’s answer.</p>`}
      ${mayAnswer && !report.erasedAt && Erase(report)}`,
  })

const Ways = ({ claimId, articleId }: ErrorReport) => html`
  <p class="links no-print">${claimId && html`<a href="/claims/${claimId}">The claim</a> <a href="/claims/${claimId}/corrections/new">Ask for a correction</a>`} ${!claimId && articleId && html`<a href="/articles/${articleId}">The article</a>`}</p>`

const What = ({ what, link, email, hasEmail }: ErrorReport, mayAnswer: boolean) => html`
  <blockquote class="reported-text" dir="auto">${what}</blockquote>
  <dl class="facts">
    ${link && html`<dt>Where one can see it</dt><dd>${OutLink(link)}</dd>`}
    <dt>Who reported it</dt><dd>${email && mayAnswer ? html`<a href="mailto:${encodeURIComponent(email).replaceAll('%40', '@')}">${email}</a>` : hasEmail ? 'Left an e-mail address, which editors see.' : 'Left no address.'}</dd>
  </dl>`

const Answered = ({ outcome, reason, answeredAt, answeredBy }: ErrorReport) => html`
  <section aria-labelledby="answer">
    <h2 id="answer">${outcome && errorOutcomeWords[outcome]}</h2>
    <p dir="auto">${reason}</p>
    <p class="soft"><bdi>${answeredBy}</bdi>, ${answeredAt && When(answeredAt)}</p>
  </section>`

const Form = ({ id }: ErrorReport, typed: Typed) => html`
  <section aria-labelledby="answer">
    <h2 id="answer">What came of it</h2>
    <form class="form" method="post" action="/reported/${id}/answer">
      ${FormMessage({ typed })}
      <fieldset class="field reported-outcome" id="f-outcome" tabindex="-1">
        <legend>Outcome</legend>
        ${errorOutcomes.map((key) => html`<div><label><input type="radio" name="outcome" value="${key}" ${valueOf(typed, 'outcome') === key && html`checked`} aria-describedby="outcome-${key}" /> ${errorOutcomeWords[key]}</label><p class="hint" id="outcome-${key}">${errorOutcomeMeanings[key]}</p></div>`)}
        ${typed.problems.outcome && html`<p class="problem">${typed.problems.outcome}</p>`}
      </fieldset>
      ${Area({ name: 'reason', label: 'What was done, and why', rows: 4, max: 2_000, required: true, typed, hint: 'For colleagues, in the history. Stet sends nothing: write to who reported it yourself.' })}
      <p class="actions"><button class="main">Note the answer</button></p>
    </form>
  </section>`

const Erase = ({ id }: ErrorReport) => html`
  <form class="no-print" method="post" action="/reported/${id}/erasure">
    <p class="hint">Text, link and address go for good; that something was reported, and the answer, stay.</p>
    <p class="actions"><button>Erase what was sent</button></p>
  </form>`
