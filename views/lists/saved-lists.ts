import { type Person, can } from '../../server/accounts/permissions.ts'
import { type Filter, filterQuery } from '../../server/claims/filter.ts'
import type { SavedList } from '../../server/lists/list.ts'
import { longestName } from '../../server/lists/words.ts'
import { type Html, html } from '../html.ts'
import { Field, Hidden, Tick } from '../parts/field.ts'
import { fresh } from '../parts/typed.ts'

type Shown = { lists: readonly SavedList[]; filter: Filter; viewer: Person }

/** The lists that somebody comes back to, above the list of claims, and the form that saves the one that is shown. */
export const SavedLists = ({ lists, filter, viewer }: Shown): Html => {
  const query = filterQuery(filter)
  return html`
    <div class="saved-lists no-print">
      ${lists.length > 0 && html`<nav aria-label="Saved lists">${ListLinks(lists, query)} <a class="soft" href="/lists">All saved lists</a></nav>`}
      ${!lists.some((list) => list.query === query) && SaveForm(query, viewer)}
    </div>`
}

/** Saved lists as links; the one of that address is marked. */
export const ListLinks = (lists: readonly SavedList[], query?: string): Html => html`
  <ul class="saved-links">
    ${lists.map((list) => html`<li><a href="${addressOf(list)}" ${list.query === query && html`aria-current="page"`}><bdi>${list.name}</bdi></a>${list.shared && html` <span class="soft" title="${`Shared by ${list.owner}`}">shared</span>`}</li>`)}
  </ul>`

/** Where a saved list is to be seen. */
export const addressOf = ({ query }: Pick<SavedList, 'query'>): string =>
  query === '' ? '/claims' : `/claims?${query}`

const SaveForm = (query: string, viewer: Person) => {
  const typed = { ...fresh(), scope: 'save-list' }
  return html`
    <details class="save-list">
      <summary>Save this list</summary>
      <form method="post" action="/lists">
        ${Hidden('query', query)}
        ${Field({ typed, name: 'name', label: 'Name of the list', required: true, max: longestName })}
        ${can(viewer, 'list.share') && Tick({ typed, name: 'shared', label: 'Share it with the newsroom', needed: true })}
        <p class="actions"><button>Save</button></p>
        <p class="hint">Filters, order and columns are kept, not the claims: the list always shows what matches.</p>
      </form>
    </details>`
}
