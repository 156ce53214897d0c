import { type Side, sideWords, sides } from '../../server/readiness/words.ts'
import { EvidenceForm } from '../evidence/evidence-form.ts'
import { type Html, html } from '../html.ts'
import { Area, Choice, Hidden } from '../parts/field.ts'
import { SentInto } from '../parts/in-place.ts'
import type { Typed } from '../parts/typed.ts'

type Shown = { claimId: number; side: Side; typed: Typed }

/** The form to say that one looked for what is on one side and found nothing, as a page or a piece. */
export const SearchForm = ({ claimId, typed, inPlace }: Omit<Shown, 'side'> & { inPlace: boolean }): Html =>
  EvidenceForm({
    id: `new-search-${claimId}`,
    title: 'Looked and found nothing',
    action: `/claims/${claimId}/searches`,
    claimId,
    typed,
    inPlace,
    fields: html`
      ${Choice({ typed, name: 'side', label: 'You found nothing that', required: true, options: sides.map((side) => ({ value: side, label: `${sideWords[side]} it` })) })}
      ${Where({ typed, label: 'Where you looked' })}`,
    send: 'Note it',
  })

/** The same, small, to stand in the ledger under an empty column. */
export const SmallSearchForm = ({ claimId, side, typed, into }: Shown & { into: string | undefined }): Html => {
  const action = `/claims/${claimId}/searches`
  const scoped = { ...typed, scope: `search-${claimId}-${side}` }
  return html`<details class="looked no-print">
    <summary>Looked and found nothing?</summary>
    <form method="post" action="${action}" ${SentInto(action, into)}>
      ${Hidden('side', side)} ${Where({ typed: scoped, label: `Looked and found nothing that ${sideWords[side]} it: where?` })}
      <button>Note it</button>
    </form>
  </details>`
}

const Where = ({ typed, label }: { typed: Typed; label: string }) =>
  Area({
    typed,
    name: 'note',
    label,
    required: true,
    max: 1000,
    hint: 'Archives, databases, people asked, and the words you searched for: enough for a colleague to look again.',
  })

type Withdrawn = {
  search: { id: number; note: string; side: Side; claim: { id: number } }
  typed: Typed
  inPlace: boolean
}

/** The form to take such a note back. */
export const WithdrawSearch = ({ search: { id, note, side, claim }, typed, inPlace }: Withdrawn): Html =>
  EvidenceForm({
    id: `withdraw-search-${id}`,
    title: 'Take back',
    action: `/searches/${id}/withdrawal`,
    claimId: claim.id,
    typed,
    inPlace,
    fields: html`
      <p>Looked and found nothing that ${sideWords[side]} it:</p>
      <blockquote dir="auto">${note}</blockquote>
      <p class="hint">It then no longer counts as a search of that side. The history keeps that it was noted.</p>`,
    send: 'Take it back',
  })
