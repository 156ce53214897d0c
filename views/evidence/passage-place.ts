import type { Stretch } from '../../server/evidence/difference.ts'
import type { EvidenceItem } from '../../server/evidence/evidence.ts'
import { snapshotAddress } from '../../server/snapshots/words.ts'
import { type Html, html } from '../html.ts'
import { Icon } from '../parts/icon.ts'
import { Day } from '../parts/when.ts'

type Shown = { item: EvidenceItem; difference?: Stretch[] | null | undefined }

/** Whether the passage of a piece of evidence stands in the kept copy of its source, and where; nothing for one without a passage. */
export function PassagePlace({ item, difference }: Shown): Html | false {
  if (item.passage === null) return false
  if (item.passageMatch === 'exact') return Exact(item)
  if (item.passageMatch === 'near') return Near(item, difference ?? undefined)
  return item.passageMatch === 'missing' ? Missing(item) : Unknown(item)
}

const Exact = (item: EvidenceItem) => html`
  <p class="place">${Icon('check')} <span>${WayThere(item, 'Found word for word')} in the copy kept on ${Kept(item.copyAt)}.</span></p>`

const Near = (item: EvidenceItem, difference: Stretch[] | undefined) => html`
  <div class="place near">
    <p>${Icon('circle-alert')} <span><strong>Not word for word.</strong> ${WayThere(item, 'Nearly found')} in the copy kept on ${Kept(item.copyAt)}.</span></p>
    ${difference ? Difference(difference) : html`<p class="soft">The copy says:</p><blockquote class="there" dir="auto">${item.passageThere}</blockquote>`}
  </div>`

const Missing = (item: EvidenceItem) => html`
  <p class="place missing">${Icon('circle-alert')} <span><strong>These words are not in the copy kept on ${Kept(item.copyAt)}.</strong>
    ${item.passageLastIn === null ? html`<a href="${Copy(item)}">Look for them in the copy</a>.` : html`${WayThere({ ...item, snapshotId: item.passageLastIn }, 'They were')} in the copy kept on ${Kept(item.lastCopyAt)}.`}</span></p>`

const Unknown = ({ source }: EvidenceItem) => html`
  <p class="place unknown"><span>Not looked up: no copy with a text is kept of <a href="/sources/${source.id}">this source</a>.</span></p>`

const Copy = ({ snapshotId, source, claimId }: EvidenceItem) =>
  `${snapshotAddress({ id: snapshotId ?? 0, sourceId: source.id })}?claim=${claimId}`

const Kept = (at: string | null) => (at === null ? 'an unknown day' : Day(at))

function WayThere({ source, claimId, snapshotId, passageStart, passageEnd }: EvidenceItem, words: string) {
  if (snapshotId === null || passageStart === null || passageEnd === null) return words
  const place = snapshotAddress({ id: snapshotId, sourceId: source.id }, { start: passageStart, end: passageEnd })
  return html`<a href="${place.replace('#', `&claim=${claimId}#`)}">${words}</a>`
}

const Difference = (stretches: Stretch[]) => html`
  <p class="difference" dir="auto">${stretches.map((stretch) => html`${Words(stretch)} `)}</p>
  <p class="soft legend">${stretches.some((one) => one.in === 'passage') && html`<del>Struck out</del>: only in the passage. `}${stretches.some((one) => one.in === 'copy') && html`<ins>Underlined</ins>: only in the copy.`}</p>`

function Words({ words, in: where }: Stretch) {
  if (where === 'passage') return html`<del><span class="unseen">only in the passage: </span>${words}</del>`
  if (where === 'copy') return html`<ins><span class="unseen">only in the copy: </span>${words}</ins>`
  return words
}
