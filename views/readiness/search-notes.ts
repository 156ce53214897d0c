import { type Person, can } from '../../server/accounts/permissions.ts'
import type { Search } from '../../server/readiness/search.ts'
import type { Side } from '../../server/readiness/words.ts'
import { html } from '../html.ts'
import { Into } from '../parts/in-place.ts'
import { fresh } from '../parts/typed.ts'
import { Day } from '../parts/when.ts'
import { SmallSearchForm } from './search-form.ts'

type Shown = {
  claimId: number
  side: Side
  searches: readonly Search[]
  /** Whether the side has no evidence that this person sees. */
  isEmpty: boolean
  person: Person
  into: string | undefined
}

/** What was looked for and not found on one side of the ledger, and the form to say so while that side is empty. */
export const SearchNotes = ({ claimId, side, searches, isEmpty, person, into }: Shown) => {
  const found = searches.filter((search) => search.side === side)
  const mayNote = can(person, 'readiness.record')
  return html`${found.length > 0 && html`<ul class="searches">${found.map((search) => Note({ search, mayNote, into }))}</ul>`}
  ${isEmpty && mayNote && SmallSearchForm({ claimId, side, typed: fresh(), into })}`
}

const Note = ({ search, mayNote, into }: { search: Search; mayNote: boolean; into: string | undefined }) => {
  const address = `/searches/${search.id}/withdrawal`
  return html`<li id="search-${search.id}">
    <p><strong>Looked and found nothing:</strong> <span dir="auto">${search.note}</span></p>
    <p class="soft"><span dir="auto">${search.person.name}</span>, ${Day(search.createdAt)} ${mayNote && html`<a class="no-print" href="${address}" ${Into(address, into)}>Take back<span class="unseen"> this note</span></a>`}</p>
  </li>`
}
