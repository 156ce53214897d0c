import { type Person, can } from '../../server/accounts/permissions.ts'
import type { OpenThreads } from '../../server/comments/thread.ts'
import type { LedgerEntry } from '../../server/evidence/ledger.ts'
import type { Search } from '../../server/readiness/search.ts'
import { type Stance, stances } from '../../server/evidence/words.ts'
import type { Grouping } from '../../server/independence/grouping.ts'
import { type Html, html } from '../html.ts'
import { IndependenceNote } from '../independence/independence-note.ts'
import { Into } from '../parts/in-place.ts'
import { Icon } from '../parts/icon.ts'
import { SearchNotes } from '../readiness/search-notes.ts'
import { LedgerItem } from './ledger-item.ts'
import { StanceMark } from './stance-mark.ts'

/** `into` is the selector of what forms take the place of, where the ledger stands beside a text; without it they are pages. */
type Shown = {
  claimId: number
  items: LedgerEntry[]
  independence: Grouping
  /** What was looked for and not found; nothing is shown of it where none are given. */
  searches?: readonly Search[]
  person: Person
  /** How many open discussions there are of each; without them, no way leads there. */
  discussed?: OpenThreads | undefined
  into?: string
}

/** The evidence on a claim in three columns, what was withdrawn below them. */
export const Ledger = (shown: Shown): Html => {
  const { claimId, items, independence, person, into } = shown
  const kept = items.filter((item) => !item.withdrawnAt)
  const withdrawn = items.filter((item) => item.withdrawnAt)
  const canEdit = can(person, 'evidence.edit')
  return html`<section class="ledger" id="ledger-${claimId}" aria-labelledby="ledger-${claimId}-title">
    <div class="section-head">
      <h2 id="ledger-${claimId}-title">Evidence</h2>
      ${can(person, 'evidence.add') && AddButton(claimId, into)}
    </div>
    ${IndependenceNote(independence)}
    <div class="stances">
      ${stances.map((stance) => Column({ ...shown, stance, items: kept.filter((item) => item.stance === stance), canEdit }))}
    </div>
    ${withdrawn.length > 0 && Withdrawn(withdrawn, shown.discussed)}
  </section>`
}

const AddButton = (claimId: number, into?: string) =>
  html`<a class="button no-print" href="/claims/${claimId}/evidence/new" ${Into(`/claims/${claimId}/evidence/new`, into)} data-hotkey="e">${Icon('plus')} Add evidence <kbd>e</kbd></a>`

const nothing: Record<Stance, string> = {
  supports: 'Nothing yet. What would show that the claim is right?',
  refutes: 'Nothing yet. What would show that the claim is wrong?',
  context: 'Nothing yet. Context explains without proving.',
}

type Part = Shown & { stance: Stance; canEdit: boolean }

const Column = ({ stance, items, canEdit, into, searches, claimId, person, discussed }: Part) => html`
  <div class="stance ${stance}">
    <h3>${StanceMark(stance)} <span class="number">${items.length}</span></h3>
    ${items.length === 0 ? html`<p class="nothing">${nothing[stance]}</p>` : html`<ul>${items.map((item) => LedgerItem({ item, canEdit, into, open: openOn(item, discussed) }))}</ul>`}
    ${searches && stance !== 'context' && SearchNotes({ claimId, side: stance, searches, isEmpty: items.length === 0, person, into })}
  </div>`

const openOn = ({ id }: LedgerEntry, discussed: OpenThreads | undefined) =>
  discussed && (discussed.evidence.get(id) ?? 0)

const Withdrawn = (items: LedgerEntry[], discussed?: OpenThreads) => html`
  <div class="withdrawn">
    <h3>Withdrawn <span class="number">${items.length}</span></h3>
    <ul>${items.map((item) => LedgerItem({ item, canEdit: false, into: undefined, open: openOn(item, discussed) }))}</ul>
  </div>`
