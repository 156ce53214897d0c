import type { PublicClaim } from '../../server/reports/public.ts'
import { html } from '../html.ts'
import { Markdown } from '../markdown.ts'

type Shown = { newsroom: string; method: string | null; of: PublicClaim['finding'] }

/** How the newsroom checks: what is true of every check, who did this one, and what the newsroom says of itself. */
export const Method = ({ method, of }: Shown) => html`
  <section class="method" aria-labelledby="method">
    <h2 id="method">How we check</h2>
    ${of && html`<p>${Checked(of)}</p>`}
    <p>Each claim is quoted from a frozen copy of its article, so the words above are those that were checked. What was published changes only by a correction that stays on this page.</p>
    ${method && Markdown(method)}
  </section>`

function Checked({ basis, reviewed, checkedBy, reviewedBy }: NonNullable<PublicClaim['finding']>) {
  const who = checkedBy ? html`<b dir="auto">${checkedBy}</b> checked this claim` : 'One person checked this claim'
  if (basis === 'adjudicated')
    return html`Two people judged this claim independently and differed; ${checkedBy ? html`<b dir="auto">${checkedBy}</b>` : 'an editor'} settled it.`
  if (!reviewed) return html`${who}.`
  return html`${who}; ${reviewedBy ? html`<b dir="auto">${reviewedBy}</b>` : 'a second person'} reviewed it before it was published.`
}
