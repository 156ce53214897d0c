import { type Person, can } from '../../server/accounts/permissions.ts'
import type { SourceUse } from '../../server/evidence/uses.ts'
import type { EventLine } from '../../server/history/history.ts'
import type { Snapshot } from '../../server/snapshots/snapshot.ts'
import type { Double } from '../../server/sources/doubles.ts'
import type { NamedSource, Source } from '../../server/sources/source.ts'
import { confidentialDefinition } from '../../server/sources/words.ts'
import { Timeline } from '../history/timeline.ts'
import { type Html, html } from '../html.ts'
import { Layout, type Shell } from '../layout.ts'
import { PageHead } from '../parts/page-head.ts'
import { Crumb } from '../parts/crumb.ts'
import { Icon } from '../parts/icon.ts'
import type { Neighbours } from '../parts/pages.ts'
import { SourceCopies } from '../snapshots/source-copies.ts'
import { SourceFacts } from './source-facts.ts'
import { SourceUses } from './source-uses.ts'

type Used = { uses: SourceUse[]; pages: Neighbours }
/** Other entries: those merged into this one, those that may be the same, and those that have their information from it. */
type Others = { merged: NamedSource[]; doubles: Double[]; fed: NamedSource[] }
type Page = {
  shell: Shell
  person: Person
  source: Source
  copies: readonly Snapshot[]
  used: Used
  others: Others
  lines: EventLine[]
  /** How it is kept from being lost: watching, the Internet Archive. */
  kept: (Html | false)[]
}

export const SourcePage = ({ shell, person, source, copies, used, others, lines, kept }: Page) =>
  Layout({
    shell,
    title: source.title,
    main: html`
      ${Crumb({ href: '/sources', name: 'Sources' })}
      ${PageHead(source.title, can(person, 'source.edit') && Doings(source.id))}
      ${source.confidential && html`<p class="message secret">${Icon('lock')} <strong>Confidential.</strong> ${confidentialDefinition}</p>`}
      ${can(person, 'source.merge') && others.doubles.length > 0 && Perhaps(source.id, others.doubles)}
      ${SourceFacts(source)} ${Merged(others.merged)} ${Fed(others.fed)} ${SourceCopies({ person, source, newest: copies.slice(0, mostCopies), more: copies.length > mostCopies })} ${kept} ${SourceUses(used)}
      ${lines.length > 0 && html`<h2>History</h2> ${Timeline({ lines })} <p><a href="/sources/${source.id}/history">All history of this source</a></p>`}`,
  })

const mostCopies = 3

const Doings = (id: number): Html => html`
  <p class="doings no-print"><a class="button" href="/sources/${id}/same">This is the same as …</a> <a class="button" href="/sources/${id}/edit">${Icon('pencil')} Edit</a></p>`

const Perhaps = (id: number, doubles: Double[]): Html => html`
  <div class="message known no-print">${doubles.map((double) => html`<p>Perhaps the same as <a href="/sources/${double.id}" dir="auto">${double.title}</a>. ${double.why} <a href="/sources/${id}/same/${double.id}">Look at both</a></p>`)}</div>`

const Merged = (merged: NamedSource[]) =>
  merged.length > 0 &&
  html`<p>Merged into this one: ${merged.map(({ id, title }, index) => html`${index > 0 && ', '}<a href="/sources/${id}/merger" dir="auto">${title}</a>`)}</p>`

const Fed = (fed: NamedSource[]) =>
  fed.length > 0 &&
  html`<p>Named as where their information comes from by: ${fed.map(({ id, title }, index) => html`${index > 0 && ', '}<a href="/sources/${id}" dir="auto">${title}</a>`)}</p>`
