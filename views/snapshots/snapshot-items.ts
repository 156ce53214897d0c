import type { Snapshot } from '../../server/snapshots/snapshot.ts'
import { sizeWords, snapshotAddress, snapshotOriginWords, typeWord } from '../../server/snapshots/words.ts'
import { type Html, html } from '../html.ts'
import { When } from '../parts/when.ts'
import { Who } from './snapshot-facts.ts'

/** Copies of a source and of those merged into it, each with when, how and by whom it was taken, what it is, and its hash. */
export const SnapshotItems = (snapshots: readonly Snapshot[], source: { id: number }): Html =>
  html`<ul class="copies">${snapshots.map((snapshot) => Item(snapshot, source.id))}</ul>`

const Item = (snapshot: Snapshot, sourceId: number) => html`
  <li>
    <p><a href="${snapshotAddress({ id: snapshot.id, sourceId })}">${When(snapshot.capturedAt)}</a>, ${Who(snapshot)}, ${snapshotOriginWords[snapshot.origin]}</p>
    <p class="soft">${typeWord(snapshot.mediaType)}, ${sizeWords(snapshot.size)}${From(snapshot)}</p>
    <p class="soft">SHA-256 <code class="hash">${snapshot.sha256}</code></p>
  </li>`

const From = ({ finalAddress, address, fileName }: Snapshot) => {
  const from = fileName ?? finalAddress ?? address
  return from && html`, <bdi>${from}</bdi>`
}
