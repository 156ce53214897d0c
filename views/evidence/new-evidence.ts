import type { ClaimOfEvidence } from '../../server/evidence/evidence.ts'
import type { OfferedSource } from '../../server/evidence/uses.ts'
import type { NamedSource } from '../../server/sources/source.ts'
import { type Html, html } from '../html.ts'
import { Into } from '../parts/in-place.ts'
import { type Typed, valueOf } from '../parts/typed.ts'
import { SourceFields } from '../sources/source-fields.ts'
import { EvidenceFields } from './evidence-fields.ts'
import { EvidenceForm } from './evidence-form.ts'
import { SourceMatches } from './source-matches.ts'

type Shown = {
  claim: ClaimOfEvidence
  typed: Typed
  offered: OfferedSource[]
  known: NamedSource | undefined
  inPlace: boolean
}

/** The form to add evidence: choose a source or describe a new one, then what it says about the claim. */
export const NewEvidence = (shown: Shown): Html => {
  const { claim, typed, inPlace } = shown
  const id = `new-evidence-${claim.id}`
  if (claim.state === 'set_aside' && Object.keys(typed.problems).length === 0) return Closed({ id, claim, inPlace })
  return EvidenceForm({
    id,
    title: 'Add evidence',
    action: `/claims/${claim.id}/evidence`,
    claimId: claim.id,
    typed,
    inPlace,
    send: 'Add evidence',
    fields: html`${EnterAdds}
      <div class="sides">${SourceChoice(shown)} <div class="says">${EvidenceFields({ typed })}</div></div>`,
  })
}

const Closed = ({ id, claim, inPlace }: { id: string; claim: ClaimOfEvidence; inPlace: boolean }) => html`
  <section class="evidence-form" id="${id}" aria-label="Add evidence">
    ${inPlace && html`<h2>Add evidence</h2>`}
    <p class="message">This claim is set aside, so it takes no evidence. Take it up again first: <a href="/claims/${claim.id}" ${Into(`/claims/${claim.id}`, inPlace ? `#${id}` : undefined)}>back to the claim</a>.</p>
  </section>`

// Enter in a field presses a form's first button, which would otherwise be “Find”.
const EnterAdds = html`<button type="submit" class="unseen" tabindex="-1" aria-hidden="true">Add evidence</button>`

const SourceChoice = ({ claim, typed, offered, known }: Shown) => {
  const chosen = valueOf(typed, 'source')
  const q = valueOf(typed, 'source_q')
  return html`
    <fieldset class="field choices source-choice" id="source-choice">
      <legend>Source</legend>
      <div class="source-search">
        <label for="f-source_q">Find a source that is kept already</label>
        <div><input type="search" id="f-source_q" name="source_q" value="${q}" maxlength="200" dir="auto" autocomplete="off" hx-get="/evidence/source-matches?article=${claim.articleId}" hx-trigger="input changed delay:250ms, search" hx-target="#source-matches" hx-swap="outerHTML" hx-include="#source-choice input[name=source]:checked" hx-sync="this:replace" /> <button type="submit" name="find" value="yes" formnovalidate>Find</button></div>
      </div>
      <div aria-live="polite">${SourceMatches({ offered, q, chosen })}</div>
      ${typed.problems.source && html`<p class="problem">${typed.problems.source}</p>`}
      <div class="choice"><input type="radio" name="source" value="new" id="f-source" ${chosen === 'new' && html`checked`} /> <label for="f-source">A new source</label></div>
      <div class="new-source">
        ${known && html`<p class="message known">This address is kept already as <a href="/sources/${known.id}" dir="auto">${known.title}</a>. That source is used, as it stands there.</p>`}
        ${SourceFields({ typed, needed: true })}
      </div>
    </fieldset>`
}
