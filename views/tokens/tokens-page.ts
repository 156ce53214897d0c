import type { Token } from '../../server/tokens/token.ts'
import { lifetimes, lifetimeWords, scopes, scopeWords } from '../../server/tokens/words.ts'
import { html } from '../html.ts'
import { Layout, type Shell } from '../layout.ts'
import { Crumb } from '../parts/crumb.ts'
import { Choice, Field, FormMessage, worded } from '../parts/field.ts'
import { Icon } from '../parts/icon.ts'
import { PageHead } from '../parts/page-head.ts'
import { type Typed, fieldId, fresh, valuesOf } from '../parts/typed.ts'
import { Day, When } from '../parts/when.ts'

type Page = { shell: Shell; tokens: Token[]; typed?: Typed | undefined }

/** One's own API tokens, and the form that makes one. */
export const TokensPage = ({ shell, tokens, typed = fresh({ days: '90', scopes: ['read'] }) }: Page) =>
  Layout({
    shell,
    title: 'API tokens',
    main: html`
      ${Crumb({ href: '/account', name: 'Your account' })}
      ${PageHead('API tokens', html`<p class="links"><a href="/api">What the API can do</a></p>`)}
      <p>A token lets a program work here in your name: it may do what you may do, within the boxes you tick, and what it does stands in the history as yours. It never sees confidential sources, and it cannot give verdicts.</p>
      ${List(tokens)} ${NewToken(typed)}`,
  })

const List = (tokens: Token[]) => html`
  <section aria-labelledby="tokens">
    <h2 id="tokens">Tokens that work</h2>
    ${tokens.length === 0 ? html`<p class="soft">None yet. Make one below for a program of yours.</p>` : html`<ul class="devices">${tokens.map(Item)}</ul>`}
  </section>`

const Item = ({ id, name, scopes: may, createdAt, expiresAt, lastUsedAt }: Token) => html`
  <li id="token-${id}">
    ${Icon('key-round')}
    <div>
      <p><bdi>${name}</bdi></p>
      <p class="soft">${may.map((scope) => html`<code>${scope}</code> `)}</p>
      <p class="soft">made ${Day(createdAt)} · works until ${Day(expiresAt)} · ${lastUsedAt === null ? 'not used yet' : html`last used ${When(lastUsedAt)}`}</p>
    </div>
    <form method="post" action="/account/tokens/${id}/revocation"><button>Revoke <span class="unseen">${name}</span></button></form>
  </li>`

const NewToken = (typed: Typed) => html`
  <section aria-labelledby="new-token">
    <h2 id="new-token">A new token</h2>
    <form class="form" method="post" action="/account/tokens">
      ${FormMessage({ typed })}
      ${Field({ name: 'name', label: 'What it is for', required: true, max: 100, hint: 'Such as “import from the CMS”. Only you see it.', typed })}
      ${Scopes(typed)}
      ${Choice({ name: 'days', label: 'How long it works', options: worded(lifetimes, lifetimeWords), required: true, typed })}
      <p class="actions"><button class="main">Make the token</button></p>
    </form>
  </section>`

const Scopes = (typed: Typed) => html`
  <fieldset class="field boxes" id="${fieldId(typed, 'scopes')}" tabindex="-1">
    <legend>What it may do</legend>
    ${scopes.map((scope) => html`<div><label><input type="checkbox" name="scopes" value="${scope}" ${valuesOf(typed, 'scopes').includes(scope) && html`checked`} /> ${scopeWords[scope]} <code class="soft">${scope}</code></label></div>`)}
    ${typed.problems.scopes && html`<p class="problem">${typed.problems.scopes}</p>`}
  </fieldset>`
