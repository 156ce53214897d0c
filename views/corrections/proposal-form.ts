import type { ClaimRecord } from '../../server/claims/claim.ts'
import { claimNumber } from '../../server/claims/words.ts'
import { correctionKinds, correctionMeanings, correctionWords } from '../../server/corrections/words.ts'
import type { Rating } from '../../server/verdicts/rating.ts'
import { html } from '../html.ts'
import { Layout, type Shell } from '../layout.ts'
import { Crumb, wayToClaim } from '../parts/crumb.ts'
import { Area, FormMessage, Hidden } from '../parts/field.ts'
import { type Typed, fieldId, valueOf } from '../parts/typed.ts'
import { RatingChoice } from '../verdicts/rating-choice.ts'

type Page = {
  shell: Shell
  claim: ClaimRecord
  ratings: Rating[]
  /** Whether it takes effect at once; and why there can be none. */
  decides: boolean
  refusal: string | undefined
  typed: Typed
}

/** The form that asks for a change of a published decision, filled with the decision as it stands. */
export const ProposalForm = ({ shell, claim, ratings, decides, refusal, typed }: Page) =>
  Layout({
    shell,
    title: `Correct claim ${claimNumber(claim)}`,
    main: html`${Crumb(...wayToClaim(claim))}
      <h1>Ask for a correction</h1>
      <p class="judged-statement" dir="auto">${claim.statement}</p>
      ${refusal ? html`<p class="message problem">${refusal}</p><p><a href="/claims/${claim.id}">Back to the claim</a></p>` : Form({ claim, ratings, decides, typed })}`,
  })

const Form = ({ claim, ratings, decides, typed }: Omit<Page, 'shell' | 'refusal'>) => html`
  <form class="form correction-form" method="post" action="/claims/${claim.id}/corrections">
    ${FormMessage({ typed })} ${Hidden('decision', valueOf(typed, 'decision'))} ${Kinds(typed)}
    ${Area({ name: 'note', label: 'Note for readers', typed, required: true, rows: 3, max: 1000, hint: 'What was wrong or new, in one or two plain sentences: “An earlier version of this check said …”. It stands beside the check for good.' })}
    <fieldset class="corrected field">
      <legend>What the decision says from then on</legend>
      <p class="hint">Filled in as it stands now. Change what is to change.</p>
      <div class="corrected-rating">${RatingChoice({ ratings, typed })}</div>
      ${Area({ name: 'rationale', label: 'Rationale', typed, needed: true, rows: 3, max: 600, hint: 'One or two sentences that say why. They are printed with the rating. At most 600 characters.' })}
      ${Area({ name: 'explanation', label: 'Explanation', typed, rows: 8, max: 20_000, hint: 'How you came to it, so that a reader can repeat it. Markdown as in a verdict.' })}
    </fieldset>
    <p class="hint">${decides ? 'It takes effect at once.' : 'An editor who did not ask for it approves it; until then the published decision stands.'} The decision before stays readable beside the new one.</p>
    <p class="actions"><button class="main">${decides ? 'Publish the change' : 'Ask for the change'}</button> <a href="/claims/${claim.id}">Cancel</a></p>
  </form>`

const Kinds = (typed: Typed) => {
  const id = fieldId(typed, 'kind')
  const problem = typed.problems.kind
  return html`<fieldset class="field correction-kinds ${problem && 'wrong'}" id="${id}" tabindex="-1" ${problem && html`aria-describedby="${id}-problem"`}>
    <legend>What kind of change is it?</legend>
    ${problem && html`<p class="problem" id="${id}-problem">${problem}</p>`}
    ${correctionKinds.map(
      (kind) => html`<div>
        <label><input type="radio" name="kind" value="${kind}" required ${valueOf(typed, 'kind') === kind && html`checked`} aria-describedby="${id}-${kind}" /> ${correctionWords[kind]}</label>
        <p class="hint" id="${id}-${kind}">${correctionMeanings[kind]}</p>
      </div>`,
    )}
  </fieldset>`
}
