import type { EvidenceItem } from '../../server/evidence/evidence.ts'
import { type Html, html } from '../html.ts'
import { Area } from '../parts/field.ts'
import type { Typed } from '../parts/typed.ts'
import { EvidenceForm } from './evidence-form.ts'
import { LedgerItem } from './ledger-item.ts'

type Shown = { item: EvidenceItem; typed: Typed; inPlace: boolean }

/** The form to withdraw evidence, with the evidence itself above the reason. */
export const WithdrawEvidence = ({ item, typed, inPlace }: Shown): Html =>
  EvidenceForm({
    id: `withdraw-evidence-${item.id}`,
    title: 'Withdraw evidence',
    action: `/evidence/${item.id}/withdrawal`,
    claimId: item.claimId,
    typed,
    inPlace,
    send: 'Withdraw',
    fields: html`
      <ul class="chosen-source">${LedgerItem({ item, canEdit: false, into: undefined })}</ul>
      ${Area({ typed, name: 'reason', label: 'Why', required: true, max: 1000, hint: 'It no longer counts, but stays readable under “Withdrawn” with this reason.' })}`,
  })
