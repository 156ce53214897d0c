import { languageName } from '../../server/articles/languages.ts'
import { doiAddress } from '../../server/sources/doi.ts'
import { filterQuery } from '../../server/sources/filter.ts'
import type { Source } from '../../server/sources/source.ts'
import { sourceKindWords } from '../../server/sources/words.ts'
import { partialDateWords } from '../../server/values/partial-date.ts'
import { type Hole, html } from '../html.ts'
import { When } from '../parts/when.ts'
import { OutLink } from './out-link.ts'

/** What people said about a source, as a list of facts. */
export const SourceFacts = (source: Source) => html`
  <dl class="facts source-facts">
    ${Fact('Address', source.url ? FullLink(source.url) : 'Not on the web')}
    ${Fact('Archived copy', source.archivedUrl ? FullLink(source.archivedUrl) : html`<span class="soft">None yet</span>`)}
    ${Fact('Publisher', source.publisher !== null && html`<span dir="auto">${source.publisher}</span> <a class="soft" href="/sources${filterQuery({ publisher: source.publisher })}">All of this publisher</a>`)} ${Fact('Author', source.author)}
    ${Fact('Date', source.publishedOn && partialDateWords(source.publishedOn))}
    ${Fact('Language', source.language && languageName(source.language))}
    ${Fact('DOI', source.doi && OutLink(doiAddress(source.doi), source.doi))} ${Fact('ISBN', source.isbn)}
    ${Fact('Kind', `${sourceKindWords[source.kind]}, ${source.primary ? 'primary' : 'not primary'}`)}
    ${Fact('Information from', OriginOf(source))} ${Fact('Interest', source.interest)}
    ${Fact('Added', html`${source.addedBy && html`by <span dir="auto">${source.addedBy.name}</span>, `}${When(source.createdAt)}`)}
  </dl>`

const OriginOf = ({ origin, originSource }: Source) =>
  originSource ? html`<a href="/sources/${originSource.id}" dir="auto">${originSource.title}</a>` : origin

const FullLink = (address: string) => html`${OutLink(address)} <span class="full-address">${address}</span>`

const Fact = (name: string, value: Hole) =>
  value !== null &&
  value !== false &&
  value !== '' &&
  html`<dt>${name}</dt><dd>${typeof value === 'string' ? html`<span dir="auto">${value}</span>` : value}</dd>`
