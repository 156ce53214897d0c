import { html } from '../html.ts'
import { Layout, type Shell } from '../layout.ts'
import { Crumb } from '../parts/crumb.ts'
import { Copied } from '../parts/copied.ts'

type Page = { shell: Shell; name: string; token: string; address: string }

/** Shows a new token: the only time it can be seen. */
export const TokenMadePage = ({ shell, name, token, address }: Page) =>
  Layout({
    shell,
    title: 'The token',
    main: html`
      ${Crumb({ href: '/account/tokens', name: 'API tokens' })}
      <h1>The token for <bdi>${name}</bdi></h1>
      <p>Copy it now: it is shown only this once, and kept nowhere. Whoever has it can work here in your name, so keep it as you keep a password.</p>
      ${Copied({ id: 'token', label: 'Token', value: token })}
      <p>To see whether it works:</p>
      <pre class="command" tabindex="0"><code>curl -H "Authorization: Bearer ${token}" ${address}/me</code></pre>
      <p class="links"><a href="/account/tokens">Back to your tokens</a> <a href="/api">What the API can do</a></p>`,
  })
