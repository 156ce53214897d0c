import { type Person, can } from '../../server/accounts/permissions.ts'
import type { Sentence } from '../../server/articles/article.ts'
import type { ClaimMark } from '../../server/claims/claim.ts'
import type { Explained } from '../../server/finding/worthiness/worthiness.ts'
import { type Html, html } from '../html.ts'
import { Icon } from '../parts/icon.ts'
import { RatingBadge } from '../parts/rating-badge.ts'
import { NextUntouched } from './coverage.ts'
import { Reasons, Return } from './reasons.ts'
import { claimWords, triageWords } from './words.ts'
import { WorthOf } from './worth.ts'

type Panel = {
  articleId: number
  versionId: number
  language: string
  text: string
  sentence: Sentence
  sentences: readonly Sentence[]
  worth: Explained
  claims: readonly ClaimMark[]
  person: Person
  problem?: string | undefined
  /** A claim whose words are looked for. */
  placing?: ClaimMark | undefined
}

/** One sentence beside the text, with what can be done with it. */
export const SentencePanel = (panel: Panel): Html => {
  const { sentence, language, text, problem } = panel
  return html`<section class="sentence-panel" id="sentence-${sentence.id}" aria-labelledby="sentence-${sentence.id}-title">
    <h2 id="sentence-${sentence.id}-title">Sentence ${sentence.number} <span class="state">${triageWords(sentence)}</span></h2>
    ${problem && html`<p class="message problem" role="alert">${problem}</p>`}
    <blockquote lang="${language}" dir="auto">${text.slice(sentence.start, sentence.end)}</blockquote>
    ${Held(panel)}
    ${sentence.triage !== 'not_a_claim' && WorthOf(panel.worth)}
    ${panel.placing && html`<p class="actions"><a class="button main" href="/claims/${panel.placing.id}/place?text=${panel.versionId}&start=${sentence.start}&end=${sentence.end}">Claim ${panel.placing.number} stands in this sentence</a></p>`}
    ${can(panel.person, 'claim.add') && html`<p class="actions"><a class="button main" href="${newClaimAddress(panel.articleId, sentence)}">${Icon('plus')} Make a claim of this sentence</a></p>`}
    ${can(panel.person, 'sentence.triage') && Triage(sentence)}
    ${can(panel.person, 'sentence.triage') && html`<p class="onwards">${NextUntouched(panel.articleId, panel.sentences, sentence)}</p>`}
  </section>`
}

/** Where a claim is made of a place in the text. */
const newClaimAddress = (articleId: number, { start, end }: { start: number; end: number }) =>
  `/claims/new?article=${articleId}&start=${start}&end=${end}`

const Held = ({ articleId, sentence, claims }: Panel) => {
  const held = claims.filter(({ quoteStart, quoteEnd }) => quoteStart < sentence.end && sentence.start < quoteEnd)
  return (
    held.length > 0 &&
    html`<h3>Claims in it</h3><ul class="held">${held.map((claim) => html`<li><a href="/articles/${articleId}?claim=${claim.id}#claim-${claim.id}">${claim.number}</a> <span dir="auto">${claim.statement}</span> ${claim.rating ? RatingBadge(claim.rating) : html`<span class="state">${claimWords(claim)}</span>`}</li>`)}</ul>`
  )
}

function Triage(sentence: Sentence): Html | false {
  if (sentence.triage === 'claim') return false
  if (sentence.triage === 'untouched')
    return html`<h3>Nothing to check in it?</h3><p class="hint">Set it aside and say why. It stays in the text and can be taken back.</p>${Reasons({ sentenceId: sentence.id })}`
  return html`<h3>Set aside by mistake?</h3>${Return({ sentenceId: sentence.id, words: html`${Icon('undo-2')} Take it back: not looked at yet` })}`
}
