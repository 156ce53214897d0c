import { type Person, can } from '../../server/accounts/permissions.ts'
import type { SourceUse } from '../../server/evidence/uses.ts'
import type { EventLine } from '../../server/history/history.ts'
import { partialDateWords } from '../../server/partial-date.ts'
import type { Source } from '../../server/sources/source.ts'
import { confidentialDefinition, sourceKindWords } from '../../server/sources/words.ts'
import { Timeline } from '../history/timeline.ts'
import { type Hole, html } from '../html.ts'
import { Layout, type Shell } from '../layout.ts'
import { PageHead } from '../parts/page-head.ts'
import { Crumb } from '../parts/crumb.ts'
import { Icon } from '../parts/icon.ts'
import type { Neighbours } from '../parts/pages.ts'
import { When } from '../parts/when.ts'
import { OutLink } from './out-link.ts'
import { SourceUses } from './source-uses.ts'

type Used = { uses: SourceUse[]; pages: Neighbours }
type Page = { shell: Shell; person: Person; source: Source; used: Used; lines: EventLine[] }

export const SourcePage = ({ shell, person, source, used, lines }: Page) =>
  Layout({
    shell,
    title: source.title,
    main: html`
      ${Crumb({ href: '/sources', name: 'Sources' })}
      ${PageHead(source.title, can(person, 'source.edit') && html`<a class="button no-print" href="/sources/${source.id}/edit">${Icon('pencil')} Edit</a>`)}
      ${source.confidential && html`<p class="message secret">${Icon('lock')} <strong>Confidential.</strong> ${confidentialDefinition}</p>`}
      ${Facts(source)} ${SourceUses(used)}
      ${lines.length > 0 && html`<h2>History</h2> ${Timeline({ lines })} <p><a href="/sources/${source.id}/history">All history of this source</a></p>`}`,
  })

const Facts = (source: Source) => html`
  <dl class="facts source-facts">
    ${Fact('Address', source.url ? FullLink(source.url) : 'Not on the web')}
    ${Fact('Archived copy', source.archivedUrl ? FullLink(source.archivedUrl) : html`<span class="soft">None yet</span>`)}
    ${Fact('Publisher', source.publisher)} ${Fact('Author', source.author)}
    ${Fact('Date', source.publishedOn && partialDateWords(source.publishedOn))}
    ${Fact('Kind', `${sourceKindWords[source.kind]}, ${source.primary ? 'primary' : 'not primary'}`)}
    ${Fact('Interest', source.interest)}
    ${Fact('Added', html`${source.addedBy && html`by <span dir="auto">${source.addedBy.name}</span>, `}${When(source.createdAt)}`)}
  </dl>`

const FullLink = (address: string) => html`${OutLink(address)} <span class="full-address">${address}</span>`

const Fact = (name: string, value: Hole) =>
  value !== null &&
  value !== '' &&
  html`<dt>${name}</dt><dd>${typeof value === 'string' ? html`<span dir="auto">${value}</span>` : value}</dd>`
