import { type Person, can } from '../../server/accounts/permissions.ts'
import type { ClaimMark, ClaimRecord } from '../../server/claims/claim.ts'
import type { EarlierPlace } from '../../server/claims/place.ts'
import { claimNumber } from '../../server/claims/words.ts'
import { counted } from '../../server/values/count.ts'
import { type Html, html } from '../html.ts'
import { Icon } from '../parts/icon.ts'
import { Day } from '../parts/when.ts'

/** That the words of a claim are not in the newest version, and the way to place it. */
export const StandingNote = (claim: ClaimRecord, person: Person): Html | false => {
  if (claim.standing === 'here') return false
  const old = html`<a href="/articles/${claim.articleId}/versions/${claim.versionNumber}#m-${claim.id}">version ${claim.versionNumber}</a>`
  const way = can(person, 'claim.place') && html` <a href="/claims/${claim.id}/place">Find its place</a>.`
  return claim.standing === 'lost'
    ? html`<p class="standing-note">${Icon('circle-alert')} Its words were not found in the newest version of the article. They stood in ${old}.${way}</p>`
    : html`<p class="standing-note">${Icon('ban')} No longer in the article: its words stood in ${old}.${way}</p>`
}

/** Where a claim stood in older versions. */
export const EarlierPlaces = (articleId: number, claimId: number, places: readonly EarlierPlace[]) =>
  places.length > 0 &&
  html`<details class="earlier-places">
    <summary>It stood in ${counted(places.length, 'earlier place')}</summary>
    <ul>${places.map((place) => html`<li><a href="/articles/${articleId}/versions/${place.version}#m-${claimId}">Version ${place.version}</a>: <q dir="auto">${place.quote}</q> <span class="soft">until ${Day(place.endedAt)}, <span dir="auto">${place.endedBy}</span></span></li>`)}</ul>
  </details>`

type InTray = { articleId: number; away: readonly ClaimMark[]; person: Person }

/** The claims of an article that stand nowhere in its newest version: those to be placed, then those that were taken out. */
export const Tray = ({ articleId, away, person }: InTray): Html | false => {
  const lost = away.filter(({ standing }) => standing === 'lost')
  const gone = away.filter(({ standing }) => standing === 'gone')
  return (
    away.length > 0 &&
    html`<section class="tray" id="tray" aria-label="Claims that are not in this version">
      ${lost.length > 0 && html`<h2>${Icon('circle-alert')} ${counted(lost.length, 'claim')} ${lost.length === 1 ? 'has lost its' : 'have lost their'} words</h2><ul>${lost.map((claim) => html`<li>${Line(articleId, claim)}${can(person, 'claim.place') && html`<p><a href="/claims/${claim.id}/place">Find its place<span class="unseen">: claim ${claim.number}</span></a></p>`}</li>`)}</ul>`}
      ${gone.length > 0 && html`<details><summary>${counted(gone.length, 'claim')} no longer in the article</summary><ul>${gone.map((claim) => html`<li>${Line(articleId, claim)}</li>`)}</ul></details>`}
    </section>`
  )
}

const Line = (articleId: number, claim: ClaimMark) => html`
  <p><a class="number" href="/articles/${articleId}?claim=${claim.id}#claim-${claim.id}" aria-label="Claim ${claim.number}">${claim.number}</a> <span dir="auto">${claim.statement}</span></p>
  <p class="soft"><q dir="auto">${claim.quote}</q></p>`

type Placing = { articleId: number; placing: ClaimMark }

/** Says in the reading view that words are to be selected for a claim. */
export const PlacingNote = ({ articleId, placing }: Placing) => html`
  <section class="tray" id="placing" aria-labelledby="placing-title">
    <h2 id="placing-title">Where does claim ${claimNumber({ articleId, number: placing.number })} stand now?</h2>
    <p class="soft">Its words until now: <q dir="auto">${placing.quote}</q></p>
    <p class="needs-script">Select the words in the text and choose “Claim ${placing.number} stands here”, or press <kbd>c</kbd>; with nothing selected it is the sentence.</p>
    <p class="without-script">The dots after a sentence open it, and there it says “Claim ${placing.number} stands in this sentence”.</p>
    <p><a href="/claims/${placing.id}/place">Back without selecting</a></p>
  </section>`
