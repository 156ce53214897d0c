import type { EvidenceItem } from '../../server/evidence/evidence.ts'
import type { LedgerEntry } from '../../server/evidence/ledger.ts'
import { stanceWords } from '../../server/evidence/words.ts'
import { DiscussLink } from '../comments/discuss-link.ts'
import { type Html, html } from '../html.ts'
import { Into } from '../parts/in-place.ts'
import { Day } from '../parts/when.ts'
import { OutLink } from '../sources/out-link.ts'
import { SourceLine, SourceTags } from '../sources/source-line.ts'
import { FiguresBeside } from './figures-beside.ts'
import { PassagePlace } from './passage-place.ts'

type Shown = {
  item: EvidenceItem & Partial<LedgerEntry>
  canEdit: boolean
  into: string | undefined
  /** How many open discussions there are of it; without it, no way leads to them. */
  open?: number | undefined
}

/** One piece of evidence: its source, the passage, where it stands, and what may be done with it. */
export const LedgerItem = ({ item, canEdit, into, open }: Shown): Html => html`
  <li class="evidence" id="evidence-${item.id}">
    ${item.withdrawnAt && Withdrawal(item, item.withdrawnAt)}
    <p class="source-title"><a href="/sources/${item.source.id}" dir="auto">${item.source.title}</a></p>
    ${SourceLine(item.source)} ${SourceTags(item.source)}
    ${item.passage && html`<blockquote class="passage" dir="auto">${item.passage}</blockquote>`}
    ${item.withdrawnAt === null && PassagePlace({ item, difference: item.difference })}
    ${item.figures && FiguresBeside(item.figures)}
    ${item.locator && html`<p class="locator"><span class="soft">Where:</span> <span dir="auto">${item.locator}</span></p>`}
    ${item.note && html`<p class="note" dir="auto">${item.note}</p>`}
    ${Links(item.source, item.passageUrl ?? null)}
    <div class="by">
      <p>Added ${item.addedBy && html`by <span dir="auto">${item.addedBy}</span>, `}${Day(item.createdAt)}</p>
      ${(canEdit || open !== undefined) && Doings({ item, canEdit, into, open })}
    </div>
  </li>`

const Withdrawal = (item: EvidenceItem, at: string) => html`
  <p class="withdrawal"><strong>Withdrawn</strong> by ${item.withdrawnBy ?? 'Stet'}, ${Day(at)}: <span dir="auto">${item.withdrawnReason}</span> <span class="soft">It was under “${stanceWords[item.stance]}”.</span></p>`

const Links = ({ url, archivedUrl }: EvidenceItem['source'], passageUrl: string | null) =>
  (url !== null || archivedUrl !== null) &&
  html`<p class="links">${url && OutLink(url)} ${passageUrl && OutLink(passageUrl, 'At the passage')} ${archivedUrl && OutLink(archivedUrl, 'Archived copy')}</p>`

const Doings = ({ item, canEdit, into, open }: Shown) => html`
  <p class="doings no-print">
    ${open !== undefined && DiscussLink({ claimId: item.claimId, on: 'evidence', id: item.id, open, name: `the evidence from ${item.source.title}` })}
    ${canEdit && Changes(item, into)}
  </p>`

const Changes = ({ id, source }: EvidenceItem, into: string | undefined) => html`
    <a href="/evidence/${id}/edit" ${Into(`/evidence/${id}/edit`, into)}>Edit<span class="unseen"> the evidence from ${source.title}</span></a>
    <a href="/evidence/${id}/withdrawal" ${Into(`/evidence/${id}/withdrawal`, into)}>Withdraw<span class="unseen"> the evidence from ${source.title}</span></a>`
