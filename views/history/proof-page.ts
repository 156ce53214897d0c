import { type Person, can } from '../../server/accounts/permissions.ts'
import type { Proof } from '../../server/history/proof.ts'
import type { Check } from '../../server/history/watch.ts'
import { counted } from '../../server/values/count.ts'
import { html } from '../html.ts'
import { Layout, type Shell } from '../layout.ts'
import { Crumb } from '../parts/crumb.ts'
import { FormMessage } from '../parts/field.ts'
import { Icon } from '../parts/icon.ts'
import type { Typed } from '../parts/typed.ts'
import { When } from '../parts/when.ts'
import { Broken, CheckResult } from './chain-part.ts'
import { Proves } from './proves.ts'

type Page = { shell: Shell; person: Person; proof: Proof; last: Check | undefined; typed?: Typed | undefined }

/** How the history is signed, when it was last checked, what that proves, and how somebody outside checks it. */
export const ProofPage = ({ shell, person, proof, last, typed }: Page) =>
  Layout({
    shell,
    title: 'Proof of the history',
    main: html`${Crumb({ href: '/history', name: 'History' })}
      <h1>How a change of the history would show</h1>
      <div class="proof">
        ${typed && FormMessage({ typed })}
        ${proof.refusal && html`<p class="message problem">${Icon('circle-alert')} ${proof.refusal}</p>`}
        ${LastCheck({ last, mayCheck: can(person, 'history.verify') })} ${Newest({ proof, maySign: can(person, 'history.verify') })}
        ${Proves()} ${Outsiders({ proof, mayExport: can(person, 'history.verify') })}
      </div>`,
  })

/** What a check that was asked for has found. */
export const CheckPage = ({ shell, check }: { shell: Shell; check: Check }) =>
  Layout({
    shell,
    title: 'Check of the history',
    main: html`${Crumb({ href: '/history', name: 'History' }, { href: '/history/proof', name: 'Proof' })}
      <h1>Check of the history</h1>
      <div class="check-result">${CheckResult({ check })}</div>`,
  })

const LastCheck = ({ last, mayCheck }: { last: Check | undefined; mayCheck: boolean }) => html`
  <section aria-labelledby="last-check">
    <h2 id="last-check">Last check</h2>
    ${
      !last
        ? html`<p>Not checked since Stet was started. It checks the whole history ten minutes after the start, and then once a day.</p>`
        : last.fault
          ? Broken(last)
          : html`<p>${Icon('shield-check')} ${When(last.at)}: ${counted(last.events, 'event')} and ${counted(last.checkpoints.held, 'checkpoint')}, all as recorded.</p>`
    }
    ${mayCheck && html`<form method="get" action="/history/check"><button>Check the history now</button></form>`}
  </section>`

const Newest = ({ proof, maySign }: { proof: Proof; maySign: boolean }) => html`
  <section aria-labelledby="newest">
    <h2 id="newest">Newest checkpoint</h2>
    ${
      proof.newest
        ? html`<p>Signed ${When(proof.newest.at)} over the first ${counted(proof.newest.size, 'event')}. ${Unsigned(proof)}</p>
            <div class="field copy">
              <label for="checkpoint">Keep a copy of this somewhere else</label>
              <textarea id="checkpoint" rows="7" readonly spellcheck="false">
${proof.newest.note}</textarea
              >
              <button type="button" data-copy="checkpoint" hidden>${Icon('copy')} <span aria-live="polite">Copy</span></button>
            </div>`
        : html`<p>There is no checkpoint yet. One is made at every publication and correction, and every hour in which something changed.</p>`
    }
    ${maySign && !proof.refusal && html`<form method="post" action="/history/checkpoints"><button>Sign the history now</button></form>`}
  </section>`

const Unsigned = ({ events, newest, checkpoints }: Proof) => {
  const after = events - (newest?.size ?? 0)
  return html`${after > 0 && `${counted(after, 'event')} since will be signed within the hour. `}${checkpoints > 1 && `There are ${checkpoints.toLocaleString('en')} checkpoints in all.`}`
}

const Outsiders = ({ proof, mayExport }: { proof: Proof; mayExport: boolean }) => html`
  <section aria-labelledby="outside">
    <h2 id="outside">Check it without trusting us</h2>
    <p>The verifier is one file without dependencies. It needs Node.js 20 or newer and no network, and reads the export: every entry as it was recorded, the checkpoints and the public key. Sign-ins, confidential sources and independent verdicts that are not in yet are in it by their hashes alone.</p>
    <div class="actions">
      ${mayExport && html`<form method="post" action="/history/exports" data-download><button>${Icon('download')} Export the history</button></form>`}
      <a class="button" href="/history/verifier.mjs" download="stet-verifier.mjs">${Icon('download')} Download the verifier</a>
    </div>
    ${!mayExport && html`<p class="soft">Editors can export the history and hand it on.</p>`}
    <pre class="command"><code>node stet-verifier.mjs stet-history.jsonl --known kept.txt</code></pre>
    <p><code>kept.txt</code> holds the checkpoints that you have kept, one or many; leave <code>--known kept.txt</code> out if you have none. On the server, <code>npm run stet -- verify --known kept.txt</code> does the same.</p>
    ${proof.key && html`<p>The public key of this history: <code class="hash">${proof.key}</code></p>`}
  </section>`
