import { html } from '../html.ts'
import type { Shell } from '../layout.ts'
import { FormMessage, Hidden } from '../parts/field.ts'
import { type Typed, valueOf } from '../parts/typed.ts'
import { Door } from './door.ts'
import { ExposedNote } from './exposed-note.ts'
import { NewAccountFields } from './new-account-fields.ts'

/** Makes the first account of a new newsroom. */
export const SetupPage = ({ shell, typed, isExposed }: { shell: Shell; typed: Typed; isExposed: boolean }) =>
  Door({
    shell,
    title: 'Make the first account',
    main: html`
      <p>You will be the admin: you can invite colleagues and say who may do what. This link works once.</p>
      ${ExposedNote({ isExposed })}
      <form class="form sheet" method="post" action="/setup">
        ${FormMessage({ typed })} ${NewAccountFields({ typed })} ${Hidden('code', valueOf(typed, 'code'))}
        <p class="actions"><button class="main">Make the account and begin</button></p>
      </form>`,
  })
