import type { ErrorReport } from '../../server/reported/error-report.ts'
import { errorOutcomeWords } from '../../server/reported/words.ts'
import { addressQuery } from '../../server/values/address-query.ts'
import { html } from '../html.ts'
import { Layout, type Shell } from '../layout.ts'
import { PageHead } from '../parts/page-head.ts'
import { Pages } from '../parts/pages.ts'
import { Day } from '../parts/when.ts'

type Page = {
  shell: Shell
  reports: ErrorReport[]
  open: boolean
  claim: number | undefined
  before: number | undefined
  next: number | undefined
}

/** What readers reported as wrong. */
export const ErrorListPage = ({ shell, reports, open, claim, before, next }: Page) =>
  Layout({
    shell,
    title: 'Reported errors',
    main: html`
      ${PageHead('Reported errors', html`<p class="links"><a href="/reported" ${open && claim === undefined && html`aria-current="page"`}>Waiting</a> <a href="/reported?state=answered" ${!open && claim === undefined && html`aria-current="page"`}>Answered</a></p>`)}
      ${claim !== undefined && html`<p>Of one claim: <a href="/claims/${claim}">its record</a>.</p>`}
      ${reports.length === 0 ? Nothing(open) : html`<ul class="reported">${reports.map(Line)}</ul>`}
      ${Pages({ before, next, address: (from) => address({ open, claim, from }) })}`,
  })

function address({ open, claim, from }: { open: boolean; claim: number | undefined; from: number | undefined }) {
  return `/reported${addressQuery({ state: open ? undefined : 'answered', claim, before: from })}`
}

const Line = (report: ErrorReport) => html`
  <li>
    <p><a href="/reported/${report.id}" dir="auto">${short(report)}</a></p>
    <p class="soft">${Day(report.createdAt)} · ${About(report)}${report.outcome && ` · ${errorOutcomeWords[report.outcome]}`}</p>
  </li>`

/** What it is about, in the desk’s words. */
export const About = ({ statement, articleTitle }: Pick<ErrorReport, 'statement' | 'articleTitle'>) =>
  statement
    ? html`on <bdi>${statement}</bdi>`
    : articleTitle
      ? html`on the report of <bdi>${articleTitle}</bdi>`
      : 'on the site'

/** Its first words. */
export function short({ what, erasedAt }: Pick<ErrorReport, 'what' | 'erasedAt'>): string {
  if (erasedAt) return 'Erased'
  const letters = Array.from(what.replaceAll(/\s+/g, ' '))
  return letters.length > 160 ? `${letters.slice(0, 160).join('')}…` : letters.join('')
}

const Nothing = (open: boolean) => html`
  <div class="empty"><p>${open ? 'No reported error waits for an answer. Readers report one at the foot of a published check.' : 'No reported error was answered yet.'}</p></div>`
