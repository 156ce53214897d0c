import { type Person, can } from '../../server/accounts/permissions.ts'
import type { ClaimRecord } from '../../server/claims/claim.ts'
import type { VerdictItem } from '../../server/verdicts/verdict.ts'
import { noVerdictReason } from '../../server/verdicts/words.ts'
import { type Html, html } from '../html.ts'
import { Into } from '../parts/in-place.ts'
import { Icon } from '../parts/icon.ts'
import { fresh } from '../parts/typed.ts'
import { ReviewForms } from './review-forms.ts'
import { By, Fate, Finding } from './verdict-block.ts'

/** `into` is the selector of what forms take the place of, where the panel stands beside a text; without it they are pages. */
type Panel = {
  claim: Pick<ClaimRecord, 'id' | 'state'>
  /** How much evidence there is for this person: what others must not know of does not count. */
  evidenceCount: number
  verdicts: VerdictItem[]
  person: Person
  into?: string
}

/** What was found on a claim: the decision, what waits for review, what was found before. `verdicts` newest first. */
export const VerdictPanel = ({ claim, evidenceCount, verdicts, person, into }: Panel): Html => {
  const [newest] = verdicts
  const decision = decisionOf(verdicts)
  const open = newest && newest !== decision && newest.review === null ? newest : undefined
  const returned = newest?.review?.outcome === 'returned' ? newest : undefined
  const earlier = verdicts.filter((verdict) => verdict !== decision && verdict !== open && verdict !== returned)
  return html`<section class="verdicts" id="verdicts-${claim.id}" aria-labelledby="verdicts-${claim.id}-title">
    <div class="section-head">
      <h2 id="verdicts-${claim.id}-title">Verdict</h2>
      ${can(person, 'verdict.give') && GiveButton(claim, into)}
    </div>
    ${decision && Decision(decision)} ${open && Open({ claim, verdict: open, person, into })}
    ${returned && Returned(returned)} ${!newest && Nothing(evidenceCount)} ${earlier.length > 0 && Earlier(earlier)}
  </section>`
}

/** The verdict that is the newsroom's decision now, if one is. */
const decisionOf = (verdicts: VerdictItem[]): VerdictItem | undefined =>
  verdicts
    .filter((verdict) => verdict.decision !== null)
    .toSorted((a, b) => (b.decision?.number ?? 0) - (a.decision?.number ?? 0))
    .at(0)

const GiveButton = ({ id, state }: Panel['claim'], into?: string) => {
  if (noVerdictReason(state)) return false
  const address = `/claims/${id}/verdicts/new`
  return html`<a class="button no-print" href="${address}" ${Into(address, into)} data-hotkey="v">${Icon('landmark')} Give a verdict <kbd>v</kbd></a>`
}

const Decision = (verdict: VerdictItem) => html`
  <div class="decision" id="verdict-${verdict.id}">
    ${Finding({ verdict })}
    <p class="soft">${By(verdict)}.${Fate(verdict)}</p>
  </div>`

type Shown = Pick<Panel, 'claim' | 'person' | 'into'> & { verdict: VerdictItem }

const Open = ({ claim, verdict, person, into }: Shown) => html`
  <div class="open-verdict" id="verdict-${verdict.id}">
    <h3>${claim.state === 'in_review' ? 'Waiting for a review' : 'Not reviewed'}</h3>
    ${Finding({ verdict })}
    <p class="soft">${By(verdict)}.</p>
    ${claim.state === 'in_review' && Answer({ verdict, person, into })}
  </div>`

const Answer = ({ verdict, person, into }: Omit<Shown, 'claim'>) => {
  if (can(person, 'verdict.review', { authorId: verdict.author.id }))
    return ReviewForms({ verdictId: verdict.id, typed: fresh(), into })
  return (
    verdict.author.id === person.id &&
    html`<p class="hint">Somebody else reviews it: a verdict needs a second person before it becomes the decision.</p>`
  )
}

const Returned = (verdict: VerdictItem) => html`
  <div class="open-verdict returned" id="verdict-${verdict.id}">
    <h3>Returned for more work</h3>
    <p>${Icon('undo-2')} <span dir="auto">${verdict.review?.reviewer.name}</span>: <q dir="auto">${verdict.review?.reason}</q></p>
    ${Finding({ verdict })}
    <p class="soft">${By(verdict)}.</p>
  </div>`

const Nothing = (evidenceCount: number) => html`
  <p class="empty">${evidenceCount === 0 ? 'No verdict yet, and no evidence that one could rest on. Add evidence first.' : 'No verdict yet. When the evidence is enough, say what it shows.'}</p>`

const Earlier = (verdicts: VerdictItem[]) => html`
  <details class="earlier">
    <summary>${verdicts.length === 1 ? 'One earlier verdict' : `${verdicts.length} earlier verdicts`}</summary>
    <ol reversed class="earlier-list">
      ${verdicts.map((verdict) => html`<li value="${verdict.number}" id="verdict-${verdict.id}">${Finding({ verdict })}<p class="soft">${By(verdict)}.${Fate(verdict)}</p></li>`)}
    </ol>
  </details>`
