import type { Snapshot } from '../../server/snapshots/snapshot.ts'
import { disagreement, sizeWords, snapshotOriginWords, typeWord } from '../../server/snapshots/words.ts'
import { type Hole, html } from '../html.ts'
import { When } from '../parts/when.ts'
import { OutLink } from '../sources/out-link.ts'

type Facts = { snapshot: Snapshot; textHash: string }

/** Where a copy comes from, and the hashes by which it can be told that it is still the same. */
export const SnapshotFacts = ({ snapshot, textHash }: Facts) => {
  const { address, finalAddress, fileName } = snapshot
  const other = disagreement(snapshot)
  return html`<dl class="facts source-facts">
    ${Fact('Kept', html`${When(snapshot.capturedAt)}, ${Who(snapshot)}, ${snapshotOriginWords[snapshot.origin]}`)}
    ${address && Fact('From', Address(address))}
    ${finalAddress && finalAddress !== address && Fact('Led on to', Address(finalAddress))}
    ${fileName && Fact('File', html`<span dir="auto">${fileName}</span>`)}
    ${Fact('What it is', html`${typeWord(snapshot.mediaType)}, ${sizeWords(snapshot.size)}${other && html` <span class="soft">${other}</span>`}`)}
    ${Fact('SHA-256', html`<code class="hash">${snapshot.sha256}</code>`)}
    ${Fact('SHA-256 of the text', html`<code class="hash">${textHash}</code>`)}
  </dl>`
}

/** Who took a copy. */
export const Who = ({ capturedBy }: Pick<Snapshot, 'capturedBy'>) =>
  capturedBy ? html`by <bdi>${capturedBy.name}</bdi>` : html`by Stet`

const Address = (address: string) => html`${OutLink(address)} <span class="full-address">${address}</span>`

const Fact = (name: string, value: Hole) => html`<dt>${name}</dt><dd>${value}</dd>`
