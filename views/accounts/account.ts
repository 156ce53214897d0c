import type { Person } from '../../server/accounts/permissions.ts'
import type { OpenDevice } from '../../server/accounts/sign-in.ts'
import type { Token } from '../../server/tokens/token.ts'
import { roleMeanings, roleWords } from '../../server/accounts/words.ts'
import { counted } from '../../server/values/count.ts'
import { html } from '../html.ts'
import { Layout, type Shell } from '../layout.ts'
import { PageHead } from '../parts/page-head.ts'
import { Field, FormMessage, Hidden, Tick } from '../parts/field.ts'
import { Icon } from '../parts/icon.ts'
import { type Typed, fresh, versionOf } from '../parts/typed.ts'
import { DeviceList } from './device-list.ts'
import { passwordHint } from './new-account-fields.ts'

type OwnPerson = Person & { version: number }
type Forms = { name?: Typed; password?: Typed; devices?: Typed }
type Page = {
  shell: Shell
  person: OwnPerson
  devices: OpenDevice[]
  tokens: Token[]
  current: number | undefined
  forms: Forms
}

/** One's own account: name, password, and the devices that are signed in. */
export const AccountPage = ({ shell, person, devices, tokens, current, forms }: Page) =>
  Layout({
    shell,
    title: 'Your account',
    main: html`
      ${PageHead('Your account', html`<form method="post" action="/sign-out"><button>${Icon('log-out')} Sign out</button></form>`)}
      <p>You sign in as <bdi>${person.email}</bdi>. Your role here is ${roleWords[person.role].toLowerCase()}: somebody who ${roleMeanings[person.role]}</p>
      <p class="links"><a href="/people/${person.id}">What you did</a> <a href="/account/tokens">API tokens</a> <a href="/people">People</a> <a href="/settings">Settings</a></p>
      ${NameForm({ typed: { ...(forms.name ?? fresh({ name: person.name, version: person.version })), scope: 'name' } })}
      ${PasswordForm({ typed: { ...(forms.password ?? fresh({ endTokens: 'yes' })), scope: 'password' }, email: person.email, tokens })}
      ${DeviceList({ devices, current, hasTokens: tokens.length > 0, typed: { ...(forms.devices ?? fresh()), scope: 'devices' } })}`,
  })

const NameForm = ({ typed }: { typed: Typed }) => html`
  <section aria-labelledby="your-name">
    <h2 id="your-name">Your name</h2>
    <form class="form" method="post" action="/account/name">
      ${FormMessage({ typed })}
      ${Field({ name: 'name', label: 'Name', autocomplete: 'name', required: true, hint: 'Shown beside all your work, past work too.', typed })}
      ${Hidden('version', versionOf(typed))}
      <p class="actions"><button>Save the name</button></p>
    </form>
  </section>`

const PasswordForm = ({ typed, email, tokens }: { typed: Typed; email: string; tokens: Token[] }) => html`
  <section aria-labelledby="your-password">
    <h2 id="your-password">Your password</h2>
    <form class="form" method="post" action="/account/password">
      ${FormMessage({ typed })}
      <input type="email" autocomplete="username" value="${email}" readonly hidden />
      ${Field({ name: 'oldPassword', label: 'Password now', type: 'password', autocomplete: 'current-password', required: true, typed })}
      ${Field({ name: 'password', label: 'New password', type: 'password', autocomplete: 'new-password', required: true, hint: passwordHint, typed })}
      ${tokens.length > 0 && Tick({ name: 'endTokens', label: 'End my API tokens too', hint: html`${counted(tokens.length, 'token')} now ${tokens.length === 1 ? 'works' : 'work'} in your name: ${listed(tokens)}. Whoever had your password may have made one. Programs of yours then need new ones.`, typed })}
      <p class="actions"><button>Change the password</button> <span class="soft">This signs you out on all other devices.</span></p>
    </form>
  </section>`

const listed = (tokens: Token[]) => tokens.map(({ name }, index) => html`${index > 0 && ', '}<bdi>${name}</bdi>`)
