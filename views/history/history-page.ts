import { type Person, can } from '../../server/accounts/permissions.ts'
import type { Checked } from '../../server/history/chain.ts'
import { eventKindWords, eventKinds } from '../../server/history/words.ts'
import type { EventLine } from '../../server/history/history.ts'
import { type Html, html } from '../html.ts'
import { Layout, type Shell } from '../layout.ts'
import { Choice, Field } from '../parts/field.ts'
import type { Typed } from '../parts/typed.ts'
import { Icon } from '../parts/icon.ts'
import { ChainCheck, ChainHead, type Head } from './chain-part.ts'
import { Timeline } from './timeline.ts'

/** One page of lines; `older` and `newest` are addresses of the neighbours, when there are any. */
export type Lines = { lines: EventLine[]; older: string | undefined; newest: string | undefined }

type Page = {
  shell: Shell
  page: Lines
  filter: Typed
  people: { id: number; name: string }[]
  head: Head
  json: string
  person: Person
}

/** Everything that happened, newest first, with its filters. */
export const HistoryPage = ({ shell, page, filter, people, head, json, person }: Page) =>
  Layout({
    shell,
    title: 'History',
    main: html`
      <div class="page-head"><h1>History</h1><p class="soft links"><a href="${json}">JSON</a></p></div>
      ${ChainHead({ head, mayCheck: can(person, 'history.verify') })} ${Filters({ filter, people })} ${LinesPart(page)}`,
  })

/** The history of one thing, on a page of its own. */
export const ThingHistoryPage = ({
  shell,
  title,
  back,
  page,
}: {
  shell: Shell
  title: Html
  back: Html
  page: Lines
}) =>
  Layout({
    shell,
    title: 'History',
    main: html`<p class="crumb">${back}</p>
      <h1>History of ${title}</h1>
      ${LinesPart(page)}`,
  })

/** What the check of the chain found. */
export const CheckPage = ({ shell, checked, at }: { shell: Shell; checked: Checked; at: string }) =>
  Layout({
    shell,
    title: 'Check of the history',
    main: html`<p class="crumb"><a href="/history">History</a></p>
      <h1>Check of the history</h1>
      <div class="check-result">${ChainCheck({ checked, at })}</div>`,
  })

const LinesPart = ({ lines, older, newest }: Lines) => html`
  ${Timeline({ lines })}
  ${(older ?? newest) && html`<nav class="links pages" aria-label="Pages of the history">${newest && html`<a href="${newest}">${Icon('arrow-left')} Newest</a>`} ${older && html`<a href="${older}" rel="next">Older ${Icon('arrow-right')}</a>`}</nav>`}`

const Filters = ({ filter, people }: Pick<Page, 'filter' | 'people'>) => html`
  <form class="filters" method="get" action="/history" aria-label="Filter the history">
    <div class="row">
      ${Choice({ name: 'person', label: 'Done by', typed: filter, none: 'Everyone', options: people.map(({ id, name }) => ({ value: String(id), label: name })) })}
      ${Choice({ name: 'kind', label: 'About', typed: filter, none: 'Everything but sign-ins', options: eventKinds.map((kind) => ({ value: kind, label: eventKindWords[kind] })) })}
      ${Field({ name: 'from', label: 'From', type: 'date', typed: filter })}
      ${Field({ name: 'to', label: 'To', type: 'date', typed: filter })}
      <div class="field actions"><button>Show</button> <a href="/history">Clear</a></div>
    </div>
  </form>`
