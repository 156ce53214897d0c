import { type Person, can } from '../../server/accounts/permissions.ts'
import type { Focus, Reading } from '../../server/articles/reading.ts'
import type { ClaimMark } from '../../server/claims/claim.ts'
import { assetUrl } from '../assets.ts'
import { type Html, html } from '../html.ts'
import { Layout, type Shell, Told } from '../layout.ts'
import { CandidateList, FoundLine } from '../finding/candidate-list.ts'
import { AllDecided, CandidatePanel } from '../finding/candidate-panel.ts'
import { DoneNow } from '../finding/finding-answer.ts'
import { ClaimIndex } from './claim-index.ts'
import { ArticleHead } from './head.ts'
import { ReadingKeys, SelectionBar, SetAsideDialog } from './keys.ts'
import type { Look } from './mark.ts'
import { SentencePanel } from './sentence-panel.ts'
import { FirstClaim, Side } from './side.ts'
import { ArticleText } from './text.ts'
import { PlacingNote, Tray } from '../versions/standing.ts'

type Shown = {
  person: Person
  reading: Reading
  focus: Focus
  /** The card of the claim in focus. */
  card?: Html | undefined
  problem?: string | undefined
  /** A decision about a proposal that was made just now, by its id. */
  done?: number | undefined
  /** The claim whose words somebody looks for. */
  placing?: ClaimMark | undefined
}

/** The article beside the claim or sentence in focus. */
export const ReadingPage = ({ shell, ...page }: Shown & { shell: Shell }): Html => {
  const { person, reading, focus, placing } = page
  const { article, text, claims, candidates } = reading
  const main = html`
    <div class="reading" data-article="${article.id}">
      <article class="paper">
        ${ArticleHead({ reading, person })}
        ${page.problem && (focus.kind === 'claim' || focus.kind === 'nothing') && html`<p class="message problem" role="alert">${page.problem}</p>`}
        ${placing ? PlacingNote({ articleId: article.id, placing }) : Tray({ articleId: article.id, away: reading.away, person })}
        ${FoundLine({ articleId: article.id, candidates, person })}
        ${ArticleText({ text, claims: [...claims, ...candidates.open], language: article.language, look: lookOf(page) })}
        ${ClaimIndex({ articleId: article.id, claims })}
        ${CandidateList({ articleId: article.id, versionId: text.versionId, candidates, person })}
      </article>
      ${Side({ articleId: article.id, claims, focus, card: Beside(page) })}
    </div>
    ${ReadingKeys}
    ${can(person, 'sentence.triage') && html`${SetAsideDialog(text.sentences[0]?.id ?? 0)}${SelectionBar(placing && { ...placing, versionId: text.versionId })}`}
    <p class="unseen" id="said" role="status"></p>
    <div class="toast no-print" id="toast" role="status">${Done(page) ?? (shell.notice && html`<p>${Told(shell.notice)}</p>`)}</div>
    <script type="module" src="${assetUrl('js/reading.js')}"></script>`
  return Layout({ shell: { ...shell, notice: undefined }, title: article.title, main, wide: true })
}

const Done = ({ reading, done }: Shown) => {
  const decided = reading.candidates.decided.find(({ id }) => id === done)
  return decided && DoneNow(decided)
}

const lookOf = ({ reading, focus, placing }: Shown): Look => ({
  placing: placing?.id,
  articleId: reading.article.id,
  worths: reading.worths,
  claim: focus.kind === 'claim' ? focus.claim.id : undefined,
  sentence: focus.kind === 'sentence' ? focus.sentence.id : undefined,
  candidate: focus.kind === 'candidate' ? focus.candidate.key : undefined,
})

/** What stands beside the text. */
export function Beside({ person, reading, focus, card, problem, placing }: Shown): Html {
  if (focus.kind === 'nothing') return FirstClaim({ mayAdd: can(person, 'claim.add') })
  const { article, text, candidates } = reading
  if (focus.kind === 'all_decided')
    return AllDecided({ articleId: article.id, untouched: article.sentenceCount - article.lookedAtCount })
  if (focus.kind === 'candidate') {
    const place = { at: candidates.open.indexOf(focus.candidate) + 1, of: candidates.open.length }
    const of = { articleId: article.id, versionId: text.versionId, language: article.language }
    return CandidatePanel({ ...of, candidate: focus.candidate, place, person, problem })
  }
  if (focus.kind === 'sentence')
    return SentencePanel({
      ...panelOf(reading),
      sentence: focus.sentence,
      worth: focus.worth,
      person,
      problem,
      placing,
    })
  return card ?? html``
}

/** What a sentence's panel takes from the article it stands in. */
export const panelOf = ({ article, text, claims }: Reading) => ({
  articleId: article.id,
  versionId: text.versionId,
  language: article.language,
  text: text.text,
  claims,
  sentences: text.sentences,
})
