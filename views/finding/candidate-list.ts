import { type Person, can } from '../../server/accounts/permissions.ts'
import type { Candidates, Decided, OpenCandidate } from '../../server/finding/open.ts'
import { saidBy } from '../../server/finding/words.ts'
import { levelWords } from '../../server/finding/worthiness/words.ts'
import { counted } from '../../server/values/count.ts'
import { html } from '../html.ts'
import { AsDecided } from '../reading/worth.ts'
import { Accept, Aside, TakeBack, decidedWords, editAddress } from './candidate-panel.ts'

type Shown = { articleId: number; versionId: number; candidates: Candidates; person: Person }

/** Says above the text how many claims the program proposes, and leads to the first one. */
export const FoundLine = ({ articleId, candidates }: Omit<Shown, 'versionId'>) => html`
  <div class="found-line no-print" id="found-line">${candidates.isLooking ? Looking(articleId) : candidates.open.length > 0 && Proposed(articleId, candidates.open)}</div>`

const Proposed = (articleId: number, [first, ...rest]: readonly OpenCandidate[]) =>
  html`<p>Stet proposes <a href="/articles/${articleId}?candidate=${first?.key ?? ''}#candidate-${first?.key ?? ''}">${counted(rest.length + 1, 'possible claim')}</a> <kbd class="needs-script">f</kbd></p>`

const Looking = (articleId: number) =>
  html`<p class="soft" role="status" hx-get="/articles/${articleId}/found-line" hx-trigger="load delay:1s" hx-target="#found-line" hx-swap="outerHTML">Looking for claims… <span class="without-script">Load the page again in a few seconds.</span></p>`

// A long text has more than anybody reads in a list; the others come up as these are decided.
const most = 150

/** The candidates as a list below the text for those without scripts, and what was decided lately, to be taken back. */
export const CandidateList = ({ articleId, versionId, candidates, person }: Shown) => html`
  <div id="found-list">
    ${
      candidates.open.length > 0 &&
      html`<section class="found-list without-script" aria-labelledby="found-list-title">
        <h2 id="found-list-title">Possible claims</h2>
        <ol>${candidates.open.slice(0, most).map((candidate) => Entry({ articleId, versionId, candidate, mayAdd: can(person, 'claim.add') }))}</ol>
      </section>`
    }
    ${candidates.decided.length > 0 && can(person, 'claim.add') && Lately(candidates.decided.slice(0, 8))}
  </div>`

const Entry = ({
  mayAdd,
  ...deed
}: {
  articleId: number
  versionId: number
  candidate: OpenCandidate
  mayAdd: boolean
}) => {
  const { candidate, articleId } = deed
  return html`<li>
    <p><a href="/articles/${articleId}?candidate=${candidate.key}#candidate-${candidate.key}" dir="auto">${candidate.statement}</a></p>
    <p class="soft">${candidate.claimant && html`${saidBy(candidate.confidence)} <bdi>${candidate.claimant}</bdi>. `}Worth checking: ${levelWords[candidate.level].toLowerCase()}.</p>${AsDecided(candidate)}
    ${mayAdd && html`<div class="actions">${Accept(deed)} <a href="${editAddress(articleId, candidate)}">Edit first</a> ${Aside(deed)}</div>`}
  </li>`
}

const Lately = (decided: readonly Decided[]) => html`
  <details class="found-lately no-print">
    <summary>Proposals you decided on last</summary>
    <ul>${decided.map((one) => html`<li><span dir="auto">${one.statement}</span> <span class="soft">${decidedWords(one)} <bdi>${one.by}</bdi></span> ${TakeBack({ id: one.id, words: 'Take back' })}</li>`)}</ul>
  </details>`
