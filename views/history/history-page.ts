import { eventKindWords, eventKinds } from '../../server/history/words.ts'
import type { EventLine } from '../../server/history/history.ts'
import type { Standing } from '../../server/history/proof.ts'
import type { Check } from '../../server/history/watch.ts'
import { html } from '../html.ts'
import { Layout, type Shell } from '../layout.ts'
import { PageHead } from '../parts/page-head.ts'
import { Choice, Field, named, worded } from '../parts/field.ts'
import type { Typed } from '../parts/typed.ts'
import { Crumb, type Place } from '../parts/crumb.ts'
import { type Neighbours, Pages } from '../parts/pages.ts'
import { ChainHead } from './chain-part.ts'
import { Timeline } from './timeline.ts'

/** One page of lines, and the way to its neighbours. */
export type Lines = { lines: EventLine[]; pages: Neighbours }

type Page = {
  shell: Shell
  page: Lines
  filter: Typed
  people: { id: number; name: string }[]
  standing: Standing
  last: Check | undefined
  json: string
  /** Its filter as it stands in the address after the `?`. */
  query: string
}

/** Everything that happened, newest first, with its filters. */
export const HistoryPage = ({ shell, page, filter, people, standing, last, json, query }: Page) =>
  Layout({
    shell,
    title: 'History',
    main: html`
      ${PageHead('History', html`<p class="soft links"><a href="/agreement">Agreement between checkers</a> <a href="${json}">JSON</a> <a href="/exports/new?of=history${query && `&${query}`}">Export the list</a></p>`)}
      ${ChainHead({ standing, last })} ${Filters({ filter, people })} ${LinesPart(page)}`,
  })

type ThingHistory = { shell: Shell; name: string; way: Place[]; page: Lines }

/** The history of one thing, on a page of its own. */
export const ThingHistoryPage = ({ shell, name, way, page }: ThingHistory) =>
  Layout({
    shell,
    title: 'History',
    main: html`${Crumb(...way)}
      <h1>History of <span dir="auto">${name}</span></h1>
      ${LinesPart(page)}`,
  })

const LinesPart = ({ lines, pages }: Lines) => html`${Timeline({ lines })} ${Pages(pages)}`

const Filters = ({ filter, people }: Pick<Page, 'filter' | 'people'>) => html`
  <form class="filters" method="get" action="/history" aria-label="Filter the history">
    <div class="row">
      ${Choice({ name: 'person', label: 'Done by', typed: filter, none: 'Everyone', options: named(people) })}
      ${Choice({ name: 'kind', label: 'About', typed: filter, none: 'Everything but sign-ins', options: worded(eventKinds, eventKindWords) })}
      ${Field({ name: 'from', label: 'From', type: 'date', typed: filter })}
      ${Field({ name: 'to', label: 'To', type: 'date', typed: filter })}
      <div class="field actions"><button>Show</button> <a href="/history">Clear</a></div>
    </div>
  </form>`
