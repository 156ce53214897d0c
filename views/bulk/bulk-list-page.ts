import type { Bulk } from '../../server/bulk/account.ts'
import { bulkStateWords } from '../../server/bulk/words.ts'
import { counted } from '../../server/values/count.ts'
import { html } from '../html.ts'
import { Layout, type Shell } from '../layout.ts'
import { Crumb } from '../parts/crumb.ts'
import { Pages } from '../parts/pages.ts'
import { When } from '../parts/when.ts'
import { Phrases } from './phrases.ts'

type Page = {
  shell: Shell
  before: number | undefined
  bulks: Bulk[]
  next?: number
  names: Map<number, string>
}

/** What was done to many claims at once, newest first. */
export const BulkListPage = ({ shell, before, bulks, next, names }: Page) =>
  Layout({
    shell,
    title: 'Changes of many claims',
    main: html`
      ${Crumb({ href: '/claims', name: 'Claims' })}
      <h1>Changes of many claims</h1>
      ${bulks.length === 0 ? Nothing : html`<ul class="bulk-claims">${bulks.map((bulk) => Row(bulk, names))}</ul>`}
      ${Pages({ before, next, address: (at) => (at === undefined ? '/claims/changes' : `/claims/changes?before=${at}`) })}`,
  })

const Row = (bulk: Bulk, names: Map<number, string>) => html`
  <li id="change-${bulk.id}">
    <p><a href="/claims/changes/${bulk.id}">${counted(bulk.claims, 'claim')} to ${Phrases(bulk.change, names.get(bulk.change.assignee ?? 0))}</a></p>
    <p class="soft">${bulkStateWords[bulk.state]}. ${bulk.changed} changed, ${bulk.left} left alone. <bdi>${bulk.madeBy}</bdi>, ${When(bulk.createdAt)}.</p>
  </li>`

const Nothing = html`<div class="empty"><p>Nobody has changed many claims at once yet. Tick some in the <a href="/claims">list of claims</a>, say below it what is to become of them, and see what would change.</p></div>`
