import type { Checked } from '../../server/history/chain.ts'
import { counted } from '../../server/number.ts'
import { html } from '../html.ts'
import { Icon } from '../parts/icon.ts'
import { When } from '../parts/when.ts'

/** The newest event: its number is how many there are. */
export type Head = { events: number; hash: string }

/** What makes a rewritten history show, and where the chain stands now. */
export const ChainHead = ({ head, mayCheck }: { head: Head; mayCheck: boolean }) => html`
  <section class="chain" aria-labelledby="chain-title">
    <h2 id="chain-title" class="unseen">Is this history whole?</h2>
    <p>
      ${Icon('shield-check')} <span class="number">${counted(head.events, 'event')}</span>, each tied to the one before it.
      The newest is <code>${head.hash.slice(0, 12)}…</code>
    </p>
    ${mayCheck && html`<form method="get" action="/history/check"><button>Check the history now</button></form>`}
    <details>
      <summary>What this means</summary>
      <p>
        Every event holds the SHA-256 of the event before it. Whoever changes, removes, swaps or adds one afterwards, even in the
        database file, breaks the chain, and the check names the place: the history is tamper-evident. It does not
        stop anyone from tampering, and it says what was recorded and in which order, not that it is true.
      </p>
      <p>
        ${limits} Keep the hash of today somewhere else (in a mail to a colleague, on paper): it holds down everything up to event ${head.events.toLocaleString('en')}.
      </p>
      <p><code class="hash">${head.hash}</code></p>
    </details>
  </section>`

/** What the check found, and what to do about it. */
export const ChainCheck = ({ checked, at }: { checked: Checked; at: string }) =>
  checked.ok
    ? html`<p class="message notice">
          ${Icon('shield-check')} The history is whole: ${counted(checked.events, 'event')}, and each follows the one before it.
          Checked ${When(at)}.
        </p>
        <p>The newest hash is <code class="hash">${checked.head}</code></p>
        <p class="soft">${limits}</p>`
    : html`<p class="message problem" role="alert">
          ${Icon('circle-alert')} <b>The history does not hold together.</b> ${checked.why} Checked ${When(at)}.
        </p>
        <p>${counted(checked.events, 'event')} before that place ${checked.events === 1 ? 'is' : 'are'} as recorded.</p>
        <h2>What to do</h2>
        <ol>
          <li>Stop Stet and copy the data folder as it is. Change nothing in it.</li>
          <li>Ask who had access to the machine since the last check that went well.</li>
          <li>Compare with the newest backup that still verifies: <code>npm run stet -- verify FILE</code> checks one.</li>
        </ol>`

const limits =
  'An end that was cut off, or a history written anew from the start, can only be seen by comparing with a hash kept elsewhere. Signed marks that do this by themselves come in a later release.'
