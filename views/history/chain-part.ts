import type { Standing } from '../../server/history/proof.ts'
import type { Check } from '../../server/history/watch.ts'
import { counted } from '../../server/values/count.ts'
import { html } from '../html.ts'
import { Icon } from '../parts/icon.ts'
import { When } from '../parts/when.ts'

type Head = { standing: Standing; last: Check | undefined }

/** Above the list of events: how far the history is signed, whether it held when last checked, and the way to the proof. */
export const ChainHead = ({ standing, last }: Head) => html`
  ${last?.fault && Broken(last)}
  <section class="chain" aria-labelledby="chain-title">
    <h2 id="chain-title" class="unseen">Is this history whole?</h2>
    <p>
      ${Icon('shield-check')} <span class="number">${counted(standing.events, 'event')}</span>, each tied to the one before it,
      ${standing.signed > 0 ? html`signed up to <span class="number">event ${standing.signed.toLocaleString('en')}</span>` : 'not signed yet'}
    </p>
    <p><a href="/history/proof">How a change would show</a></p>
  </section>`

/** That the newest check found a bad entry: for everybody who reads the history. */
export const Broken = ({ fault, at }: Check) => html`<p class="message problem" role="alert">
    ${Icon('circle-alert')} <b>The history does not hold together.</b> ${fault?.why} Checked ${When(at)}.
  </p>`

/** What a check found, and what to do about it. */
export const CheckResult = ({ check }: { check: Check }) =>
  check.fault
    ? html`${Broken(check)}
        <p>The first bad entry is event ${check.fault.seq.toLocaleString('en')}.</p>
        <h2>What to do</h2>
        <ol>
          <li>Stop Stet and copy the data folder as it is. Change nothing in it.</li>
          <li>Ask who had access to the machine since the last check that went well.</li>
          <li>Compare with the newest backup that still verifies: <code>npm run stet -- verify FILE</code> checks one.</li>
        </ol>`
    : html`<p class="message notice">
          ${Icon('shield-check')} The history is whole: ${counted(check.events, 'event')}, and each follows the one before it.
          Checked ${When(check.at)}.
        </p>
        ${Signatures(check)}`

const Signatures = ({ checkpoints, events, doubts }: Check) => html`
  <p>${
    checkpoints.newest
      ? html`${checkpoints.all === 1 ? 'The one checkpoint holds' : `All ${checkpoints.all.toLocaleString('en')} checkpoints hold`}: the events up to ${checkpoints.newest.size.toLocaleString('en')} are those that were signed.${events > checkpoints.newest.size && ` ${counted(events - checkpoints.newest.size, 'event')} after that will be signed by the next one.`}`
      : 'Nothing is signed yet: there is no checkpoint.'
  }</p>
  ${doubts.map((doubt) => html`<p class="message problem">${doubt}</p>`)}`
