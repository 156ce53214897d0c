import type { EvidenceItem } from '../../server/evidence/evidence.ts'
import { type Html, html } from '../html.ts'
import { Into } from '../parts/in-place.ts'
import { Hidden } from '../parts/field.ts'
import { type Typed, versionOf } from '../parts/typed.ts'
import { SourceLine } from '../sources/source-line.ts'
import { EvidenceFields } from './evidence-fields.ts'
import { EvidenceForm } from './evidence-form.ts'

type Shown = { item: EvidenceItem; typed: Typed; inPlace: boolean }

/** The form to change what evidence says; its source stays. */
export const EditEvidence = ({ item, typed, inPlace }: Shown): Html => {
  const id = `edit-evidence-${item.id}`
  const withdrawal = `/evidence/${item.id}/withdrawal`
  return EvidenceForm({
    id,
    title: 'Edit evidence',
    action: `/evidence/${item.id}`,
    claimId: item.claimId,
    typed,
    inPlace,
    send: 'Save',
    fields: html`
      <div class="chosen-source">
        <p class="source-title"><a href="/sources/${item.source.id}" dir="auto">${item.source.title}</a></p>
        ${SourceLine(item.source)}
        <p class="hint">Evidence keeps its source. If it is the wrong one, <a href="${withdrawal}" ${Into(withdrawal, inPlace ? `#${id}` : undefined)}>withdraw</a> this and add it from the right one.</p>
      </div>
      ${EvidenceFields({ typed })} ${Hidden('version', versionOf(typed))}`,
  })
}
