import type { Account, Became, Bulk } from '../../server/bulk/account.ts'
import { claimNumber } from '../../server/claims/words.ts'
import { counted } from '../../server/values/count.ts'
import { html } from '../html.ts'
import { Layout, type Shell } from '../layout.ts'
import { Crumb } from '../parts/crumb.ts'
import { FormMessage } from '../parts/field.ts'
import { Pages } from '../parts/pages.ts'
import type { Typed } from '../parts/typed.ts'
import { When } from '../parts/when.ts'
import { BulkProgress } from './bulk-progress.ts'
import { FactChanges } from './fact-changes.ts'
import { Phrases } from './phrases.ts'

type Page = {
  shell: Shell
  bulk: Bulk
  account: Account
  /** The place that the page of claims begins after. */
  after: number
  names: Map<number, string>
  back: string
  mayUndo: boolean
  typed: Typed
}

/** One change of many claims: what was asked for, what became of each, and the way to undo it. */
export const AccountPage = ({ shell, ...page }: Page) => {
  const { bulk, account, names, back, typed } = page
  return Layout({
    shell,
    title: `Change of ${counted(bulk.claims, 'claim')}`,
    main: html`
      ${Crumb({ href: back, name: 'Claims' }, { href: '/claims/changes', name: 'Changes of many claims' })}
      <h1>${counted(bulk.claims, 'claim')} to ${Phrases(bulk.change, nameOf(names)(bulk.change.assignee ?? 0))}</h1>
      <p class="soft">Asked for by <bdi>${bulk.madeBy}</bdi>, ${When(bulk.createdAt)}.${bulk.undoneBy && html` Undone by <bdi>${bulk.undoneBy}</bdi>${bulk.undoneAt && html`, ${When(bulk.undoneAt)}`}.`}</p>
      ${FormMessage({ typed })} ${BulkProgress(bulk)}
      <p class="actions"><a href="${back}">Back to the list</a></p>
      ${page.mayUndo && bulk.state === 'finished' && bulk.changed > 0 && Undo(bulk)}
      ${Some({ id: 'kept', title: 'Not put back', rows: account.kept, of: bulk.kept, why: ({ kept }) => kept })}
      ${Some({ id: 'left', title: 'Left alone', rows: account.left, of: bulk.left, why: ({ why }) => why })}
      ${Changed(page)}`,
  })
}

const nameOf = (names: Map<number, string>) => (id: number) => names.get(id) ?? 'somebody'

const Undo = ({ id, changed }: Bulk) => html`
  <form method="post" action="/claims/changes/${id}/undoing">
    <p class="hint">Undoing puts ${changed === 1 ? 'the claim' : `the ${changed.toLocaleString('en')} claims`} back as ${changed === 1 ? 'it was' : 'they were'}. Those on which the same was changed again since are kept, and named.</p>
    <button>Undo this change</button>
  </form>`

type Told = { id: string; title: string; rows: Became[]; of: number; why: (row: Became) => string | null }

const Some = ({ id, title, rows, of, why }: Told) =>
  rows.length > 0 &&
  html`<section aria-labelledby="${id}-title">
    <h2 id="${id}-title">${title}</h2>
    <ul class="bulk-claims">${rows.map((row) => html`<li>${Line(row)}<p class="soft">It <span dir="auto">${why(row)}</span>.</p></li>`)}</ul>
    ${of > rows.length && html`<p class="soft">These are the first ${rows.length} of ${of.toLocaleString('en')}; all stand among the claims below.</p>`}
  </section>`

const Line = ({ claim }: Became) =>
  html`<p><span class="number soft">${claimNumber(claim)}</span> <a href="/claims/${claim.id}" dir="auto">${claim.statement}</a></p>`

const Changed = ({ bulk: { id, state }, account: { outcomes, next }, after, names }: Omit<Page, 'shell'>) =>
  outcomes.length > 0 &&
  html`<section aria-labelledby="became-title">
    <h2 id="became-title">${state === 'undone' ? 'What was changed, and put back since' : 'What became of the claims'}</h2>
    <ul class="bulk-claims">${outcomes.map((row) => html`<li>${Line(row)} ${Outcome(row, names)}</li>`)}</ul>
    ${Pages({ before: after || undefined, next, address: (at) => (at === undefined ? `/claims/changes/${id}` : `/claims/changes/${id}?after=${at}`), words: { first: 'First', next: 'More' } })}
  </section>`

const Outcome = ({ why, before, after, kept }: Became, names: Map<number, string>) => html`
  ${why && html`<p class="soft">Left alone: it <span dir="auto">${why}</span>.</p>`}
  ${before && after && FactChanges({ before, after, nameOf: nameOf(names) })}
  ${kept && html`<p class="soft">Not put back: it ${kept}.</p>`}`
