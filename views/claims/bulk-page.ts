import type { BulkChange, BulkClaim, BulkPlan, Left } from '../../server/claims/bulk.ts'
import { claimNumber, stateWords } from '../../server/claims/words.ts'
import { counted } from '../../server/number.ts'
import { partialDateWords } from '../../server/partial-date.ts'
import { type Html, html } from '../html.ts'
import { Layout, type Shell } from '../layout.ts'
import { Crumb } from '../parts/crumb.ts'
import { FormMessage, Hidden } from '../parts/field.ts'
import { type Typed, valueOf, valuesOf } from '../parts/typed.ts'
import { BulkFields } from './bulk-fields.ts'

type Page = {
  shell: Shell
  people: readonly { id: number; name: string }[]
  /** The list that the claims were ticked in. */
  back: string
  typed: Typed
  /** Left out when it is not clear yet what is meant. */
  plan?: BulkPlan
  change?: BulkChange
}

/** What would happen to the ticked claims, before it does. */
export const BulkPage = (page: Page): Html =>
  Layout({
    shell: page.shell,
    title: 'Change claims',
    main: html`
      ${Crumb({ href: page.back, name: 'Claims' })}
      ${page.plan && page.change ? Planned(page, page.plan, page.change) : Unclear(page)}`,
  })

const Unclear = ({ typed, people, back }: Page) => html`
  <h1>Change claims</h1>
  ${typed.problems.claim && html`<p class="message problem">No claim is ticked. <a href="${back}">${typed.problems.claim}</a></p>`}
  ${
    !typed.problems.claim &&
    html`<p>${counted(ticked(typed).length, 'claim')} ticked.</p>
    <form class="form" method="get" action="/claims/assignments">
      ${Hidden('claim', ticked(typed).join(','))} ${Hidden('list', valueOf(typed, 'list'))} ${BulkFields({ typed, people })}
      <p class="actions"><button class="main">See what would change</button> <a href="${back}">Cancel</a></p>
    </form>`
  }`

const Planned = ({ typed, back }: Page, plan: BulkPlan, change: BulkChange) => html`
  <h1>${Heading(plan, change)}</h1>
  ${FormMessage({ typed })}
  ${plan.changes.length > 0 && html`<ul class="bulk-claims">${plan.changes.map((claim) => Change(claim, plan, change))}</ul>`}
  ${plan.left.length > 0 && LeftAlone(plan.left)}
  ${
    plan.changes.length > 0
      ? html`<form class="form" method="post" action="/claims/assignments">
          ${Hidden('claim', plan.changes.map(({ id, version }) => `${id}:${version}`).join(','))}
          ${['assignee', 'due', 'noDue', 'list'].map((name) => valueOf(typed, name) !== '' && Hidden(name, valueOf(typed, name)))}
          <p class="actions"><button class="main">${change.assignee === undefined ? 'Change' : 'Assign'} ${counted(plan.changes.length, 'claim')}</button> <a href="${back}">Cancel</a></p>
        </form>`
      : html`<p class="actions"><a class="button" href="${back}">Back to the claims</a></p>`
  }`

const ticked = (typed: Typed) => valuesOf(typed, 'claim').flatMap((text) => text.split(','))

const Heading = ({ changes, assignee }: BulkPlan, change: BulkChange) => {
  if (changes.length === 0) return 'Nothing would change'
  const these = changes.length === 1 ? 'This claim' : `These ${changes.length} claims`
  const given =
    change.assignee !== undefined &&
    (assignee ? html` be given to <bdi>${assignee.name}</bdi>` : html` be taken off whoever has them`)
  const dated =
    change.dueOn !== undefined && (change.dueOn ? ` be due on ${partialDateWords(change.dueOn)}` : ' have no due date')
  return html`${these} will${given}${given && dated && ' and'}${dated}`
}

const Change = (claim: BulkClaim, { assignee }: BulkPlan, change: BulkChange) => html`
  <li>
    <p><span class="number soft">${claimNumber(claim)}</span> <a href="/claims/${claim.id}" dir="auto">${claim.statement}</a> <span class="state">${stateWords[claim.state]}</span></p>
    ${change.assignee !== undefined && (claim.assignee?.id ?? null) !== change.assignee && html`<p class="soft"><span dir="auto">${claim.assignee?.name ?? 'Nobody'}</span> → <b dir="auto">${assignee?.name ?? 'nobody'}</b></p>`}
    ${change.dueOn !== undefined && claim.dueOn !== change.dueOn && html`<p class="soft">Due ${claim.dueOn ? partialDateWords(claim.dueOn) : 'at no date'} → <b>${change.dueOn ? partialDateWords(change.dueOn) : 'no date'}</b></p>`}
  </li>`

const LeftAlone = (left: Left[]) => html`
  <section aria-labelledby="left-title">
    <h2 id="left-title">Left as ${left.length === 1 ? 'it is' : 'they are'}</h2>
    <ul class="bulk-claims">
      ${left.map(({ claim, why }) => html`<li><p><span class="number soft">${claimNumber(claim)}</span> <a href="/claims/${claim.id}" dir="auto">${claim.statement}</a></p><p class="soft">It <span dir="auto">${why}</span>.</p></li>`)}
    </ul>
  </section>`
