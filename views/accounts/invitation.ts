import type { OpenInvitation } from '../../server/accounts/invitation.ts'
import { roleMeanings, roleWords } from '../../server/accounts/words.ts'
import { html } from '../html.ts'
import type { Shell } from '../layout.ts'
import { FormMessage, Hidden } from '../parts/field.ts'
import { type Typed, valueOf } from '../parts/typed.ts'
import { When } from '../parts/when.ts'
import { Door } from './door.ts'
import { ExposedNote } from './exposed-note.ts'
import { NewAccountFields } from './new-account-fields.ts'

type Page = { shell: Shell; typed: Typed; invitation: OpenInvitation; newsroom: string; isExposed: boolean }

/** Makes the account that an invitation offers. */
export const InvitationPage = ({ shell, typed, invitation, newsroom, isExposed }: Page) =>
  Door({
    shell,
    title: 'Accept your invitation',
    main: html`
      <p><bdi>${invitation.invitedBy}</bdi> invites you to <bdi>${newsroom}</bdi> on Stet as ${roleWords[invitation.role].toLowerCase()}:
      somebody who ${roleMeanings[invitation.role]} The invitation can be accepted once, until ${When(invitation.expiresAt)}.</p>
      ${shell.person && html`<p class="message">You are signed in as <bdi>${shell.person.name}</bdi>. Accepting makes another account and signs you in with that one.</p>`}
      ${ExposedNote({ isExposed })}
      <form class="form sheet" method="post" action="/invitation">
        ${FormMessage({ typed })} ${NewAccountFields({ typed })} ${Hidden('code', valueOf(typed, 'code'))}
        <p class="actions"><button class="main">Make my account</button></p>
      </form>`,
  })
