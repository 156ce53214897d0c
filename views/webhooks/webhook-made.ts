import { html } from '../html.ts'
import { Layout, type Shell } from '../layout.ts'
import { Crumb } from '../parts/crumb.ts'
import { Copied } from '../parts/copied.ts'
import { HowToCheck } from './how-to-check.ts'

type Page = { shell: Shell; address: string; secret: string; replaySeconds: number }

/** Shows the secret of a new webhook: the only time it can be seen. */
export const WebhookMadePage = ({ shell, address, secret, replaySeconds }: Page) =>
  Layout({
    shell,
    title: 'The secret',
    main: html`
      ${Crumb({ href: '/settings', name: 'Settings' }, { href: '/settings/webhooks', name: 'Webhooks' })}
      <h1>The secret of the webhook</h1>
      <p>Messages to <bdi class="address">${address}</bdi> are signed with it. Copy it now to the program that gets them: it is shown only this once.</p>
      ${Copied({ id: 'secret', label: 'Secret', value: secret })}
      <p class="links"><a href="/settings/webhooks">Back to the webhooks</a></p>
      ${HowToCheck(replaySeconds)}`,
  })
