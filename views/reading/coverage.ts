import type { Article, Sentence } from '../../server/articles/article.ts'
import type { Triage } from '../../server/articles/words.ts'
import { Progress } from '../articles/progress.ts'
import { html } from '../html.ts'

/** How far the article has been worked through, in a place that is drawn anew when it changes. */
export const Coverage = (article: Article) => html`<div class="coverage" id="coverage">${Progress(article)}</div>`

/** The strip beside a block: a bar as long as each sentence, its form saying what was found. Its words stand at the sentences. */
export const Strip = (block: { start: number; end: number }, sentences: readonly Sentence[]) =>
  html`<svg class="strip" id="strip-${block.start}" viewBox="0 0 8 ${block.end - block.start}" preserveAspectRatio="none" aria-hidden="true" focusable="false">${sentences.map((sentence) => Bar(sentence, block.start))}</svg>`

// In characters, so about a fifth of a line.
const gap = (length: number) => Math.min(5, length * 0.12)

const Bar = ({ id, start, end, triage }: Sentence, from: number) =>
  html`<path class="${triage}" data-sentence="${id}" d="${drawn(triage, start - from, Math.round(end - start - gap(end - start)))}"></path>`

// Full: a claim. Thin: looked at, nothing to check. Hollow: still to do.
const forms: Record<Triage, { x: number; width: number }> = {
  claim: { x: 2, width: 4 },
  not_a_claim: { x: 3.25, width: 1.5 },
  untouched: { x: 2, width: 4 },
}

const drawn = (triage: Triage, y: number, height: number) =>
  `M${forms[triage].x} ${y}h${forms[triage].width}v${height}h-${forms[triage].width}z`

/** What the forms of the strip mean. */
export const Legend = html`<ul class="legend" aria-label="What the strip beside the text means">${(
  [
    ['claim', 'claim'],
    ['not_a_claim', 'not a claim'],
    ['untouched', 'not looked at yet'],
  ] as const
).map(
  ([triage, words]) =>
    html`<li><svg viewBox="0 0 8 14" aria-hidden="true" focusable="false"><path class="${triage}" d="${drawn(triage, 1, 12)}"></path></svg> ${words}</li>`,
)}</ul>`
