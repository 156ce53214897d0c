import { type Person, can } from '../../server/accounts/permissions.ts'
import type { Snapshot } from '../../server/snapshots/snapshot.ts'
import { html } from '../html.ts'
import { Icon } from '../parts/icon.ts'
import { SnapshotItems } from './snapshot-items.ts'

type Copies = { person: Person; source: { id: number }; newest: readonly Snapshot[]; more: boolean }

/** The newest copies of a source, on its page. */
export const SourceCopies = ({ person, source, newest, more }: Copies) => html`
  <section class="source-copies" aria-labelledby="copies">
    <div class="section-head">
      <h2 id="copies">Kept copies</h2>
      ${can(person, 'snapshot.keep') && html`<p><a class="button no-print" href="/sources/${source.id}/snapshots/new">${Icon('copy')} Keep a copy</a></p>`}
    </div>
    ${newest.length === 0 ? html`<div class="empty"><p>None yet. Pages change and vanish: a copy that is kept shows what the source said, and passages can be looked up in it.</p></div>` : SnapshotItems(newest, source)}
    ${more && html`<p><a href="/sources/${source.id}/snapshots">All copies</a></p>`}
  </section>`
