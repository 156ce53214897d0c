import type { ShownPerson } from '../../server/accounts/person.ts'
import { roleWords, roles } from '../../server/accounts/words.ts'
import { counted } from '../../server/values/count.ts'
import { html } from '../html.ts'
import { Choice, FormMessage, Hidden, worded } from '../parts/field.ts'
import { type Typed, versionOf } from '../parts/typed.ts'

type Shown = { person: ShownPerson; typed: Typed }

/** What an admin may do about a person: another role, a new password, sign them out, close or open the account. */
export const Membership = ({ person, tokens, typed }: Shown & { tokens: number }) => html`
  <section class="membership" aria-labelledby="membership">
    <h2 id="membership">What <bdi>${person.name}</bdi> may do</h2>
    ${FormMessage({ typed })}
    <form class="form" method="post" action="/people/${person.id}/role">
      ${Choice({ name: 'role', label: 'Role', required: true, options: worded(roles, roleWords), hint: 'Holds from their next click, without signing in again.', typed: { ...typed, values: { ...typed.values, role: typed.values.role ?? person.role } } })}
      ${Hidden('version', versionOf(typed) || person.version)}
      <p class="actions"><button>Change the role</button></p>
    </form>
    <div class="actions">
      ${!person.deactivatedAt && Act({ person, typed, to: 'password-link', label: 'Make a link for a new password' })}
      ${!person.deactivatedAt && Act({ person, typed, to: 'sign-out', label: 'Sign out everywhere' })}
      ${tokens > 0 && Act({ person, typed, to: 'token-revocation', label: `End ${counted(tokens, 'API token')}` })}
      ${person.deactivatedAt ? Act({ person, typed, to: 'reactivation', label: 'Reactivate the account' }) : Act({ person, typed, to: 'deactivation', label: 'Deactivate the account' })}
    </div>
    <p class="soft">${person.deactivatedAt ? 'Reactivating lets them sign in again with the password they had. API tokens that have ended stay so.' : 'Deactivating signs them out, ends their API tokens and keeps them out. Their work stays, with their name on it.'}${tokens > 0 && ' Signing out alone leaves API tokens working: programs go on in their name.'}</p>
  </section>`

// What these do is the same whatever the account was changed to meanwhile.
const bare = ['password-link', 'sign-out', 'token-revocation']

const Act = ({ person, typed, to, label }: Shown & { to: string; label: string }) => html`
  <form method="post" action="/people/${person.id}/${to}">
    ${!bare.includes(to) && Hidden('version', versionOf(typed) || person.version)}
    <button>${label}</button>
  </form>`
