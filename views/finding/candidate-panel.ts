import { type Person, can } from '../../server/accounts/permissions.ts'
import { type SetAsideReason, setAsideReasons, setAsideWords } from '../../server/articles/words.ts'
import { kindWords } from '../../server/claims/words.ts'
import type { Decided, OpenCandidate } from '../../server/finding/open.ts'
import { saidBy } from '../../server/finding/words.ts'
import { levelWords, reasonText } from '../../server/finding/worthiness/words.ts'
import { type Html, html } from '../html.ts'
import { Hidden } from '../parts/field.ts'
import { Icon } from '../parts/icon.ts'
import { AsDecided } from '../reading/worth.ts'

type Of = { articleId: number; versionId: number; person: Person }
type Panel = Of & {
  candidate: OpenCandidate
  place: { at: number; of: number }
  language: string
  problem?: string | undefined
}

/** A claim that the program proposes, beside the text, with what can be done with it. */
export const CandidatePanel = (panel: Panel): Html => {
  const { candidate, place, language, problem } = panel
  return html`<section class="candidate-panel" id="candidate-${candidate.key}" data-place="${candidate.key}" aria-labelledby="candidate-title" tabindex="-1">
    <h2 id="candidate-title">Possible claim <span class="state">${place.at} of ${place.of}, proposed by Stet</span></h2>
    ${problem && html`<p class="message problem" role="alert">${problem}</p>`}
    <p class="statement" lang="${language}" dir="auto">${candidate.statement}</p>
    ${sameWords(candidate) && html`<blockquote lang="${language}" dir="auto">${candidate.quote}</blockquote>`}
    <dl class="known">${Who(candidate)}<div><dt>Kind</dt><dd>${kindWords[candidate.kind]}</dd></div>${Worth(candidate)}</dl>
    ${can(panel.person, 'claim.add') && Actions(panel)}
    <p class="hint">Read out of the text by rules: check the words and the name before you accept.</p>
  </section>`
}

// Told twice, it would be twice as long.
const sameWords = ({ statement, quote }: OpenCandidate) =>
  statement.replace(/\.$/, '').toLowerCase() !== quote.replaceAll(/\s+/g, ' ').toLowerCase()

/** Who said it, as sure as the program is. */
export const Who = ({
  claimant,
  claimantRole,
  reportedBy,
  confidence,
}: Pick<OpenCandidate, 'claimant' | 'claimantRole' | 'reportedBy' | 'confidence'>) => html`
  ${
    claimant === null
      ? html`<div><dt>Said by</dt><dd>the article itself</dd></div>`
      : html`<div><dt>${saidBy(confidence)}</dt><dd><bdi>${claimant}</bdi>${claimantRole && html`, <bdi>${claimantRole}</bdi>`}</dd></div>`
  }
  ${reportedBy && html`<div><dt>Reported by</dt><dd><bdi>${reportedBy}</bdi></dd></div>`}`

const Worth = ({ reasons, ...worth }: OpenCandidate) =>
  html`<div><dt>Worth checking</dt><dd>${levelWords[worth.level]}${reasons.length > 0 && html`: ${reasons.map(reasonText).join(', ')}`}${AsDecided(worth)}</dd></div>`

const Actions = ({ articleId, versionId, candidate }: Panel) => html`
  <div class="actions">
    ${Accept({ articleId, versionId, candidate, key: 'a' })}
    <a class="button" data-hotkey="e" href="${editAddress(articleId, candidate)}" hx-get="${editAddress(articleId, candidate)}" hx-target="#focus" hx-swap="innerHTML">${Icon('pencil')} Edit first <kbd>e</kbd></a>
  </div>
  ${Aside({ articleId, versionId, candidate, key: 'x' })}`

type Deed = { articleId: number; versionId: number; candidate: OpenCandidate; key?: string }

const address = (id: number) =>
  html`action="/articles/${id}/findings" hx-post="/articles/${id}/findings" hx-target="#focus" hx-swap="innerHTML"`
const place = ({ versionId, candidate }: Deed) =>
  html`${Hidden('text', versionId)}${Hidden('start', candidate.start)}${Hidden('end', candidate.end)}`

/** Makes a claim of it as it stands. */
export const Accept = (deed: Deed) => html`
  <form method="post" ${address(deed.articleId)}>
    ${place(deed)}${Hidden('decision', 'accepted')}
    <button class="main"${deed.key && html` data-hotkey="${deed.key}"`}>${Icon('check')} Accept${deed.key && html` <kbd>${deed.key}</kbd>`}</button>
  </form>`

/** Says that there is nothing to check in it, and why. */
export const Aside = (deed: Deed) => html`
  <form class="aside" method="post" ${address(deed.articleId)}>
    ${place(deed)}${Hidden('decision', 'set_aside')}
    <label>Not a claim: <select name="reason">${setAsideReasons.map((reason) => html`<option value="${reason}"${reason === likelyReason(deed.candidate) && html` selected`}>${setAsideWords[reason]}</option>`)}</select></label>
    <button${deed.key && html` data-hotkey="${deed.key}"`}>Set aside${deed.key && html` <kbd>${deed.key}</kbd>`}</button>
  </form>`

function likelyReason({ quote, reasons }: OpenCandidate): SetAsideReason {
  if (/\b(?:will|would|could|may|might)\b/.test(quote)) return 'prediction'
  return reasons.some(({ words, raises }) => !raises && words.includes('opinion')) ? 'opinion' : 'not_checkable'
}

/** Where the form of a new claim opens with what is proposed. */
export const editAddress = (articleId: number, { start, end, key }: OpenCandidate) =>
  `/claims/new?article=${articleId}&start=${start}&end=${end}&candidate=${key}`

/** When nothing is left to decide about. */
export const AllDecided = ({ untouched, articleId }: { untouched: number; articleId: number }) => html`
  <section class="candidate-panel" id="all-decided" aria-labelledby="all-decided-title" tabindex="-1">
    <h2 id="all-decided-title">Every possible claim is decided about</h2>
    <p>${
      untouched === 0
        ? 'And every sentence is looked at.'
        : html`What is left are sentences in which Stet found nothing: ${untouched} not looked at yet. Go on with <kbd>n</kbd>, or <a href="/articles/${articleId}/sign-off">see what is missing</a>.`
    }</p>
  </section>`

/** Takes a decision back. */
export const TakeBack = ({ id, words }: { id: number; words: string | Html }) => html`
  <form class="return" method="post" action="/findings/${id}/withdrawal" hx-post="/findings/${id}/withdrawal" hx-target="#focus" hx-swap="innerHTML"><button>${words}</button></form>`

/** A decision in words. */
export const decidedWords = ({ decision, number, reason }: Pick<Decided, 'decision' | 'number' | 'reason'>): string =>
  decision === 'accepted'
    ? `Claim ${number ?? ''} is made.`
    : `Set aside: ${(setAsideWords[reasonOf(reason)] ?? '').toLowerCase()}.`

const reasonOf = (text: string | null): SetAsideReason => setAsideReasons.find((reason) => reason === text) ?? 'other'
