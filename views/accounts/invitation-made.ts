import { type Role, roleWords } from '../../server/accounts/words.ts'
import { html } from '../html.ts'
import { Layout, type Shell } from '../layout.ts'
import { Crumb } from '../parts/crumb.ts'
import { Copied } from '../parts/copied.ts'

type Page = { shell: Shell; name: string; role: Role; link: string }

/** Shows the link of a new invitation: the only time it can be seen. */
export const InvitationMadePage = ({ shell, name, role, link }: Page) =>
  Layout({
    shell,
    title: 'The invitation link',
    main: html`
      ${Crumb({ href: '/people', name: 'People' })}
      <h1>The invitation link for <bdi>${name}</bdi></h1>
      <p>Copy it now: it is shown only this once. Whoever opens it first within 24 hours gets the account, as ${roleWords[role].toLowerCase()}.</p>
      ${Copied({ id: 'link', label: 'Invitation link', value: link })}
      <p class="links"><a href="/people">Back to people</a></p>`,
  })
