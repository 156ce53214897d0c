import type { Import } from '../../server/imports/import.ts'
import { html } from '../html.ts'
import { Field, FormMessage, Hidden, Tick } from '../parts/field.ts'
import { type Typed, fresh, versionOf } from '../parts/typed.ts'

/** What there is to say of a file that checks are marked up in. */
export const ReviewForm = ({ found, typed: again }: { found: Import; typed: Typed | undefined }) => {
  const { id, plan, version } = found
  const { publisher, language, leaveOut } = plan
  const values = { version, publisher, language, leaveOut: leaveOut ? 'yes' : '' }
  const typed =
    again && Object.keys(again.values).length > 0 ? again : { ...fresh(values), problems: again?.problems ?? {} }
  return html`<form class="import-plan" method="post" action="/imports/${id}/plan">
    ${FormMessage({ typed })} ${Hidden('version', versionOf(typed))}
    <p>Checks of other publishers are marked up in this as ClaimReview. What each says of claim, claimant, dates, rating and publisher is taken as it stands there.</p>
    ${Field({ name: 'publisher', label: 'Publisher', typed, max: 200, hint: 'Where a check does not say who made it. Left empty, it is the name of the site.' })}
    ${Field({ name: 'language', label: 'Language', typed, max: 35, required: true, hint: 'Where a check does not say it. Such as en, de or uk.' })}
    ${Tick({ name: 'leaveOut', label: 'Leave out the checks that have problems', typed })}
    <p class="actions"><button>Read it this way</button></p>
  </form>`
}
