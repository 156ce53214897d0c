import type { Focus } from '../../server/articles/reading.ts'
import type { ClaimMark } from '../../server/claims/claim.ts'
import { counted } from '../../server/values/count.ts'
import { type Html, html } from '../html.ts'

type Shown = { articleId: number; claims: readonly ClaimMark[]; focus: Focus; card: Html }

/** What stands beside the text (on a narrow screen: over it, or after it): the claim or sentence in focus, and the way on. */
export const Side = ({ articleId, claims, focus, card }: Shown) => html`
  <aside class="side${focus.asked ? ' open' : ''}" id="side" aria-label="In focus" tabindex="-1">
    ${claims.length > 0 && Steps({ articleId, claims, focus })}
    <div id="focus">${card}</div>
    <p class="back no-print"><a href="#${backTo(focus)}">Back to the text</a></p>
  </aside>`

const Steps = ({ articleId, claims, focus }: Omit<Shown, 'card'>) => {
  const at = focus.kind === 'claim' ? claims.indexOf(focus.claim) : -1
  return html`<nav class="steps no-print" aria-label="From claim to claim">
    ${Step({ articleId, claim: claims[at - 1], words: 'Previous', by: -1 })}
    <span id="place">${at < 0 ? counted(claims.length, 'claim') : `${at + 1} of ${claims.length}`}</span>
    ${Step({ articleId, claim: claims[at + 1], words: 'Next', by: 1 })}
    <button type="button" class="plain needs-script" data-close="side">Close</button>
  </nav>`
}

type StepTo = { articleId: number; claim: ClaimMark | undefined; words: string; by: number }

const Step = ({ articleId, claim, words, by }: StepTo) =>
  html`<a data-step="${by}"${claim && html` href="/articles/${articleId}?claim=${claim.id}#claim-${claim.id}"`}>${words}</a>`

function backTo(focus: Focus): string {
  if (focus.kind === 'claim' && focus.claim.standing === 'here') return `m-${focus.claim.id}`
  return focus.kind === 'sentence' ? `s-${focus.sentence.id}` : 'text'
}

/** Beside a text in which nobody has found a claim yet. */
export const FirstClaim = ({ mayAdd }: { mayAdd: boolean }) => html`
  <section class="first-claim" aria-labelledby="first-claim-title">
    <h2 id="first-claim-title">No claims yet</h2>
    ${
      mayAdd
        ? html`<p>Read the text, and for every sentence decide: is there something in it that can be checked?</p>
            <ol>
              <li><strong>Yes:</strong> select the words that say it, or click the sentence, and choose “Make a claim”. By keyboard, go to the sentence with <kbd>n</kbd> and press <kbd>c</kbd>.</li>
              <li><strong>No:</strong> set the sentence aside with <kbd>x</kbd> and a reason: an opinion, a prediction, a question.</li>
            </ol>
            <p class="without-script">The dots after a sentence open it here, for both.</p>
            <p>The strip beside the text shows what is left: outlined bars are sentences that nobody has looked at yet, the fuller the more worth checking.</p>`
        : html`<p>Nobody has marked a claim in this text yet. When a checker does, it is underlined in the text and shown here.</p>`
    }
  </section>`
