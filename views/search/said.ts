import type { Clause, Query, Term } from '../../server/search/query.ts'
import { type Html, html } from '../html.ts'

/** What a search was understood to ask for, in words. */
export const Said = ({ clauses, leftOut, isCut }: Query): Html | false =>
  clauses.length > 0 &&
  html`<p class="said">
    Searching for ${clauses.map((clause, index) => html`${index > 0 && (clause.not ? ', ' : ' and ')}${ClauseSaid(clause)}`)}.
    ${leftOut.length > 0 && html`<span class="soft">Left out, because nearly every text has ${leftOut.length === 1 ? 'it' : 'them'}: ${leftOut.map((word, index) => html`${index > 0 && ', '}<bdi>${word}</bdi>`)}. In quotation marks it counts.</span>`}
    ${isCut && html`<span class="soft">That was too much to look for at once; the rest was left out.</span>`}
  </p>`

const ClauseSaid = ({ not, field, any }: Clause) =>
  html`${not && 'without '}${field && `${field} `}${any.map((term, index) => html`${index > 0 && ' or '}${TermSaid(term)}`)}`

const TermSaid = ({ text, how }: Term) =>
  html`${how === 'start' && 'words that begin with '}${how === 'phrase' ? html`<q><bdi>${text}</bdi></q>` : html`<b dir="auto">${text}</b>`}`
