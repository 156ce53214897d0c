import type { OpenPasswordLink } from '../../server/accounts/password-link.ts'
import { html } from '../html.ts'
import type { Shell } from '../layout.ts'
import { Field, FormMessage, Hidden } from '../parts/field.ts'
import { type Typed, valueOf } from '../parts/typed.ts'
import { When } from '../parts/when.ts'
import { Door } from './door.ts'
import { ExposedNote } from './exposed-note.ts'
import { passwordHint } from './new-account-fields.ts'

type Page = { shell: Shell; typed: Typed; link: OpenPasswordLink; isExposed: boolean }

/** Lets somebody choose a new password with the link that an admin gave them. */
export const NewPasswordPage = ({ shell, typed, link, isExposed }: Page) =>
  Door({
    shell,
    title: 'Choose a new password',
    main: html`
      <p>For the account of <bdi>${link.person.name}</bdi>. The link works once, until ${When(link.expiresAt)}. It signs you out on
      all other devices and ends your API tokens: whoever had the old password may have used it.</p>
      ${shell.person && shell.person.id !== link.person.id && html`<p class="message">You are signed in as <bdi>${shell.person.name}</bdi>. Choosing signs you in as <bdi>${link.person.name}</bdi> instead.</p>`}
      ${ExposedNote({ isExposed })}
      <form class="form sheet" method="post" action="/new-password">
        ${FormMessage({ typed })}
        <input type="email" autocomplete="username" value="${link.person.email}" readonly hidden />
        ${Field({ name: 'password', label: 'New password', type: 'password', autocomplete: 'new-password', required: true, hint: passwordHint, first: true, typed })}
        ${Hidden('code', valueOf(typed, 'code'))}
        <p class="actions"><button class="main">Save and sign in</button></p>
      </form>`,
  })
