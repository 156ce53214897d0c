import type { Change, Comparison, Run } from '../../server/documents/compare.ts'
import type { Snapshot } from '../../server/snapshots/snapshot.ts'
import { snapshotAddress } from '../../server/snapshots/words.ts'
import type { Source } from '../../server/sources/source.ts'
import { counted } from '../../server/values/count.ts'
import { html } from '../html.ts'
import { Layout, type Shell } from '../layout.ts'
import { Crumb, wayToSource } from '../parts/crumb.ts'
import { When } from '../parts/when.ts'

type Page = { shell: Shell; source: Source; before: Snapshot; after: Snapshot; found: Comparison | { problem: string } }

/** What the text of one copy has that another has not. */
export const ComparisonPage = ({ shell, source, before, after, found }: Page) =>
  Layout({
    shell,
    title: `What changed in ${source.title}`,
    main: html`
      ${Crumb(...wayToSource(source), { href: `/sources/${source.id}/snapshots`, name: 'Copies' })}
      <h1>What changed in <span dir="auto">${source.title}</span></h1>
      <p>From the <a href="${snapshotAddress({ id: before.id, sourceId: source.id })}">copy of ${When(before.capturedAt)}</a> to the <a href="${snapshotAddress({ id: after.id, sourceId: source.id })}">copy of ${When(after.capturedAt)}</a>. The texts are compared, not the looks.</p>
      ${'problem' in found ? html`<p class="message">${found.problem}</p>` : Found({ found, isSameFile: before.sha256 === after.sha256 })}`,
  })

const Found = ({ found: { changes = [], more }, isSameFile }: { found: Comparison; isSameFile: boolean }) =>
  changes.every(({ kind }) => kind === 'same')
    ? html`<p class="message">${isSameFile ? 'Nothing: the two copies are the same, byte for byte.' : 'Nothing in the text. The files differ elsewhere, such as in advertisements, programs or pictures.'}</p>`
    : html`<ol class="comparison">${changes.map(One)}</ol>
        ${more > 0 && html`<p class="message">${counted(more, 'further change')} not shown.</p>`}`

const One = (change: Change) =>
  change.kind === 'same'
    ? html`<li class="same soft">${counted(change.count, 'paragraph')} the same</li>`
    : html`<li class="changed">
        ${Side('Before', change.before, 'del')} ${Side('Now', change.after, 'ins')}
      </li>`

type Paragraphs = { number: number; runs: Run[] }[]

const Side = (name: string, paragraphs: Paragraphs, tag: 'del' | 'ins') => html`
  <div>
    <p class="side">${name}</p>
    ${paragraphs.length === 0 ? html`<p class="soft">Nothing here</p>` : paragraphs.map(({ number, runs }) => html`<p dir="auto"><span class="soft number">${number}</span> ${runs.map((run) => Stretch(run, tag))}</p>`)}
  </div>`

const Stretch = ({ text, changed }: Run, tag: 'del' | 'ins') => {
  if (!changed) return text
  return tag === 'del' ? html`<del>${text}</del>` : html`<ins>${text}</ins>`
}
