import { html } from '../html.ts'
import { Field } from '../parts/field.ts'
import type { Typed } from '../parts/typed.ts'

/** What everyone who gets an account fills in. */
export const NewAccountFields = ({ typed }: { typed: Typed }) => html`
  ${Field({ name: 'name', label: 'Your name', autocomplete: 'name', required: true, hint: 'As your colleagues will see it beside your work.', first: true, typed })}
  ${Field({ name: 'email', label: 'Email address', type: 'email', autocomplete: 'username', required: true, hint: 'You sign in with it. Only you and the admins see it; nothing is sent to it.', typed })}
  ${Field({ name: 'password', label: 'Password', type: 'password', autocomplete: 'new-password', required: true, hint: passwordHint, typed })}`

export const passwordHint =
  '12 to 128 characters of any kind, spaces too. A few words that only you would put together are good.'
