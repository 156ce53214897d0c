import { html } from '../html.ts'
import type { Shell } from '../layout.ts'
import { Door } from './door.ts'

/** What a visitor sees while nobody has an account. */
export const UnclaimedPage = ({ shell }: { shell: Shell }) =>
  Door({
    shell,
    title: 'Stet is running, and waits for its first account',
    main: html`
      <p>Whoever started this server finds a link in the terminal, right under the line that says where Stet is running. Open that
      link to make the first account. It works once.</p>
      <p class="soft">If the terminal is gone, stop the server and start it again: it prints a new link.</p>`,
  })
