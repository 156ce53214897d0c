import { type Person, can } from '../../server/accounts/permissions.ts'
import type { ClaimRecord } from '../../server/claims/claim.ts'
import type { Judging } from '../../server/rounds/round.ts'
import { pairOf } from '../../server/rounds/states.ts'
import type { ImportedVerdict } from '../../server/verdicts/imported.ts'
import type { VerdictItem } from '../../server/verdicts/verdict.ts'
import { noVerdictReason } from '../../server/verdicts/words.ts'
import { type Html, html } from '../html.ts'
import { Into } from '../parts/in-place.ts'
import { Icon } from '../parts/icon.ts'
import { fresh } from '../parts/typed.ts'
import { RoundNote } from '../rounds/round-note.ts'
import { ImportedNote } from './imported-verdict.ts'
import { ReviewForms } from './review-forms.ts'
import { By, Fate, Finding } from './verdict-block.ts'

/** `into` is the selector of what forms take the place of, where the panel stands beside a text; without it they are pages. */
type Panel = {
  claim: Pick<ClaimRecord, 'id' | 'state' | 'decisionId'>
  /** How much evidence there is for this person: what others must not know of does not count. */
  evidenceCount: number
  verdicts: VerdictItem[]
  judging: Judging
  person: Person
  /** What the file says that the claim came out of. */
  imported?: ImportedVerdict | undefined
  into?: string
}

/** What was found on a claim: the decision, what waits for review, what was found before. `verdicts` newest first. */
export const VerdictPanel = ({ claim, evidenceCount, verdicts, judging, person, imported, into }: Panel): Html => {
  const decision = claim.decisionId === null ? undefined : decisionOf(verdicts)
  const pair = judging.closed ? pairOf(judging.closed, verdicts) : undefined
  const apart = pair && !pair.settled ? [pair.first, pair.second] : []
  const single = verdicts.filter((verdict) => !apart.includes(verdict))
  const [newest] = single
  const open = newest && newest !== decision && isOpen(newest, judging) ? newest : undefined
  const returned = newest?.review?.outcome === 'returned' ? newest : undefined
  const earlier = single.filter((verdict) => verdict !== decision && verdict !== open && verdict !== returned)
  return html`<section class="verdicts" id="verdicts-${claim.id}" aria-labelledby="verdicts-${claim.id}-title">
    <div class="section-head">
      <h2 id="verdicts-${claim.id}-title">Verdict</h2>
      ${mayGive({ claim, judging, person }) && GiveButton(claim, into)}
    </div>
    ${decision && Decision(decision)} ${!decision && decisionOf(verdicts) && Withdrawn} ${RoundNote({ claimId: claim.id, judging, verdicts, person })}
    ${open && Open({ claim, verdict: open, judging, person, into })} ${returned && Returned(returned)}
    ${imported && ImportedNote({ imported, mayOpen: can(person, 'import.run') })}
    ${verdicts.length === 0 && !imported && !judging.independent && !judging.open && Nothing(evidenceCount)} ${earlier.length > 0 && Earlier(earlier)}
    ${can(person, 'round.open') && into === undefined && HowJudged(claim.id, judging)}
  </section>`
}

// The first of two verdicts in a round that is over is like any that came before; so is one that was settled with another.
const isOpen = (verdict: VerdictItem, { open, closed }: Judging): boolean =>
  verdict.review === null &&
  verdict.decision === null &&
  (verdict.roundId === null || verdict.roundId === open?.id || verdict.roundId !== closed?.id)

const mayGive = ({ claim, judging, person }: Pick<Panel, 'claim' | 'judging' | 'person'>): boolean =>
  can(person, 'verdict.give') &&
  noVerdictReason(claim.state) === undefined &&
  (judging.open ? judging.open.mine : !judging.independent)

const HowJudged = (claimId: number, { open, independent }: Judging) =>
  !open &&
  html`<p class="how-judged no-print"><span class="soft">${independent ? 'Two checkers judge this claim independently.' : 'One checker judges this claim, and a second person reviews it.'}</span> <a href="/claims/${claimId}/rounds">Change how it is judged</a></p>`

/** The verdict that is the newsroom's decision now, if one is. */
const decisionOf = (verdicts: VerdictItem[]): VerdictItem | undefined =>
  verdicts
    .filter((verdict) => verdict.decision !== null)
    .toSorted((a, b) => (b.decision?.number ?? 0) - (a.decision?.number ?? 0))
    .at(0)

const Withdrawn = html`<p class="empty">The decision on this claim was withdrawn. It stands below, among what was found earlier.</p>`

const GiveButton = ({ id }: Panel['claim'], into?: string) => {
  const address = `/claims/${id}/verdicts/new`
  return html`<a class="button no-print" href="${address}" ${Into(address, into)} data-hotkey="v">${Icon('landmark')} Give a verdict <kbd>v</kbd></a>`
}

const Decision = (verdict: VerdictItem) => html`
  <div class="decision" id="verdict-${verdict.id}">
    ${Finding({ verdict })}
    <p class="soft">${By(verdict)}.${Fate(verdict)}</p>
  </div>`

type Shown = Pick<Panel, 'claim' | 'judging' | 'person' | 'into'> & { verdict: VerdictItem }

const Open = ({ claim, verdict, judging, person, into }: Shown) => {
  const isSealed = verdict.roundId !== null && verdict.roundId === judging.open?.id
  const waits = claim.state === 'in_review' && verdict.roundId === null
  return html`<div class="open-verdict" id="verdict-${verdict.id}">
    <h3>${isSealed ? 'Your verdict, sealed until the second is in' : waits ? 'Waiting for a review' : 'Not reviewed'}</h3>
    ${Finding({ verdict })}
    <p class="soft">${By(verdict)}.</p>
    ${waits && Answer({ verdict, person, into })}
  </div>`
}

const Answer = ({ verdict, person, into }: Omit<Shown, 'claim' | 'judging'>) => {
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
  <details>
    <summary>${verdicts.length === 1 ? 'One earlier verdict' : `${verdicts.length} earlier verdicts`}</summary>
    <ol reversed class="earlier-list">
      ${verdicts.map((verdict) => html`<li value="${verdict.number}" id="verdict-${verdict.id}">${Finding({ verdict })}<p class="soft">${By(verdict)}.${Fate(verdict)}</p></li>`)}
    </ol>
  </details>`
