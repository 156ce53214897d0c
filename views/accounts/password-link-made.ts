import { html } from '../html.ts'
import { Layout, type Shell } from '../layout.ts'
import { Copied } from '../parts/copied.ts'
import { Crumb } from '../parts/crumb.ts'

type Page = { shell: Shell; person: { id: number; name: string }; link: string }

/** Shows the link with which somebody chooses a new password: the only time it can be seen. */
export const PasswordLinkMadePage = ({ shell, person, link }: Page) =>
  Layout({
    shell,
    title: 'The link for a new password',
    main: html`
      ${Crumb({ href: `/people/${person.id}`, name: person.name })}
      <h1>The link for a new password of <bdi>${person.name}</bdi></h1>
      <p>Copy it now: it is shown only this once. Whoever opens it first within 24 hours gets into the account, so hand it to <bdi>${person.name}</bdi> alone, and not in a channel that others read.</p>
      ${Copied({ id: 'link', label: 'Link for a new password', value: link })}
      <p class="soft">Until it is used, the old password goes on working. A link made for them before does not work any more.</p>
      <p class="links"><a href="/people/${person.id}">Back to <bdi>${person.name}</bdi></a></p>`,
  })
