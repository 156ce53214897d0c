import { stateWords } from '../../server/claims/words.ts'
import { stanceWords } from '../../server/evidence/words.ts'
import type { Outcome } from '../../server/imports/check.ts'
import type { OwnClaim as OwnClaimRow, OwnEvidence as OwnEvidenceRow } from '../../server/imports/own-row.ts'
import type { KnownRating } from '../../server/imports/plan.ts'
import type { CheckRow, ClaimRow } from '../../server/imports/row.ts'
import type { RowValue } from '../../server/imports/rows.ts'
import { counted } from '../../server/values/count.ts'
import { partialDateWords } from '../../server/values/partial-date.ts'
import { html } from '../html.ts'

/** The first rows as they would be. */
export const Preview = ({ outcome, ratings }: { outcome: Outcome; ratings: KnownRating[] }) => html`
  <section aria-labelledby="preview-title">
    <h2 id="preview-title">The first rows as they would be</h2>
    ${outcome.preview.length === 0 ? html`<p class="empty">No row can be read this way yet.</p>` : html`<ol class="import-preview">${outcome.preview.map((row) => html`<li value="${row.line}"><p class="soft">Line ${row.line}${row.here && ': already here, nothing happens'}</p>${Value(row.value, ratings)}</li>`)}</ol>`}
  </section>`

const Value = (value: RowValue, ratings: KnownRating[]) => {
  if (value.kind === 'claims') return Claim(value, ratings)
  if (value.kind === 'checks') return Check(value)
  return value.kind === 'own_claims' ? OwnClaim(value) : OwnEvidence(value)
}

const Claim = (row: ClaimRow, ratings: KnownRating[]) => {
  const rating = ratings.find(({ id }) => id === row.ratingId)?.label
  return html`<p dir="auto"><strong>${row.statement}</strong></p>
    ${row.quote !== row.statement && html`<blockquote dir="auto">${row.quote}</blockquote>`}
    ${Facts([
      ['By', [row.claimant, row.role].filter(Boolean).join(', ')],
      ['Where', row.place],
      ['Made on', row.stated && partialDateWords(row.stated)],
      ['Rating', row.label && `${rating ?? 'none of ours'} (“${row.label}”)`],
      ['Rationale', row.rationale],
      ['Checked', [row.checked && partialDateWords(row.checked), row.checker].filter(Boolean).join(', ')],
      ['Check', row.url],
      ['Sources', row.sources.join('\n')],
      ['Tags', row.tags.join(', ')],
    ])}`
}

const Check = (row: CheckRow) => html`<p dir="auto"><strong>${row.claim}</strong></p>
  ${Facts([
    ['By', row.claimant],
    ['Made on', row.statedOn && partialDateWords(row.statedOn)],
    ['Rating', row.ratingLabel],
    ['Publisher', row.publisher],
    ['Checked', row.checkedOn && partialDateWords(row.checkedOn)],
    ['Title', row.title],
    ['Address', row.url],
  ])}`

const OwnClaim = (row: OwnClaimRow) => html`<p dir="auto"><strong>${row.statement}</strong></p>
  ${Facts([
    ['Number there', `${row.articleThere}-${row.number}`],
    ['By', [row.claimant, row.role].filter(Boolean).join(', ')],
    ['Article', row.article.title],
    ['State there', stateWords[row.state]],
    ['Rating', row.rating && row.rating.key],
    ['Rationale', row.rationale],
    ['Checked by', row.cells.checker ?? null],
    ['Tags', row.tags.join(', ')],
  ])}`

const OwnEvidence = (row: OwnEvidenceRow) => html`<p dir="auto"><strong>${row.source.title}</strong></p>
  ${Facts([
    ['Claim there', String(row.claimThere)],
    ['Stance', stanceWords[row.stance]],
    ['Passage', row.passage],
    ['Address', row.source.url],
    ['Publisher', row.source.publisher],
  ])}`

const Facts = (facts: [string, string | null][]) => {
  const known = facts.filter(([, value]) => value)
  return (
    known.length > 0 &&
    html`<dl>${known.map(([name, value]) => html`<div><dt>${name}</dt><dd dir="auto">${value}</dd></div>`)}</dl>`
  )
}

/** What is taken in without something that was not understood. */
export const Notes = ({ notes, noteCount }: Outcome) =>
  noteCount > 0 &&
  html`<section aria-labelledby="notes-title">
    <h2 id="notes-title">Not understood, and taken in without it</h2>
    <ul class="import-problems">${notes.map(({ line, note }) => html`<li><strong>Line ${line}:</strong> <bdi>${note}</bdi></li>`)}</ul>
    ${noteCount > notes.length && html`<p class="soft">And ${noteCount - notes.length} more.</p>`}
  </section>`

/** Every problem by line and column, the same ones together. */
export const Problems = ({ problems, problemCount, badRows }: Outcome) =>
  problemCount > 0 &&
  html`<section aria-labelledby="problems-title">
    <h2 id="problems-title">${counted(problemCount, 'problem')} in ${counted(badRows, 'row')}</h2>
    <ul class="import-problems">${[...Map.groupBy(problems, ({ column, problem }) => `${column ?? ''}\n${problem}`).values()].map(Alike)}</ul>
    ${problemCount > problems.length && html`<p class="soft">And ${problemCount - problems.length} more, which are shown when these are mended.</p>`}
  </section>`

// One mistake is often made all the way down a column.
const Alike = (alike: Outcome['problems']) => {
  const [first] = alike
  return (
    first &&
    html`<li><strong>${alike.length === 1 ? 'Line' : 'Lines'} ${alike.map(({ line }) => line).join(', ')}${first.column && html`, <bdi>${first.column}</bdi>`}:</strong> ${first.problem}</li>`
  )
}
