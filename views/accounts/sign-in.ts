import { html } from '../html.ts'
import type { Shell } from '../layout.ts'
import { Field, FormMessage, Hidden } from '../parts/field.ts'
import { type Typed, valueOf } from '../parts/typed.ts'
import { Door } from './door.ts'
import { ExposedNote } from './exposed-note.ts'

type Page = { shell: Shell; typed: Typed; isExposed: boolean; hasFiles?: boolean }

/** The sign-in page; with `resume` in the form it also carries a form that came in without a valid sign-in. */
export const SignInPage = ({ shell, typed, isExposed, hasFiles }: Page) =>
  Door({
    shell,
    title: 'Sign in',
    main: html`
      ${valueOf(typed, 'resume') !== '' && Kept({ hasFiles: hasFiles ?? false })}
      ${ExposedNote({ isExposed })}
      <form class="form sheet" method="post" action="/sign-in">
        ${FormMessage({ typed })}
        ${Field({ name: 'email', label: 'Email address', type: 'email', autocomplete: 'username', required: true, first: true, typed })}
        ${Field({ name: 'password', label: 'Password', type: 'password', autocomplete: 'current-password', required: true, typed })}
        ${Hidden('next', valueOf(typed, 'next') || '/')}
        ${valueOf(typed, 'resume') !== '' && Hidden('resume', valueOf(typed, 'resume'))}
        <p class="actions"><button class="main">Sign in</button></p>
      </form>
      <p class="soft">No account, or a password forgotten? An admin of your newsroom can give you a link.</p>`,
  })

const Kept = ({ hasFiles }: { hasFiles: boolean }) => html`
  <p class="message" role="status">
    You are not signed in any more, so nothing has been saved yet. What you typed is kept: sign in, and the form is as it was.
    ${hasFiles && 'Only a file that you chose has to be chosen again.'}
  </p>`
