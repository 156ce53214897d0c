import type { BulkChange } from '../../server/bulk/change.ts'
import type { BulkClaim, BulkPlan, Left } from '../../server/bulk/plan.ts'
import { chosenText } from '../../server/bulk/words.ts'
import { claimNumber, stateWords } from '../../server/claims/words.ts'
import { counted } from '../../server/values/count.ts'
import { type Html, html } from '../html.ts'
import { Layout, type Shell } from '../layout.ts'
import { Crumb } from '../parts/crumb.ts'
import { FormMessage, Hidden } from '../parts/field.ts'
import { type Typed, valueOf, valuesOf } from '../parts/typed.ts'
import { BulkFields } from './bulk-fields.ts'
import { FactChanges } from './fact-changes.ts'
import { Phrases } from './phrases.ts'

type Page = {
  shell: Shell
  people: readonly { id: number; name: string }[]
  /** The list that the claims were chosen in. */
  back: string
  typed: Typed
  /** Left out when it is not clear yet what is meant. */
  plan?: BulkPlan
  change?: BulkChange
}

/** What would happen to the chosen claims, before it does. */
export const PlanPage = (page: Page): Html =>
  Layout({
    shell: page.shell,
    title: 'Change claims',
    main: html`
      ${Crumb({ href: page.back, name: 'Claims' })}
      ${page.plan && page.change ? Planned(page, page.plan, page.change) : Unclear(page)}`,
  })

const Unclear = (page: Page) => {
  const { typed, back } = page
  const problem = typed.problems.claim
  if (problem)
    return html`<h1>Change claims</h1>
      <p class="message problem">${ticked(typed).length === 0 && !isAll(typed) && 'No claim is ticked. '}${problem} <a href="${back}">Back to the list</a></p>`
  return html`<h1>Change claims</h1>
    <p>${isAll(typed) ? 'All claims of the list are meant.' : `${counted(ticked(typed).length, 'claim')} ticked.`}</p>
    ${Again(page)}`
}

/** The form that asks what would change. */
const Again = ({ typed, people, back }: Page) => html`
  <form class="form" method="get" action="/claims/changes/new">
    ${isAll(typed) ? Hidden('all', 'yes') : Hidden('claim', ticked(typed).map(idIn).join(','))}
    ${Hidden('list', valueOf(typed, 'list'))} ${BulkFields({ typed, people })}
    <p class="actions"><button class="main">See what would change</button> <a href="${back}">Cancel</a></p>
  </form>`

const isAll = (typed: Typed) => valuesOf(typed, 'all').includes('yes')
const ticked = (typed: Typed) => valuesOf(typed, 'claim').flatMap((text) => text.split(','))
const idIn = (text: string) => text.split(':', 1)[0]

/** Claims that are shown with all that changes; of more than these the numbers are said. */
const shown = 100

const Planned = (page: Page, plan: BulkPlan, change: BulkChange) => html`
  <h1>${Heading(plan, change)}</h1>
  ${FormMessage(page)}
  ${plan.changes.length > 0 ? Confirm(page, plan, change) : html`<p class="actions"><a class="button" href="${page.back}">Back to the claims</a></p>`}
  ${plan.changes.length > 0 && Changes(plan)} ${plan.left.length > 0 && LeftAlone(plan.left)}
  <details class="bulk-again"><summary>Do something else with these claims</summary>${Again({ ...page, typed: { ...page.typed, scope: 'again' } })}</details>`

const Heading = ({ changes, assignee }: BulkPlan, change: BulkChange) => {
  if (changes.length === 0) return 'Nothing would change'
  const these = changes.length === 1 ? 'This claim' : `These ${changes.length.toLocaleString('en')} claims`
  return html`${these} will ${Phrases(change, assignee?.name)}`
}

const fields = ['assignee', 'due', 'noDue', 'priority', 'addTags', 'takeTags', 'move', 'reason', 'list']

const onlyHandedOver = (change: BulkChange) =>
  Object.keys(change).every((fact) => fact === 'assignee' || fact === 'dueOn')

const Confirm = ({ typed, back }: Page, { changes, left, assignee }: BulkPlan, change: BulkChange) => html`
  <form class="form" method="post" action="/claims/changes">
    ${Hidden('claim', changes.map(({ claim }) => chosenText(claim)).join(','))}
    ${fields.map((name) => valueOf(typed, name) !== '' && Hidden(name, valueOf(typed, name)))}
    ${left.length > 0 && html`<p><a href="#left">${counted(left.length, 'claim')} left as ${left.length === 1 ? 'it is' : 'they are'}</a></p>`}
    <p class="actions"><button class="main">${assignee && onlyHandedOver(change) ? 'Assign' : 'Change'} ${counted(changes.length, 'claim')}</button> <a href="${back}">Cancel</a></p>
    <p class="hint">What a colleague changes before you confirm is left alone, and you are told. The whole change can be undone.</p>
  </form>`

const Changes = ({ changes, assignee }: BulkPlan) => {
  const nameOf = (names: Map<number, string>) => (id: number) => names.get(id) ?? ''
  const rest = changes.slice(shown)
  return html`
    <ul class="bulk-claims">
      ${changes.slice(0, shown).map(({ claim, before, after }) => {
        const names = new Map([claim.assignee, assignee].flatMap((one) => (one ? [[one.id, one.name] as const] : [])))
        return html`<li>${Line(claim, stateWords[claim.state])} ${FactChanges({ before, after, nameOf: nameOf(names) })}</li>`
      })}
    </ul>
    ${rest.length > 0 && html`<details><summary>${counted(rest.length, 'more claim')} that would change so, by number</summary>${Numbers(rest.map(({ claim }) => claim))}</details>`}`
}

const Line = (claim: BulkClaim, state?: string) =>
  html`<p><span class="number soft">${claimNumber(claim)}</span> <a href="/claims/${claim.id}" dir="auto">${claim.statement}</a>${state && html` <span class="state">${state}</span>`}</p>`

const Numbers = (claims: BulkClaim[]) => html`<p class="bulk-numbers">${claims.map(claimNumber).join(', ')}</p>`

const LeftAlone = (left: Left[]) => html`
  <section id="left" aria-labelledby="left-title">
    <h2 id="left-title">Left as ${left.length === 1 ? 'it is' : 'they are'}</h2>
    <ul class="bulk-claims">
      ${left.slice(0, shown).map(({ claim, why }) => html`<li>${Line(claim)}<p class="soft">It <span dir="auto">${why}</span>.</p></li>`)}
    </ul>
    ${[...Map.groupBy(left.slice(shown), ({ why }) => why)].map(([why, some]) => html`<details><summary>${counted(some.length, 'more claim')}: each <span dir="auto">${why}</span></summary>${Numbers(some.map(({ claim }) => claim))}</details>`)}
  </section>`
