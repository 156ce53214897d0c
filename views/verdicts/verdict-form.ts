import type { ClaimRecord } from '../../server/claims/claim.ts'
import { claimNumber } from '../../server/claims/words.ts'
import type { EvidenceItem } from '../../server/evidence/evidence.ts'
import type { ReadinessItem } from '../../server/readiness/rules.ts'
import type { Precedent } from '../../server/precedents/precedent.ts'
import type { Rating } from '../../server/verdicts/rating.ts'
import { type Stance, stanceWords, stances } from '../../server/evidence/words.ts'
import { type Html, html } from '../html.ts'
import { Layout, type Shell } from '../layout.ts'
import { Into, SentInto } from '../parts/in-place.ts'
import { Icon } from '../parts/icon.ts'
import { Crumb, wayToClaim } from '../parts/crumb.ts'
import { Area, FormMessage, Hidden } from '../parts/field.ts'
import { type Typed, valueOf } from '../parts/typed.ts'
import { PrecedentPanel } from '../precedents/precedent-panel.ts'
import { ReadinessList } from '../readiness/readiness-panel.ts'
import { EvidenceChoice } from './evidence-choice.ts'
import { RatingChoice } from './rating-choice.ts'

export type Judged = {
  claim: ClaimRecord
  /** The evidence that stands, as far as the person may know of it. */
  items: EvidenceItem[]
  ratings: Rating[]
  /** Whether the verdict is the decision at once, or one of two that are given independently, and why there can be none. */
  decides: boolean
  sealed: boolean
  refusal: string | undefined
  readiness: ReadinessItem[]
  /** The nearest earlier checks. */
  precedents: Precedent[]
  typed: Typed
}

/** The form as a page. */
export const NewVerdictPage = ({ shell, ...judged }: Judged & { shell: Shell }) =>
  Layout({
    shell,
    title: `Verdict on claim ${claimNumber(judged.claim)}`,
    main: html`${Crumb(...wayToClaim(judged.claim))}
      <h1>Give a verdict</h1>
      ${Body(judged, undefined)}`,
  })

/** The form as a piece that takes its own place until it is sent; then the claim does. */
export const NewVerdict = (judged: Judged): Html => {
  const id = `verdict-form-${judged.claim.id}`
  return html`<section class="verdict-form" id="${id}" aria-labelledby="${id}-title">
    <h2 id="${id}-title">Give a verdict on claim ${claimNumber(judged.claim)}</h2>
    ${Body(judged, `#${id}`)}
  </section>`
}

const Body = (judged: Judged, into: string | undefined) => html`
  <p class="judged-statement" dir="auto">${judged.claim.statement}</p>
  <blockquote class="quote" dir="auto" lang="${judged.claim.language}">${judged.claim.quote}</blockquote>
  ${judged.sealed && html`<p class="message">${Icon('lock')} You and a second checker judge this claim independently: neither of you sees the other’s verdict until both are in.</p>`}
  ${PrecedentPanel({ id: `verdict-${judged.claim.id}`, precedents: judged.precedents, level: 3 })}
  ${EvidenceSoFar(judged)} ${judged.refusal ? html`<p class="message problem">${judged.refusal}</p>` : Ready(judged, into)}`

// Where a rule bars a verdict, the form is there only to keep what was typed into it.
const Ready = (judged: Judged, into: string | undefined) => {
  const { claim, readiness, typed } = judged
  const barred = readiness.some(({ met, level }) => !met && level === 'bar')
  return html`
    ${readiness.some(({ met }) => !met) && html`<p class="not-ready"><strong>Not ready for a verdict yet</strong></p>${ReadinessList({ claimId: claim.id, items: readiness })}`}
    ${barred && html`<p class="message problem">By the newsroom’s rules there is no verdict before this is there.</p>`}
    ${(!barred || valueOf(typed, 'rationale') !== '') && Form(judged, into)}`
}

const EvidenceSoFar = ({ claim, items, readiness }: Judged) => {
  const count = (stance: Stance) => items.filter((item) => item.stance === stance).length
  if (items.length > 0)
    return html`<p>Evidence: ${stances.map((stance, index) => html`${index > 0 && ' · '}<span class="number">${count(stance)}</span> ${stanceWords[stance].toLowerCase()}`)}. <a href="/claims/${claim.id}#ledger-${claim.id}">Read it</a></p>`
  if (readiness.some(({ rule }) => rule === 'evidence')) return false
  return html`<p class="message warning">There is no evidence on this claim yet. You can give a verdict all the same, but nobody could see what it rests on. <a href="/claims/${claim.id}/evidence/new">Add evidence first</a></p>`
}

const Form = (judged: Judged, into: string | undefined) => {
  const { claim, items, ratings, typed } = judged
  return html`
  <form class="form" method="post" action="/claims/${claim.id}/verdicts" ${SentInto(`/claims/${claim.id}/verdicts`, into)}>
    ${FormMessage({ typed })} ${Hidden('version', String(typed.values.version))}
    ${Hidden('after', String(typed.values.after))} ${RatingChoice({ ratings, typed, first: into === undefined && Object.keys(typed.problems).length === 0 })}
    ${Area({ name: 'rationale', label: 'Rationale', typed, required: true, rows: 3, max: 600, hint: 'One or two sentences that say why. They are printed with the rating, so write them for readers. At most 600 characters.' })}
    ${Area({ name: 'explanation', label: 'Explanation', typed, rows: 8, max: 20_000, hint: explanationHint })}
    ${(items.length > 0 || typed.problems.evidence !== undefined) && EvidenceChoice({ items, typed })} ${Override(judged)} ${Departs(typed)}
    <p class="hint">${fateHint(judged)} A verdict is never changed afterwards: a new one takes its place, and this one stays readable.</p>
    <p class="actions"><button class="main">Give this verdict</button> <a href="/claims/${claim.id}" ${Into(`/claims/${claim.id}`, into)}>Cancel</a></p>
  </form>`
}

function fateHint({ decides, sealed }: Judged): string {
  if (sealed) return 'Only you see it until the second verdict is in.'
  if (decides) return 'This will be the newsroom’s decision at once, with the basis “one checker”.'
  return 'A second person reviews your verdict before it becomes the decision.'
}

const Override = ({ readiness, typed }: Judged) =>
  (readiness.some(({ met, level }) => !met && level === 'warning') || typed.problems.override !== undefined) &&
  Area({
    name: 'override',
    label: 'Why give the verdict anyway',
    typed,
    needed: true,
    rows: 2,
    max: 1_000,
    hint: overrideHint,
  })

const Departs = (typed: Typed) =>
  (typed.problems.departs !== undefined || valueOf(typed, 'departs') !== '') &&
  Area({
    name: 'departs',
    label: 'Why it differs from the earlier check',
    typed,
    needed: true,
    rows: 2,
    max: 1_000,
    hint: 'Your reason stays with the verdict: the reviewer and everybody who reads the claim sees it.',
  })

const overrideHint =
  'The newsroom’s rules warn about what is still open above. Your reason stays with the verdict and with the decision.'

const explanationHint =
  'How you came to it, so that a reader can repeat it: what each piece of evidence shows, and what stays uncertain. Markdown: *emphasis*, **strong**, lists, > quotations, [links](https://example.org).'
