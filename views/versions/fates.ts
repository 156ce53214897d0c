import { claimNumber } from '../../server/claims/words.ts'
import { counted } from '../../server/values/count.ts'
import type { Fated, Prepared } from '../../server/versions/prepare.ts'
import { type Html, html } from '../html.ts'
import { type Typed, valuesOf } from '../parts/typed.ts'
import { Marks } from './difference.ts'

type Shown = { prepared: Prepared; typed: Typed }

/** What becomes of the claims, those that ask for a decision first. */
export const Fates = ({ prepared: { article, base, claims, away }, typed }: Shown): Html => {
  const { language } = article
  const [moved, lost, exact] = (['moved', 'lost', 'exact'] as const).map((kind) =>
    claims.filter(({ fate }) => fate.kind === kind),
  )
  const back = away.filter(({ fate }) => fate.kind === 'moved')
  const part = { language, typed }
  return html`<section class="fates" aria-labelledby="fates-title">
    <h2 id="fates-title">What becomes of the claims</h2>
    ${claims.length + back.length === 0 && html`<p>No claim stands in version ${base.number}.</p>`}
    ${Part({ ...part, id: 'moved', title: 'Perhaps still there: look at each', fated: moved, hint: 'Tick the place where the claim stands now. What you do not tick goes to the tray of the article, where it can be placed later.' })}
    ${Part({ ...part, id: 'lost', title: 'Their words are not found', fated: lost, hint: 'They go to the tray of the article, and whoever checks them is told.' })}
    ${Part({ ...part, id: 'back', title: 'From the tray: perhaps there again', fated: back, hint: 'They had lost their words before. Tick the place of those that stand in the text again.' })}
    ${exact && exact.length > 0 && html`<details class="fate-exact"><summary>${counted(exact.length, 'claim')} ${exact.length === 1 ? 'stands' : 'stand'} unchanged and ${exact.length === 1 ? 'follows' : 'follow'} by ${exact.length === 1 ? 'itself' : 'themselves'}</summary><ul>${exact.map(({ claim }) => html`<li>${ClaimWords(claim)}</li>`)}</ul></details>`}
  </section>`
}

type PartOf = {
  id: string
  title: string
  hint: string
  fated: readonly Fated[] | undefined
  language: string
  typed: Typed
}

const Part = ({ id, title, hint, fated = [], language, typed }: PartOf) =>
  fated.length > 0 &&
  html`<section aria-labelledby="${id}-title">
    <h3 id="${id}-title">${title} <span class="soft number">${fated.length}</span></h3>
    <p class="hint">${hint}</p>
    <ul class="fate-list">${fated.map((one) => html`<li>${Fate(one, language, typed)}</li>`)}</ul>
  </section>`

const ClaimWords = (claim: Fated['claim']) =>
  html`<p class="fate-claim"><a class="number" href="/claims/${claim.id}">${claimNumber(claim)}</a> <span dir="auto">${claim.statement}</span></p>`

const Fate = ({ claim, fate }: Fated, language: string, typed: Typed) => html`
  ${ClaimWords(claim)}
  <p class="was"><span class="soft">Its words until now:</span> <q lang="${language}" dir="auto">${claim.quote}</q></p>
  ${fate.kind === 'moved' && fate.places.map((place) => Proposed({ claim, place, language, typed }))}`

type Place = Extract<Fated['fate'], { kind: 'moved' }>['places'][number]
type Proposal = { claim: Fated['claim']; place: Place; language: string; typed: Typed }

const Proposed = ({ claim, place, language, typed }: Proposal) => {
  const value = `${claim.id}:${place.start}-${place.end}`
  return html`<label class="proposed-place"><input type="checkbox" name="place" value="${value}" ${valuesOf(typed, 'place').includes(value) && html`checked`} /> <span>${place.errors === 0 ? 'It stands here, in the same words:' : 'It stands here now:'} <span lang="${language}" dir="auto">${Marks(place.pieces)}</span></span></label>`
}
