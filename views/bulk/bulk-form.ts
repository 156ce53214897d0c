import { type Person, can } from '../../server/accounts/permissions.ts'
import { filterQuery } from '../../server/claims/filter.ts'
import type { ClaimList } from '../../server/claims/list.ts'
import { counted } from '../../server/values/count.ts'
import { type Html, html } from '../html.ts'
import { Hidden } from '../parts/field.ts'
import { fresh } from '../parts/typed.ts'
import { BulkFields } from './bulk-fields.ts'

/** The form that the boxes of the list belong to: it asks for the page that says what would happen. */
export const BulkForm = (list: ClaimList, viewer: Person): Html => html`
  <form class="bulk no-print" id="bulk" method="get" action="/claims/changes/new" aria-labelledby="bulk-title">
    <h2 id="bulk-title">Change the ticked claims</h2>
    ${Hidden('list', filterQuery(list.filter))}
    ${BulkFields({ typed: { ...fresh(), scope: 'bulk' }, people: can(viewer, 'claim.assign') ? list.people : list.people.filter(({ id }) => id === viewer.id) })}
    <div class="bulk-end">
      ${hasMore(list) && html`<p class="tick"><label><input type="checkbox" name="all" value="yes" /> All ${counted(list.total, 'claim')} of this list, on every page</label></p>`}
      <p class="actions"><button>See what would change</button> <span class="soft" id="bulk-count" role="status"></span> <a href="/claims/changes">Earlier changes</a></p>
    </div>
  </form>`

const hasMore = ({ next, previous }: ClaimList) => next !== null || previous !== null
